internal import GeoModel

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
    scalarsAtStride = utf8.withUnsafeBufferPointer(Self.marks)
  }

  /// `nil` for a text of nothing but ASCII.
  private static func marks(_ utf8: UnsafeBufferPointer<UInt8>) -> [Int]? {
    guard ByteScan.countBeyondASCII(utf8) > 0 else { return nil }
    var marks: [Int] = []
    marks.reserveCapacity(utf8.count / Self.stride + 1)
    var scalars = 0
    for start in Swift.stride(from: 0, to: utf8.count, by: Self.stride) {
      marks.append(scalars)
      scalars += count(utf8, start..<min(utf8.count, start + Self.stride))
    }
    return marks
  }

  /// The scalars that begin in some bytes.
  private static func count(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    ByteScan.countScalars(UnsafeBufferPointer(rebasing: utf8[range]))
  }

  /// The number of Unicode scalars before the byte at `offset` (0 ... `utf8.count`).
  public func scalarOffset(ofByte offset: Int) -> Int {
    guard let marks = scalarsAtStride else { return offset }
    let mark = min(offset / Self.stride, marks.count - 1)
    return marks[mark] + utf8.withUnsafeBufferPointer { Self.count($0, (mark * Self.stride)..<offset) }
  }

  /// The same range counted in Unicode scalars.
  public func scalarRange(ofBytes range: Range<Int>) -> Range<Int> {
    let start = scalarOffset(ofByte: range.lowerBound)
    guard scalarsAtStride != nil else { return start..<range.upperBound }
    return start..<(start + utf8.withUnsafeBufferPointer { Self.count($0, range) })
  }

  /// The text of a range of bytes.
  public subscript(range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }
}
