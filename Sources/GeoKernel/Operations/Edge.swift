internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What connects two corners.
struct Edge {
  let start, end: XY
  /// Azimuth and length of the shortest way; `nil` when the edge is straight in longitude and latitude.
  private let way: Geodesic.Path?

  init(_ start: XY, _ end: XY, _ edges: Edges) {
    self.start = start
    self.end = end
    let aside = abs(end.x - start.x)
    // Meridians and what lies at a pole are the same either way.
    let isBoth = aside == 0 || (start.y == end.y && abs(start.y) == 90)
    way =
      edges == .straight || isBoth || aside >= 180
      ? nil : Geodesic.wgs84.inverse(from: onMap(start), to: onMap(end))
  }

  var isStraight: Bool { way == nil }

  /// What lies so far along it, 0 ... 1.
  func position(_ share: Double) -> Coordinate {
    if share == 0 { return onMap(start) }
    if share == 1 { return onMap(end) }
    guard let way else { return onMap(corner(share)) }
    return Geodesic.wgs84.direct(
      from: onMap(start), azimuth: way.initialAzimuth, distance: way.distance * share)
  }

  /// The length of a part in metres, or a little more.
  func length(_ low: Double, _ high: Double) -> Double {
    guard let way else { return edgeLength(corner(low), corner(high)) }
    return way.distance.value * (high - low) + 1e-7
  }

  /// How far a part strays from the shortest way between its ends, at most; `nil` where the bound does not hold,
  /// or where the distance from a position so far away is not convex along a shortest way.
  ///
  /// On the sphere a line that is straight in longitude and latitude, at an angle ψ to north, has the geodesic
  /// curvature tan φ sin ψ (1 + cos² ψ) / R, 1.09 tan φ / R at most, and so strays by 0.14 tan φ L² / R; a
  /// quarter covers the ellipsoid. Up to a quarter of the meridian the distance from a position is convex along
  /// a geodesic.
  func bend(_ low: Double, _ high: Double, length: Double, distance: Double) -> Double? {
    if way != nil { return distance + length <= 9_000_000 ? 0 : nil }
    let steepest = max(abs(corner(low).y), abs(corner(high).y))
    return Self.bend(steepest: steepest, length: length, distance: distance)
  }

  /// The same for all of a straight edge, of which the length is known.
  static func bend(_ start: XY, _ end: XY, length: Double, distance: Double) -> Double? {
    bend(steepest: max(abs(start.y), abs(end.y)), length: length, distance: distance)
  }

  private static func bend(steepest: Double, length: Double, distance: Double) -> Double? {
    guard steepest <= 80, length <= 200_000, distance <= 9_000_000 else { return nil }
    return tan(steepest * .pi / 180) * length * length / (4 * WGS84.b)
  }

  /// Degrees of longitude that a part of a straight edge spans; 0 for others.
  func width(_ low: Double, _ high: Double) -> Double {
    way == nil ? abs(end.x - start.x) * (high - low) : 0
  }

  /// The latitude where it crosses a meridian between its ends; within a micrometre.
  func latitude(at longitude: Double) -> Double {
    guard let way else {
      return start.y + (end.y - start.y) * ((longitude - start.x) / (end.x - start.x))
    }
    // False position; halving the value of an end that stays makes the other one move, too (Illinois).
    var (low, high) = (0.0, 1.0)
    var (atLow, atHigh) = (start.x - longitude, end.x - longitude)
    var found = start.y
    var last = 0.0
    for _ in 0..<200 {
      let share = min(max((low * atHigh - high * atLow) / (atHigh - atLow), low), high)
      let position = position(share)
      found = position.latitude
      let off = position.longitude - longitude
      if off == 0 || abs(share - last) * way.distance.value < 1e-7 { return found }
      last = share
      if (off < 0) == (atHigh < 0) {
        (high, atHigh) = (share, off)
        atLow /= 2
      } else {
        (low, atLow) = (share, off)
        atHigh /= 2
      }
    }
    return found
  }

  private func corner(_ share: Double) -> XY {
    XY(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
  }
}
