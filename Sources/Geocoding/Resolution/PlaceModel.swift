/// The weights by which names are recognised and places are ranked: `data/ranker.tsv`.
///
/// A tab-separated table `model feature weight` that a person can read; `scripts/train_ranker.py` makes it.
public struct PlaceModel: Sendable {
  let recognition: LinearModel<RecognitionFeature>
  let resolution: LinearModel<ResolutionFeature>

  /// - Parameters:
  ///   - table: the text of a weights file.
  ///   - file: its name, for errors.
  /// - Throws: `PlaceModelError` naming the file, the line and what is wrong.
  public init(table: String, file: String) throws(PlaceModelError) {
    var weights: [String: [String: Double]] = [:]
    for (number, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if number == 0 || line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 3, let weight = Double(fields[2]), weight.isFinite else {
        throw PlaceModelError(file: file, line: number + 1, reason: "is not 'model, feature, weight'")
      }
      weights[String(fields[0]), default: [:]][String(fields[1])] = weight
    }
    try Self.check(weights["recognition"], RecognitionFeature.self, "recognition", file)
    try Self.check(weights["resolution"], ResolutionFeature.self, "resolution", file)
    recognition = LinearModel(weights["recognition"] ?? [:])
    resolution = LinearModel(weights["resolution"] ?? [:], fixed: Self.fixedWeights)
  }

  /// What the user says outweighs fame and most contexts; what a parent named beside refuses stays refused.
  /// The outlet's home decides only between places that little else tells apart: papers write of abroad, too.
  private static let fixedWeights: [ResolutionFeature: Double] = [
    .userCountry: 5, .userNear: 5, .outletCountry: 0.7, .outletRegion: 1, .namesOther: -1.5, .outshone: -3,
  ]

  private static func check<Feature: ModelFeature>(
    _ weights: [String: Double]?, _: Feature.Type, _ model: String, _ file: String
  ) throws(PlaceModelError) {
    guard let weights else {
      throw PlaceModelError(file: file, line: nil, reason: "holds no weights of '\(model)'")
    }
    let known = Set(Feature.allCases.map(\.name))
    if let unknown = weights.keys.sorted().first(where: { !known.contains($0) }) {
      throw PlaceModelError(file: file, line: nil, reason: "names an unknown feature, \(model) '\(unknown)'")
    }
  }
}

/// A weights file that cannot be used.
public struct PlaceModelError: Error, Hashable, CustomStringConvertible {
  public let file: String
  public let line: Int?
  public let reason: String

  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? "") \(reason); reinstall the data folder or train the weights again"
  }
}
