/// A closed ring: the first and the last position are equal, at least four positions.
public typealias Ring = [Coordinate]

/// A polygon as RFC 7946 §3.1.6 has it: exterior ring anticlockwise, holes clockwise.
public struct Polygon: Hashable, Sendable {
  public var exterior: Ring
  public var holes: [Ring]

  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior
    self.holes = holes
  }
}

/// The geometries Cordon reads and writes; longitude first, two dimensions, WGS 84.
public enum Geometry: Hashable, Sendable {
  case point(Coordinate)
  case multiPoint([Coordinate])
  case lineString([Coordinate])
  case multiLineString([[Coordinate]])
  case polygon(Polygon)
  case multiPolygon([Polygon])

  /// The polygons of an areal geometry, else none.
  public var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    default: []
    }
  }
}

/// A box in degrees; `west > east` means it crosses the antimeridian (RFC 7946 §5.2).
public struct BoundingBox: Hashable, Sendable {
  public var west, south, east, north: Double

  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  public func contains(_ c: Coordinate) -> Bool {
    guard c.latitude >= south, c.latitude <= north else { return false }
    return west <= east
      ? c.longitude >= west && c.longitude <= east
      : c.longitude >= west || c.longitude <= east
  }
}
