internal import GeoModel

/// A position in some plane: degrees that may run beyond ±180, or metres of a local projection.
///
/// Two doubles without padding, which is how they are handed to the engine.
struct XY: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  init(_ c: Coordinate) {
    x = c.longitude
    y = c.latitude
  }
}

/// A polygon of a plane; rings are closed.
struct PlanarPolygon: Hashable, Sendable {
  var exterior: [XY]
  var holes: [[XY]] = []
}

/// Everything the engine takes and gives, sorted by dimension.
struct Planar: Hashable, Sendable {
  var points: [XY] = []
  var lines: [[XY]] = []
  var polygons: [PlanarPolygon] = []

  var isEmpty: Bool { points.isEmpty && lines.isEmpty && polygons.isEmpty }
}

extension Planar {
  init(polygons: [PlanarPolygon]) { self.polygons = polygons }

  init(_ geometry: Geometry) {
    switch geometry {
    case .point(let c): points = [XY(c)]
    case .multiPoint(let cs): points = cs.map(XY.init)
    case .lineString(let line): lines = [line.map(XY.init)]
    case .multiLineString(let all): lines = all.map { $0.map(XY.init) }
    case .polygon(let polygon): polygons = [PlanarPolygon(polygon)]
    case .multiPolygon(let all): polygons = all.map(PlanarPolygon.init)
    }
  }

  /// Every longitude moved by a whole number of turns.
  func shifted(by degrees: Double) -> Planar {
    if degrees == 0 { return self }
    func move(_ ring: [XY]) -> [XY] { ring.map { XY($0.x + degrees, $0.y) } }
    return Planar(
      points: move(points), lines: lines.map(move),
      polygons: polygons.map { PlanarPolygon(exterior: move($0.exterior), holes: $0.holes.map(move)) })
  }
}

extension PlanarPolygon {
  init(_ polygon: Polygon) {
    exterior = polygon.exterior.map(XY.init)
    holes = polygon.holes.map { $0.map(XY.init) }
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> PlanarPolygon {
    PlanarPolygon(exterior: [
      XY(west, south), XY(east, south), XY(east, north), XY(west, north), XY(west, south),
    ])
  }
}

/// Twice the area inside a closed ring, positive when it runs anticlockwise.
///
/// Taken relative to the first position, so that small rings far from the origin keep their digits.
func doubledArea(_ ring: [XY]) -> Double {
  guard let origin = ring.first else { return 0 }
  var sum = 0.0
  for i in 1..<max(1, ring.count) {
    sum +=
      (ring[i - 1].x - origin.x) * (ring[i].y - origin.y)
      - (ring[i].x - origin.x) * (ring[i - 1].y - origin.y)
  }
  return sum
}
