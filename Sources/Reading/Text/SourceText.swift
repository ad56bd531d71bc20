/// The text of a document exactly as read, with its two ways of counting.
///
/// Inside Cordon a position is an offset in UTF-8 bytes; everything a user or a tool sees counts
/// Unicode scalars from 0. Conversion costs one step of at most `stride` bytes.
public struct SourceText: Sendable {
  /// The text, valid UTF-8.
  public let utf8: [UInt8]
  private let scalarsAtStride: [Int]?

  private static let stride = 256

  public init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  /// - Parameter utf8: must be valid UTF-8, as `String.utf8` gives it.
  public init(utf8: [UInt8]) {
    self.utf8 = utf8
    var marks: [Int] = []
    marks.reserveCapacity(utf8.count / Self.stride + 1)
    var scalars = 0
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stride == 0 { marks.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    scalarsAtStride = scalars == utf8.count ? nil : marks
  }

  /// The number of Unicode scalars before the byte at `offset` (0 ... `utf8.count`).
  public func scalarOffset(ofByte offset: Int) -> Int {
    guard let marks = scalarsAtStride else { return offset }
    let mark = min(offset / Self.stride, marks.count - 1)
    var scalars = marks[mark]
    for byte in utf8[(mark * Self.stride)..<offset] where byte & 0xC0 != 0x80 {
      scalars += 1
    }
    return scalars
  }

  /// The same range counted in Unicode scalars.
  public func scalarRange(ofBytes range: Range<Int>) -> Range<Int> {
    scalarOffset(ofByte: range.lowerBound)..<scalarOffset(ofByte: range.upperBound)
  }

  /// The text of a range of bytes.
  public subscript(range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }
}
