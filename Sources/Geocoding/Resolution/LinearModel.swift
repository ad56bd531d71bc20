/// A named observation with one weight in the weights file; raw values count from 0 without gaps.
protocol ModelFeature: CaseIterable, Hashable, RawRepresentable, Sendable where RawValue == Int {}

extension ModelFeature {
  /// As the weights file writes it.
  var name: String { "\(self)" }
}

/// Weights over a fixed set of features.
final class LinearModel<Feature: ModelFeature>: Sendable {
  private let weights: [Double]

  /// - Parameters:
  ///   - weights: by the feature's name; a feature that is absent weighs nothing.
  ///   - fixed: weights that are set and not learned.
  init(_ weights: [String: Double], fixed: [Feature: Double] = [:]) {
    self.weights = Feature.allCases.map { fixed[$0] ?? weights[$0.name] ?? 0 }
  }

  @inline(__always)
  func weight(_ feature: Feature) -> Double { weights[feature.rawValue] }
}

/// The score of one case as it adds up, with a record of what went in when somebody asks for it.
///
/// The model, which the geocoder holds, must outlive it: evidence is made for every sense of every name, and
/// counting references to the weights took longer than adding them up.
struct Evidence<Feature: ModelFeature> {
  private unowned(unsafe) let model: LinearModel<Feature>
  private(set) var score = 0.0
  private(set) var trace: [(feature: Feature, value: Double)]?

  init(_ model: LinearModel<Feature>, traced: Bool) {
    self.model = model
    trace = traced ? [] : nil
  }

  @inline(__always)
  mutating func add(_ feature: Feature, _ value: Double = 1) {
    guard value != 0 else { return }
    score += model.weight(feature) * value
    trace?.append((feature, value))
  }

  @inline(__always)
  mutating func add(_ feature: Feature, if condition: Bool) {
    if condition { add(feature) }
  }

  /// What each observation added, the strongest first.
  var contributions: [Contribution] {
    (trace ?? []).map {
      Contribution(feature: $0.feature.name, value: $0.value, weight: model.weight($0.feature))
    }
    .sorted { abs($0.total) > abs($1.total) }
  }
}

/// What one observation said for or against a reading.
public struct Contribution: Hashable, Sendable {
  /// The feature's name in the weights file.
  public let feature: String
  public let value: Double
  public let weight: Double
  /// What it adds to the log-odds.
  public var total: Double { value * weight }
}
