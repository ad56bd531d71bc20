internal import Incidents

/// The outline that stands for a kind of incident, so that no colour is needed to tell them apart.
enum MarkShape {
  /// SVG path data around a centre; `radius` in pixels.
  static func path(of kind: IncidentKind, at center: Pixel, radius: Double = 7.5) -> String {
    outline(of: kind).enumerated().map { index, point in
      let (x, y) = (center.x + point.0 * radius, center.y + point.1 * radius)
      return "\(index == 0 ? "M" : "L")\(x.px) \(y.px)"
    }.joined() + "Z"
  }

  /// Corners in units of the radius, down is positive.
  private static func outline(of kind: IncidentKind) -> [(Double, Double)] {
    switch kind {
    case .missileStrike: [(0, 1.1), (-1, -0.8), (1, -0.8)]
    case .droneAttack: [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)]
    case .airStrike: [(0, -1.1), (1, 0.8), (-1, 0.8)]
    case .shelling: [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]
    case .bombing: star(points: 5, inner: 0.45)
    case .explosion: star(points: 8, inner: 0.6)
    case .armedAttack: cross
    case .arson: [(0, -1.2), (0.75, -0.1), (0.6, 0.8), (0, 1.05), (-0.6, 0.8), (-0.75, -0.1)]
    case .mobViolence: regular(6)
    case .abduction: cross.map { (($0.0 - $0.1) * 0.707, ($0.0 + $0.1) * 0.707) }
    case .aircraftCrash: regular(5)
    case .other: regular(16)
    }
  }

  private static let cross: [(Double, Double)] = [
    (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35), (0.35, 1), (-0.35, 1),
    (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35),
  ]

  private static func regular(_ corners: Int) -> [(Double, Double)] {
    (0..<corners).map { around(Double($0) / Double(corners), 1.05) }
  }

  private static func star(points: Int, inner: Double) -> [(Double, Double)] {
    (0..<points * 2).map { around(Double($0) / Double(points * 2), $0 % 2 == 0 ? 1.2 : inner) }
  }

  /// A point at a share of the full turn, clockwise from the top.
  private static func around(_ share: Double, _ radius: Double) -> (Double, Double) {
    (radius * sine(share), -radius * cosine(share))
  }
}
