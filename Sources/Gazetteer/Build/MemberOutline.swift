internal import GeoKernel
internal import GeoModel

/// The outline of an administrative area, from the points of its settlements.
///
/// Settlements fall into groups: each is tied to its three nearest ones within 600 km and to all within 100 km,
/// so that an exclave or a far island is a part of its own while thinly settled land holds together. Each group
/// gives the concave hull of its points, enlarged by half the mean spacing of its settlements (at least 2 km,
/// at most 30 km), since a border runs somewhere between the last settlement inside and the first one outside.
/// A group of one or two, or in one line, gives discs.
struct MemberOutline {
  /// Groups are told by this many points at most; of more, one for every cell of a grid.
  static let enoughPoints = 1500

  private let positions: [Coordinate]
  /// Indices of the positions that stand for their cells, and for every position which of them stands for it.
  private let sample: GridSample
  private let vectors: [(x: Double, y: Double, z: Double)]

  /// - Precondition: at least one position.
  init(_ positions: [Coordinate]) {
    self.positions = positions
    sample = GridSample(positions, atMost: Self.enoughPoints)
    vectors = sample.indices.map {
      UnitSphere.point(latitude: positions[$0].latitude, longitude: positions[$0].longitude)
    }
  }

  /// - Throws: `GeometryError` when the engine fails.
  func geometry() throws(GeometryError) -> Geometry {
    var parts: [Geometry] = []
    for group in groups() { parts += try outline(of: group.map { positions[$0] }) }
    return parts.count == 1 ? parts[0] : try Geometry.union(of: parts)
  }

  private func outline(of positions: [Coordinate]) throws(GeometryError) -> [Geometry] {
    if positions.count >= 3 {
      do throws(GeometryError) {
        let hull = try Geometry.concaveHull(of: positions, ratio: 0.3)
        let spacing = (Geodesic.wgs84.area(of: hull) / Double(positions.count)).squareRoot()
        return [try hull.buffered(by: Meters(min(30_000, max(2000, spacing / 2))))]
      } catch {
        guard error.code == .unsupported else { throw error }
      }
    }
    var discs: [Geometry] = []
    for position in positions {
      discs.append(try GeodesicDisc(center: position, radius: Meters(5000)).outline())
    }
    return discs
  }

  /// Indices of the positions of each group; groups in the order of their first ones.
  private func groups() -> [[Int]] {
    let leaders = PointGroups(vectors, close: Self.closeChord, reach: Self.reachChord).leaders
    var groups: [Int: [Int]] = [:]
    for index in positions.indices { groups[leaders[sample.standIn[index]], default: []].append(index) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// 100 km and 600 km as squared chords of the unit sphere; at such lengths the chord is the arc.
  private static let closeChord = (100.0 / 6371) * (100.0 / 6371)
  private static let reachChord = (600.0 / 6371) * (600.0 / 6371)
}
