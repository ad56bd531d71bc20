internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The edges of an areal geometry in radians, longitudes counted from a site's meridian.
struct Outline {
  private struct Edge {
    let x0, y0, x1, y1: Double
  }

  private var edges: [Edge] = []
  private(set) var south = Double.infinity
  private(set) var north = -Double.infinity
  /// Steradians.
  private(set) var area = 0.0

  init(of geometry: Geometry, seenFrom site: Coordinate) {
    let radian = Double.pi / 180
    for polygon in geometry.polygons {
      for (index, ring) in ([polygon.exterior] + polygon.holes).enumerated() {
        var enclosed = 0.0
        for (a, b) in zip(ring, ring.dropFirst()) {
          let edge = Edge(
            x0: (a.longitude - site.longitude) * radian, y0: a.latitude * radian,
            x1: (b.longitude - site.longitude) * radian, y1: b.latitude * radian)
          edges.append(edge)
          enclosed += Self.areaEast(of: edge, origin: (ring[0].longitude - site.longitude) * radian)
          south = min(south, edge.y0)
          north = max(north, edge.y0)
        }
        area += index == 0 ? abs(enclosed) : -abs(enclosed)
      }
    }
    area = max(0, area)
  }

  /// The area between an edge and the meridian `origin`; Simpson's rule is exact to the fifth order.
  private static func areaEast(of edge: Edge, origin: Double) -> Double {
    let x0 = edge.x0 - origin
    let x1 = edge.x1 - origin
    let middle = (x0 + x1) / 2 * cos((edge.y0 + edge.y1) / 2)
    return (edge.y1 - edge.y0) / 6 * (x0 * cos(edge.y0) + 4 * middle + x1 * cos(edge.y1))
  }

  /// Calls `body` for each row whose middle parallel crosses edges, with the longitudes where it does, ascending.
  func forEachRow(
    _ rows: Int, from start: Double, height: Double, _ body: (Int, UnsafeBufferPointer<Double>) -> Void
  ) {
    var crossings: [(row: Int, longitude: Double)] = []
    crossings.reserveCapacity(2 * rows)
    // Where each row's crossings begin, once they are counted.
    var places = [Int](repeating: 0, count: rows + 1)
    let end = start + height * Double(rows)
    for edge in edges where edge.y0 != edge.y1 {
      let low = min(edge.y0, edge.y1)
      let high = max(edge.y0, edge.y1)
      // Of a large area most edges are far from the rows.
      if high <= start || low >= end { continue }
      // Rows whose middle lies in low ..< high: half open, so that a shared vertex counts once.
      let first = max(0, ((low - start) / height - 0.5).rounded(.up))
      let last = min(Double(rows), ((high - start) / height - 0.5).rounded(.up))
      guard first < last else { continue }
      let slope = (edge.x1 - edge.x0) / (edge.y1 - edge.y0)
      for row in Int(first)..<Int(last) {
        let y = start + (Double(row) + 0.5) * height
        crossings.append((row, edge.x0 + (y - edge.y0) * slope))
        places[row + 1] += 1
      }
    }
    for row in 0..<rows { places[row + 1] += places[row] }
    var next = places
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, crossings.count)) { longitudes in
      for crossing in crossings {
        longitudes.initializeElement(at: next[crossing.row], to: crossing.longitude)
        next[crossing.row] += 1
      }
      for row in 0..<rows where places[row + 1] - places[row] > 1 {
        var own = UnsafeMutableBufferPointer(rebasing: longitudes[places[row]..<places[row + 1]])
        if own.count > 2 { own.sort() } else if own[1] < own[0] { own.swapAt(0, 1) }
        body(row, UnsafeBufferPointer(own))
      }
    }
  }
}
