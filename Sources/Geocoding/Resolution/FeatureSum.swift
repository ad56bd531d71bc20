/// The score of one case as it adds up over observations.
///
/// The model, which the geocoder holds, must outlive it: sums are made for every sense of every name, and counting
/// references to the weights took longer than adding them up.
protocol FeatureSum {
  associatedtype Feature: ModelFeature
  /// Whether it keeps what went in.
  static var isTraced: Bool { get }

  init(_ model: LinearModel<Feature>)
  var score: Double { get }
  mutating func add(_ feature: Feature, _ value: Double)
  /// What each observation added, the strongest first; empty for one that is not traced.
  var contributions: [Contribution] { get }
}

extension FeatureSum {
  @inline(__always)
  mutating func add(_ feature: Feature) { add(feature, 1) }

  @inline(__always)
  mutating func add(_ feature: Feature, if condition: Bool) {
    if condition { add(feature, 1) }
  }
}

/// The score alone.
struct Score<Feature: ModelFeature>: FeatureSum {
  static var isTraced: Bool { false }

  private let weights: UnsafePointer<Double>
  private(set) var score = 0.0

  init(_ model: LinearModel<Feature>) { weights = model.weights }

  @inline(__always)
  mutating func add(_ feature: Feature, _ value: Double) {
    if value != 0 { score += weights[feature.rawValue] * value }
  }

  var contributions: [Contribution] { [] }
}

/// The score with a record of what went in.
struct TracedScore<Feature: ModelFeature>: FeatureSum {
  static var isTraced: Bool { true }

  private let model: LinearModel<Feature>
  private(set) var score = 0.0
  private var trace: [(feature: Feature, value: Double)] = []

  init(_ model: LinearModel<Feature>) { self.model = model }

  mutating func add(_ feature: Feature, _ value: Double) {
    guard value != 0 else { return }
    score += model.weights[feature.rawValue] * value
    trace.append((feature, value))
  }

  var contributions: [Contribution] {
    trace.map {
      Contribution(
        feature: $0.feature.name, value: $0.value, weight: model.weights[$0.feature.rawValue])
    }
    .sorted { abs($0.total) > abs($1.total) }
  }
}
