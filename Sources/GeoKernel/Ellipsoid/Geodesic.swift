public import GeoModel

/// Shortest paths on an ellipsoid: how far, in which direction, and where to.
///
/// Distances are accurate to 15 nanometres (C. F. F. Karney, "Algorithms for geodesics",
/// J. Geodesy 87, 43–55, 2013, doi:10.1007/s00190-012-0578-z), computed by `geodesic.h` of PROJ.
/// Longitudes may lie on either side of ±180°; poles and antipodes need no care.
///
/// ```swift
/// let kyiv = Coordinate(longitude: 30.5234, latitude: 50.4501)!
/// let baku = Coordinate(longitude: 49.8671, latitude: 40.4093)!
/// Geodesic.wgs84.distance(kyiv, baku)   // 1,889 km
/// ```
public struct Geodesic: Sendable {
  public static let wgs84 = Geodesic(usesChords: false)

  /// The same, from chords as far as they go: distances up to 780 km within a micrometre, and directions up to 20 km
  /// within 2e-7° / (1 + length in metres) + 6e-9°.
  ///
  /// For what is only looked at: the engine, which takes longer to load than such a question takes to answer,
  /// is loaded when something is farther, and for ``direct(from:azimuth:distance:)``.
  public static let quick = Geodesic(usesChords: true)

  private let usesChords: Bool

  /// The answer to the inverse problem.
  public struct Path: Hashable, Sendable {
    /// Length of the shortest path in metres.
    public let distance: Meters
    /// Direction at the start, -180° ... 180° clockwise from north.
    public let initialAzimuth: Degrees
    /// Direction of travel at the end, -180° ... 180° clockwise from north.
    public let finalAzimuth: Degrees
  }

  /// Distance and azimuths between two positions; between equal positions 0 m at 180° or 0°.
  public func inverse(from start: Coordinate, to end: Coordinate) -> Path {
    if usesChords, abs(end.latitude) <= 85, let path = ChordPath.inverse(from: start, to: end) {
      let back = start == end ? path.azimuth + .pi : ChordPath.azimuth(from: end, to: start, path.distance)
      return Path(
        distance: Meters(path.distance), initialAzimuth: Degrees(path.azimuth * 180 / .pi),
        finalAzimuth: Degrees(back * 180 / .pi + (back > 0 ? -180 : 180)))
    }
    var distance = 0.0
    var initial = 0.0
    var final = 0.0
    let engine = GeodesicEngine.shared
    engine.inverse(
      engine.earth, start.latitude, start.longitude, end.latitude, end.longitude,
      &distance, &initial, &final)
    return Path(distance: Meters(distance), initialAzimuth: Degrees(initial), finalAzimuth: Degrees(final))
  }

  /// Length of the shortest path in metres; 0.7 to 1.6 µs.
  public func distance(_ a: Coordinate, _ b: Coordinate) -> Meters {
    if usesChords { return EarthCentered(a).distance(to: EarthCentered(b)) }
    var distance = 0.0
    let engine = GeodesicEngine.shared
    engine.inverse(engine.earth, a.latitude, a.longitude, b.latitude, b.longitude, &distance, nil, nil)
    return Meters(distance)
  }

  /// Whether two positions are no farther apart than a distance; by the straight line through the earth alone where
  /// that decides.
  public func isWithin(_ limit: Meters, _ a: Coordinate, _ b: Coordinate) -> Bool {
    let chord = Cartesian(a).chord(Cartesian(b))
    // No path over the ellipsoid is shorter, and up to here none need be longer by more than a part in 10,000.
    if chord - 0.001 > limit.value { return false }
    if chord < 150_000, chord * 1.0001 + 0.001 <= limit.value { return true }
    return distance(a, b) <= limit
  }

  /// Where a path ends that leaves `start` in the direction `azimuth` and is `distance` long.
  ///
  /// - Parameters:
  ///   - azimuth: clockwise from north, any finite number of degrees.
  ///   - distance: metres, any finite number; a negative one goes backwards.
  /// - Precondition: both are finite.
  public func direct(from start: Coordinate, azimuth: Degrees, distance: Meters) -> Coordinate {
    precondition(azimuth.value.isFinite && distance.value.isFinite, "azimuth and distance must be finite")
    var latitude = 0.0
    var longitude = 0.0
    let engine = GeodesicEngine.shared
    engine.direct(
      engine.earth, start.latitude, start.longitude, azimuth.value, distance.value,
      &latitude, &longitude, nil)
    return Coordinate(reducing: longitude, latitude: latitude)
  }

  /// The position half-way along the shortest path.
  public func midpoint(_ a: Coordinate, _ b: Coordinate) -> Coordinate {
    let path = inverse(from: a, to: b)
    return direct(from: a, azimuth: path.initialAzimuth, distance: path.distance * 0.5)
  }
}
