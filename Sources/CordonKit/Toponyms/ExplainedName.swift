public import GeoModel
public import Geocoding

/// Why a name was taken for what it was taken for, as programs and people read it.
public struct ExplainedName: Sendable {
  /// Unicode scalars of the document's text as read; `end` is exclusive.
  public let start: Int
  public let end: Int
  public let text: String
  /// `nil` when it was taken for no name at all.
  public let role: Mention.Role?
  /// How likely the words name a place here, 0 ... 1.
  public let recognition: Double
  public let recognitionEvidence: [Contribution]
  /// What it may mean, the likeliest first.
  public let candidates: [Candidate]

  public struct Candidate: Sendable {
    /// "geonames:698740", "region:UA.17".
    public let key: String
    /// With what it lies in: "Odesa, Odesa, Ukraine".
    public let name: String
    public let kind: String
    public let coordinate: Coordinate
    /// 0 ... 1; those of a name's candidates add up to 1.
    public let probability: Double
    /// Log-odds before comparing.
    public let score: Double
    public let evidence: [Contribution]
    /// `true` when the words beside the name rule it out.
    public let isRefused: Bool
  }

  /// By how much the first candidate's log-odds exceed the second's; `nil` with fewer than two
  /// that are not ruled out.
  public var margin: Double? {
    let rivals = candidates.filter { !$0.isRefused }
    return rivals.count < 2 ? nil : rivals[0].score - rivals[1].score
  }
}
