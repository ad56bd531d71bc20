public import Gazetteer

/// Why a name was taken for what it was taken for.
public struct MentionExplanation: Sendable {
  /// UTF-8 bytes of the document's text.
  public let range: Range<Int>
  /// `nil` when it was taken for no name at all.
  public let role: Mention.Role?
  /// How likely the words name a place here, 0 ... 1.
  public let recognition: Double
  public let recognitionEvidence: [Contribution]
  /// What it may mean, the likeliest first.
  public let candidates: [Candidate]

  public struct Candidate: Sendable {
    public let place: PlaceID
    public let nameKind: NameKind
    public let probability: Double
    /// Log-odds before comparing; the margin is the difference between two candidates.
    public let score: Double
    public let evidence: [Contribution]
    /// `true` when the words beside the name rule it out: it lies elsewhere, or is no region.
    public let isRefused: Bool
  }
}
