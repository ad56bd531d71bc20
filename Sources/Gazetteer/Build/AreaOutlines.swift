internal import GeoModel

/// Draws the outlines of all countries, regions and districts, so that no look-up has to.
struct AreaOutlines {
  private(set) var areas: [AreaRecord] = []
  private(set) var rings: [RingRecord] = []
  private(set) var vertices: [VertexRecord] = []

  /// An outline is worth having from three places on.
  private static let fewestMembers = 3
  /// Of more members than these, as imports have them, one for every cell of a grid is enough.
  private static let mostMembers = 50_000

  /// - Parameters:
  ///   - records: all places, settlements tied to their parents.
  ///   - progress: called with the share that is done, 0 ... 1, from any thread.
  init(of records: [PlaceRecord], progress: @Sendable (Double) -> Void) {
    let rows = records.indices.filter {
      records[$0].featureClass != FeatureClass.settlement.rawValue
        && records[$0].memberCount >= Self.fewestMembers
    }
    // The largest first, so that no core is left alone with one of them at the end.
    let order = rows.sorted { (records[$1].memberCount, $0) < (records[$0].memberCount, $1) }
    let shapes = ParallelMap.run(order.count) {
      Shape(of: records[order[$0]], records)
    } progress: { done in
      if done % 64 == 0 { progress(Double(done) / Double(order.count)) }
    }
    let byRow = zip(order, shapes).sorted { $0.0 < $1.0 }
    for (row, shape) in byRow { add(shape, row: UInt32(row)) }
  }

  /// An outline in the index's units.
  private struct Shape: Sendable {
    /// For each polygon its rings.
    var polygons: [[[Coordinate]]] = []
    var radius = Meters.zero

    /// Empty should the engine refuse to draw it: the place is then a disc.
    init(of place: PlaceRecord, _ records: [PlaceRecord]) {
      let members = Int(place.firstMember)..<Int(place.firstMember + place.memberCount)
      var positions = records[members].map(\.coordinate)
      if positions.count > AreaOutlines.mostMembers {
        let sample = GridSample(positions, atMost: AreaOutlines.mostMembers)
        positions = sample.indices.map { positions[$0] }
      }
      guard let outline = try? MemberOutline(positions).geometry() else { return }
      let rounded = outline.polygons.map { polygon in
        Polygon(exterior: Self.rounded(polygon.exterior), holes: polygon.holes.map(Self.rounded))
      }
      let farthest = OutlineReach.of(rounded, from: place.coordinate)
      guard let farthest else { return }
      radius = farthest
      polygons = rounded.map { [$0.exterior] + $0.holes }
    }

    private static func rounded(_ ring: Ring) -> Ring {
      ring.map {
        Coordinate(
          reducing: ($0.longitude * 1e7).rounded() / 1e7, latitude: ($0.latitude * 1e7).rounded() / 1e7)
      }
    }
  }

  private mutating func add(_ shape: Shape, row: UInt32) {
    guard !shape.polygons.isEmpty else { return }
    let firstRing = UInt32(rings.count)
    for polygon in shape.polygons {
      for (index, ring) in polygon.enumerated() {
        rings.append(
          RingRecord(
            firstVertex: UInt32(vertices.count),
            countAndKind: UInt32(ring.count) | (index == 0 ? 0 : RingRecord.isHole)))
        for position in ring {
          vertices.append(
            VertexRecord(
              longitudeE7: Int32((position.longitude * 1e7).rounded()),
              latitudeE7: Int32((position.latitude * 1e7).rounded())))
        }
      }
    }
    areas.append(
      AreaRecord(
        row: row, radiusCentimeters: UInt32((shape.radius.value * 100).rounded(.up)), firstRing: firstRing,
        ringCount: UInt32(rings.count) - firstRing))
  }
}
