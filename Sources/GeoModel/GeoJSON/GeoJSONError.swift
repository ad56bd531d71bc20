/// JSON that is not the GeoJSON it should be, with the place in it.
public struct GeoJSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where: "feature 3 (inc-0004)", "line 3, column 17", or empty for the whole text.
  public let place: String
  /// What is wrong and, where there is one, the way out.
  public let reason: String

  public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }

  init(_ reason: String, at place: String = "") {
    self.reason = reason
    self.place = place
  }
}
