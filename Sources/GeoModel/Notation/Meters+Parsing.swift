extension Meters {
  /// Reads a distance: a number and a unit, a bare number being metres.
  ///
  /// Units are `m`, `km`, `mi` (1,609.344 m), `nmi` (1,852 m) and `ft` (0.3048 m), after the number or a blank.
  ///
  /// - Accepted: `500`, `500m`, `0.5km`, `5 km`, `2mi`, `1nmi`, `300ft`.
  /// - Refused: `-5km`, `5,5km`, `1e3`, `5KM`, `km`, `5 parsecs`, the empty text.
  public init(parsing text: some StringProtocol) throws(NotationError) {
    let whole = trimmed(text)
    func refused(_ reason: String) -> NotationError {
      NotationError(expected: "a distance", text: String(text), reason: reason)
    }
    let unitStart = whole.lastIndex { !$0.isLetter }.map { whole.index(after: $0) } ?? whole.startIndex
    let unit = whole[unitStart...]
    let number = trimmed(whole[..<unitStart])
    let factor: Double
    switch unit {
    case "", "m": factor = 1
    case "km": factor = 1000
    case "mi": factor = 1609.344
    case "nmi": factor = 1852
    case "ft": factor = 0.3048
    default:
      throw refused("the unit \"\(unit)\" is not one of m, km, mi, nmi and ft; write for example 500m or 5km")
    }
    if number.contains(",") { throw refused("the decimal mark is a point; write for example 5.5km") }
    guard let value = plainDecimal(number) else {
      throw refused("it needs a number and a unit; write for example 500m or 5km")
    }
    if value < 0 { throw refused("a distance cannot be negative") }
    guard (value * factor).isFinite else { throw refused("it is too large") }
    self.init(value * factor)
  }

  /// Reads distances separated by commas: `500m,1km,5km`.
  public static func list(parsing text: some StringProtocol) throws(NotationError) -> [Meters] {
    var result: [Meters] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      result.append(try Meters(parsing: part))
    }
    return result
  }
}
