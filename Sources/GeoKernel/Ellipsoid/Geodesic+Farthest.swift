public import GeoModel

extension Geodesic {
  /// The geodesic distance to the farthest of some positions; 0 for none. As exact as `distance`.
  ///
  /// Only those whose chord comes near the longest are measured along the ellipsoid: the two tell positions apart
  /// in the same way but for less than a hundredth.
  public func farthestDistance(from center: Coordinate, to positions: [Coordinate]) -> Meters {
    let origin = Cartesian(center)
    let chords = positions.map { Cartesian($0).chord(origin) }
    let least = 0.98 * (chords.max() ?? 0)
    var farthest = Meters(0)
    for (position, chord) in zip(positions, chords) where chord >= least {
      farthest = max(farthest, distance(center, position))
    }
    return farthest
  }
}
