/// A distance, position or box that cannot be read, as somebody typed it.
public struct NotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What it should have been: "a distance".
  public let expected: String
  public let text: String
  /// Why not, and how to write it.
  public let reason: String

  public var description: String { "\"\(text)\" is not \(expected): \(reason)" }
}

/// Reads digits with an optional sign and decimal point, and nothing else: no exponent, no grouping.
func plainDecimal(_ text: some StringProtocol) -> Double? {
  var digits = 0
  var points = 0
  for (i, byte) in text.utf8.enumerated() {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
    case UInt8(ascii: "."): points += 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"): if i > 0 { return nil }
    default: return nil
    }
  }
  guard digits > 0, points <= 1, let value = Double(text), value.isFinite else { return nil }
  return value
}

/// Without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> Substring {
  var rest = Substring(text)
  while let first = rest.first, first.isWhitespace { rest.removeFirst() }
  while let last = rest.last, last.isWhitespace { rest.removeLast() }
  return rest
}
