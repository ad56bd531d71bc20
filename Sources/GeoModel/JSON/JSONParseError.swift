/// Where a text stops being JSON, and why.
public struct JSONParseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1; lines end with a line feed.
  public var line: Int
  /// Counted from 1, in Unicode scalars.
  public var column: Int
  /// Bytes before the place.
  public var offset: Int
  /// What is wrong, as the rest of a sentence.
  public var reason: String

  public var description: String { "line \(line), column \(column): \(reason)" }

  init(_ reason: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.reason = reason
    self.offset = offset
    line = 1
    column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
