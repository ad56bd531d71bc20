import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Geometry {
  let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
  return .polygon(Polygon(exterior: corners.map { Coordinate(reducing: $0.0, latitude: $0.1) }))
}

private func area(_ geometry: Geometry?) -> Double { geometry.map { Geodesic.wgs84.area(of: $0) } ?? 0 }

@Suite struct SetOperationTests {
  @Test(arguments: propertySeeds) func areasAddUp(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let center = random.coordinate()
      let radius = random.double(100...800_000)
      let other = Geodesic.wgs84.direct(
        from: center, azimuth: Degrees(random.double(0...360)),
        distance: Meters(radius * random.double(0...2.5)))
      let a = try GeodesicDisc(center: center, radius: Meters(radius)).outline()
      let b = try GeodesicDisc(center: other, radius: Meters(radius * 0.7)).outline()
      let (union, common, rest) = (try a.union(b), try a.intersection(b), try a.subtracting(b))
      for result in [union, common, rest].compactMap(\.self) { #expect(result.invalidityReason() == nil) }
      let sum = area(a) + area(b)
      #expect(abs(area(union) + area(common) - sum) < 1e-6 * sum, "\(center) \(other) \(radius)")
      #expect(abs(area(common) + area(rest) - area(a)) < 1e-6 * sum)
      #expect(try a.intersects(b) == (common != nil) || area(common) == 0)
      if let common { #expect(area(common) <= area(b) * (1 + 1e-9)) }
    }
  }

  @Test func resultsHaveTheHighestDimension() throws {
    let square = box(0, 0, 2, 2)
    #expect(try square.intersection(box(5, 5, 6, 6)) == nil)
    #expect(try square.subtracting(box(-1, -1, 3, 3)) == nil)
    let line = Geometry.lineString([try position(-1, 1), try position(1, 1)])
    #expect(try line.intersection(square) == .lineString([try position(0, 1), try position(1, 1)]))
    #expect(try Geometry.point(position(1, 1)).intersection(square) == .point(position(1, 1)))
    #expect(throws: GeometryError.self) { try square.union(line) }
    #expect(throws: GeometryError.self) { try Geometry.union(of: []) }
    let three = try Geometry.union(of: [box(0, 0, 1, 1), box(1, 0, 2, 1), box(5, 5, 6, 6)])
    #expect(three.polygons.count == 2)
  }

  @Test func holesRunClockwise() throws {
    let ring = try #require(try box(0, 0, 9, 9).subtracting(box(2, 2, 3, 3))).polygons
    #expect(ring.count == 1 && ring[0].holes.count == 1)
    #expect(isAnticlockwise(ring[0].exterior))
    #expect(!isAnticlockwise(ring[0].holes[0]))
  }

  @Test func covering() throws {
    let square = box(0, 0, 2, 2)
    #expect(try square.covers(box(0, 0, 1, 2)))
    #expect(try !square.covers(box(1, 1, 3, 2)))
    #expect(try square.intersects(box(2, 2, 3, 3)))
    #expect(try !square.intersects(box(2.1, 2, 3, 3)))
  }

  @Test func theSeamIsOneLine() throws {
    #expect(try box(179, 0, 180, 1).intersects(box(-180, 0.5, -179, 2)))
    #expect(try !box(179, 0, 180, 1).intersects(box(-180, 1.5, -179, 2)))
    #expect(try !box(179, 0, 179.5, 1).intersects(box(-180, 0.5, -179, 2)))
    #expect(box(179, 0, 180, 1).covers(try position(-180, 0.5)))
  }

  @Test func reportsWhatIsInvalid() throws {
    let bow = Geometry.polygon(
      Polygon(exterior: [
        try position(0, 0), try position(1, 1), try position(1, 0), try position(0, 1), try position(0, 0),
      ]))
    #expect(bow.invalidityReason()?.contains("0.5 0.5") == true)
    #expect(!bow.isValid && box(0, 0, 1, 1).isValid)
    let open = Geometry.polygon(
      Polygon(exterior: [try position(0, 0), try position(1, 1), try position(1, 0)]))
    #expect(open.invalidityReason()?.contains("not closed") == true)
  }

  @Test func pointInPolygon() throws {
    let ring = box(0, 0, 4, 4).polygons[0].exterior
    let hole = Ring(box(1, 1, 2, 2).polygons[0].exterior.reversed())
    let shape = Geometry.polygon(Polygon(exterior: ring, holes: [hole]))
    let cases: [(Double, Double, Bool)] = [
      (3, 3, true), (1.5, 1.5, false), (1, 1.5, true), (2, 2, true), (0, 0, true), (4, 2, true), (2, 4, true),
      (4.0001, 2, false), (-1, 0, false), (5, 4, false), (-1, 2, false), (3, 1, true), (0.5, 2, true),
    ]
    for (x, y, expected) in cases { #expect(shape.covers(try position(x, y)) == expected, "\(x),\(y)") }
    #expect(!Geometry.point(try position(1, 1)).covers(try position(1, 1)))
  }
}
