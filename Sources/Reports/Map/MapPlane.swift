internal import GeoKernel
internal import GeoModel

/// Positions as pixels around a site: the azimuthal equidistant projection, north up.
///
/// Distances and directions from the middle are those on the ellipsoid, so rings are circles.
struct MapPlane {
  /// Half the width of the map, in pixels and on the ground.
  static let half = 240.0
  let center: Coordinate
  let reach: Meters

  var pixelsPerMeter: Double { Self.half / reach.value }

  func pixel(_ position: Coordinate) -> Pixel {
    let path = Geodesic.wgs84.inverse(from: center, to: position)
    let distance = path.distance.value * pixelsPerMeter
    let turn = path.initialAzimuth.value / 360
    return Pixel(x: distance * sine(turn), y: -distance * cosine(turn))
  }

  func shows(_ pixel: Pixel) -> Bool { abs(pixel.x) < Self.half - 4 && abs(pixel.y) < Self.half - 4 }

  /// Path data of a line; vertices closer than half a pixel are left out.
  func path(_ line: [Coordinate], isClosed: Bool) -> String {
    var data = ""
    var last: Pixel?
    for position in line {
      let next = pixel(position)
      if let last, last.distance(to: next) < 0.5 { continue }
      data += "\(last == nil ? "M" : "L")\(next.x.px) \(next.y.px)"
      last = next
    }
    return data + (isClosed ? "Z" : "")
  }

  /// Whether an area reaches beyond the map on all sides, so that nothing of its outline could be drawn.
  func isFilled(by geometry: Geometry) -> Bool {
    let corner = Self.half * 1.4143
    let vertices = geometry.polygons.flatMap { [$0.exterior] + $0.holes }.flatMap(\.self)
    let middle = Pixel(x: 0, y: 0)
    guard vertices.allSatisfy({ pixel($0).distance(to: middle) > corner }) else { return false }
    return Geodesic.wgs84.nearestDistance(from: center, to: geometry) == .zero
  }
}
