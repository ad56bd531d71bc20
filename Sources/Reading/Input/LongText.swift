internal import GeoModel

/// A text file that is read part by part.
struct LongText {
  private let file: FileBytes
  private let path: String
  private let id: String
  private let format: DocumentFormat
  private var cutter = PartCutter()
  private var isAtEnd = false
  private var isDone = false

  /// - Parameter start: the bytes read so far, which are UTF-8 but for a last character that may be cut.
  init(_ file: FileBytes, _ path: String, _ id: String, _ format: DocumentFormat, start: [UInt8]) {
    self.file = file
    self.path = path
    self.id = id
    self.format = format
    cutter.append(start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...])
  }

  /// `nil` behind the last part.
  mutating func next() throws(ReadingError) -> RawDocument? {
    if isDone { return nil }
    while !isAtEnd, !cutter.isReady {
      var bytes: [UInt8] = []
      isAtEnd = try !file.read(1 << 18, into: &bytes)
      cutter.append(bytes)
    }
    let (part, text) = cutter.next(isAtEnd: isAtEnd)
    isDone = part.isLast
    // What is no UTF-8 further on is replaced, as it is in a short text.
    let utf8 = UTF8Check.isValid(text) ? text : Array(String(decoding: text, as: UTF8.self).utf8)
    return RawDocument(id: id, file: path, line: nil, content: .part(utf8, format), part: part)
  }

  /// Whether a text that begins so can be read in parts: UTF-8, and no page of HTML.
  static func canRead(_ start: [UInt8], _ format: DocumentFormat) -> Bool {
    guard format == .text || format == .markdown, !TextDecoder.isBinary(start) else { return false }
    let first = start.first { $0 > 0x20 }
    if first == UInt8(ascii: "<"), HTMLNames.startsPage(start) { return false }
    // The last character may be cut.
    let end = start.lastIndex { $0 & 0xC0 != 0x80 } ?? start.count
    return UTF8Check.isValid(Array(start[..<end]))
  }
}
