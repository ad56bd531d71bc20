/// Two numbers and nothing else, as in `50.46, 30.49`.
enum BarePair {
  /// The numbers as written, else `nil`.
  static func numbers(in phrase: String) -> (String, String)? {
    let parts = phrase.split { $0 == "," || $0 == ";" || $0 == "/" || $0.isWhitespace }
    guard parts.count == 2, let first = number(parts[0]), let second = number(parts[1]) else { return nil }
    return (first, second)
  }

  /// A number that may carry a degree sign or a letter for its hemisphere.
  private static func number(_ part: Substring) -> String? {
    var digits = part
    while let last = digits.last, "°NSEWnsew".contains(last) { digits.removeLast() }
    while let first = digits.first, "NSEWnsew".contains(first) { digits.removeFirst() }
    return Double(digits) == nil ? nil : String(digits)
  }
}
