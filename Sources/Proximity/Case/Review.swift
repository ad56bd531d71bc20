/// What an analyst said of an incident, kept beside what the documents say.
public struct Review: Hashable, Sendable {
  public var note: String?
  /// "This is not an incident": it stays in the case, and in nothing that is counted or measured.
  public var isDismissed: Bool
  /// Names of the columns whose values are the analyst's, sorted; `geom` for a point that was moved.
  public var edited: [String]

  public init(note: String? = nil, isDismissed: Bool = false, edited: [String] = []) {
    self.note = note
    self.isDismissed = isDismissed
    self.edited = edited
  }
}
