extension Geometry {
  /// The smallest box round the geometry; `nil` when it has no positions.
  ///
  /// Of the boxes that hold everything the one with the least width is taken, so that parts on both sides of
  /// ±180° give a box with `west > east` (RFC 7946 §5.2).
  public var boundingBox: BoundingBox? {
    let spans = parts.compactMap(Span.init).sorted { $0.west < $1.west }
    guard let first = spans.first else { return nil }
    let south = spans.reduce(first.south) { min($0, $1.south) }
    let north = spans.reduce(first.north) { max($0, $1.north) }
    // The widest gap between the parts, as they follow each other eastwards, is what the box leaves out.
    let outerEast = spans.reduce(first.east) { max($0, $1.east) }
    var widest = first.west + 360 - outerEast
    var (west, east) = (first.west, outerEast)
    var reached = first.east
    for span in spans.dropFirst() {
      if span.west - reached > widest {
        widest = span.west - reached
        (west, east) = (span.west, reached)
      }
      reached = max(reached, span.east)
    }
    return BoundingBox(west: west, south: south, east: east, north: north)
  }

  /// What hangs together: every point, line and exterior ring.
  private var parts: [[Coordinate]] {
    switch self {
    case .point(let position): [[position]]
    case .multiPoint(let positions): positions.map { [$0] }
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines
    case .polygon(let polygon): [polygon.exterior]
    case .multiPolygon(let polygons): polygons.map(\.exterior)
    }
  }
}

private struct Span {
  var west, south, east, north: Double

  init?(_ positions: [Coordinate]) {
    guard let first = positions.first else { return nil }
    (west, south, east, north) = (first.longitude, first.latitude, first.longitude, first.latitude)
    for position in positions {
      (west, east) = (min(west, position.longitude), max(east, position.longitude))
      (south, north) = (min(south, position.latitude), max(north, position.latitude))
    }
  }
}
