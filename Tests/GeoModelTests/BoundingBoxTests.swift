import GeoModel
import Testing

private func line(_ longitudes: Double...) -> [Coordinate] {
  longitudes.map { Coordinate(reducing: $0, latitude: $0 / 10) }
}

@Suite struct BoundingBoxTests {
  @Test func ofWhatIsOnOneSide() {
    let geometry = Geometry.multiLineString([line(10, 30), line(-20, 5), line(28, 40)])
    #expect(geometry.boundingBox == BoundingBox(west: -20, south: -2, east: 40, north: 4))
    #expect(Geometry.point(line(7)[0]).boundingBox == BoundingBox(west: 7, south: 0.7, east: 7, north: 0.7))
  }

  @Test func ofWhatIsCutAtTheAntimeridian() {
    let geometry = Geometry.multiLineString([line(-180, -170), line(175, 180)])
    #expect(geometry.boundingBox == BoundingBox(west: 175, south: -18, east: -170, north: 18))
    let islands = Geometry.multiPoint(line(-175, 160, -179, 178))
    #expect(islands.boundingBox.map { [$0.west, $0.east] } == [160, -175])
  }

  @Test func ofNothing() { #expect(Geometry.multiPoint([]).boundingBox == nil) }

  @Test func containsAcrossTheAntimeridian() {
    let box = BoundingBox(west: 170, south: -20, east: -170, north: 20)
    for longitude in [170.0, 180, -180, -170] {
      #expect(box.contains(Coordinate(reducing: longitude, latitude: 0)))
    }
    for longitude in [169.0, -169, 0] { #expect(!box.contains(Coordinate(reducing: longitude, latitude: 0))) }
    #expect(!box.contains(Coordinate(reducing: 180, latitude: 21)))
  }
}
