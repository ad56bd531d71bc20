/// A named observation with one weight in the weights file; raw values count from 0 without gaps.
protocol ModelFeature: CaseIterable, Hashable, RawRepresentable, Sendable where RawValue == Int {}

extension ModelFeature {
  /// As the weights file writes it.
  var name: String { "\(self)" }
}

/// Weights over a fixed set of features.
final class LinearModel<Feature: ModelFeature>: Sendable {
  /// By the features' raw values; never written after `init`.
  nonisolated(unsafe) let weights: UnsafePointer<Double>

  /// - Parameters:
  ///   - weights: by the feature's name; a feature that is absent weighs nothing.
  ///   - fixed: weights that are set and not learned.
  init(_ weights: [String: Double], fixed: [Feature: Double] = [:]) {
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: Feature.allCases.count)
    for feature in Feature.allCases {
      (memory + feature.rawValue).initialize(to: fixed[feature] ?? weights[feature.name] ?? 0)
    }
    self.weights = UnsafePointer(memory)
  }

  deinit { weights.deallocate() }
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
