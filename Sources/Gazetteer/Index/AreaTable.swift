internal import GeoModel

/// The outlines of countries, regions and districts as they lie in the index.
///
/// The buffers point into the mapping that the `CompiledIndex` keeps alive.
struct AreaTable {
  let areas: UnsafeBufferPointer<AreaRecord>
  let rings: UnsafeBufferPointer<RingRecord>
  let vertices: UnsafeBufferPointer<VertexRecord>

  init?(_ header: IndexHeader) {
    guard let areas: UnsafeBufferPointer<AreaRecord> = header.records(.areas),
      let rings: UnsafeBufferPointer<RingRecord> = header.records(.rings),
      let vertices: UnsafeBufferPointer<VertexRecord> = header.records(.vertices)
    else { return nil }
    self.areas = areas
    self.rings = rings
    self.vertices = vertices
  }

  /// The area of a place; `nil` when it has no outline.
  func area(of row: UInt32) -> AreaRecord? {
    guard let found = Search.first(in: areas, where: { $0.row >= row }), found.row == row else { return nil }
    return found
  }

  func radius(of area: AreaRecord) -> Meters { Meters(Double(area.radiusCentimeters) / 100) }

  /// The outline, cut to the sections should its records be damaged; `nil` when nothing is left of it.
  func outline(of area: AreaRecord) -> Geometry? {
    var polygons: [Polygon] = []
    let first = min(Int(area.firstRing), rings.count)
    for ring in rings[first..<min(first + Int(area.ringCount), rings.count)] {
      let positions = positions(of: ring)
      if ring.countAndKind & RingRecord.isHole == 0 {
        polygons.append(Polygon(exterior: positions))
      } else if !polygons.isEmpty {
        polygons[polygons.count - 1].holes.append(positions)
      }
    }
    guard let only = polygons.first else { return nil }
    return polygons.count == 1 ? .polygon(only) : .multiPolygon(polygons)
  }

  private func positions(of ring: RingRecord) -> Ring {
    let first = min(Int(ring.firstVertex), vertices.count)
    let end = min(first + Int(ring.countAndKind & ~RingRecord.isHole), vertices.count)
    return vertices[first..<end].map {
      Coordinate(reducing: Double($0.longitudeE7) / 1e7, latitude: Double($0.latitudeE7) / 1e7)
    }
  }
}
