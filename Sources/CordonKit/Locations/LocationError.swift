/// A position that cannot be found from the words given.
public struct LocationError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: Hashable, Sendable {
    /// Two bare numbers: nobody can know which is the latitude.
    case barePair
    /// A `geo:` URI that is not one.
    case malformed
    /// No site and no place has that name.
    case unknown
    /// The words mean a site that no table has.
    case unregistered
  }

  public let code: Code
  /// What was asked for.
  public let phrase: String
  public let description: String

  static func barePair(_ phrase: String, _ first: String, _ second: String) -> LocationError {
    LocationError(
      code: .barePair, phrase: phrase,
      description: "'\(phrase)' does not say which number is the latitude; "
        + "write geo:LATITUDE,LONGITUDE, as in geo:\(first),\(second)")
  }

  static func malformed(_ phrase: String, _ reason: String) -> LocationError {
    LocationError(code: .malformed, phrase: phrase, description: reason)
  }

  /// Like `unknown`, where only a site was asked for.
  public static func unknownSite(_ phrase: String, suggestions: [String]) -> LocationError {
    LocationError(
      code: .unknown, phrase: phrase,
      description:
        "no site is called '\(phrase)'; \(hint(suggestions) ?? "'cordon sites list' shows them all")")
  }

  static func unregistered(_ phrase: String, name: String, place: String) -> LocationError {
    LocationError(
      code: .unregistered, phrase: phrase,
      description: "no table has the \(name), so only its town is known: ask for '\(place)', "
        + "or give a table of your own with --sites")
  }

  private static func hint(_ suggestions: [String]) -> String? {
    suggestions.isEmpty
      ? nil : "did you mean \(suggestions.map { "'\($0)'" }.joined(separator: ", "))?"
  }

  static func unknown(_ phrase: String, suggestions: [String]) -> LocationError {
    let wayOut =
      hint(suggestions) ?? "'cordon sites list' shows the sites; a position is written geo:LATITUDE,LONGITUDE"
    return LocationError(
      code: .unknown, phrase: phrase, description: "no site and no place is called '\(phrase)'; \(wayOut)")
  }
}
