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
    var leader = Array(vectors.indices)
    func find(_ index: Int) -> Int {
      var root = index
      while leader[root] != root { root = leader[root] }
      leader[index] = root
      return root
    }
    func join(_ a: Int, _ b: Int) {
      let (first, second) = (find(a), find(b))
      leader[max(first, second)] = min(first, second)
    }
    for index in vectors.indices {
      var nearest: [(chord: Double, index: Int)] = []
      for other in vectors.indices where other != index {
        let chord = squaredChord(index, other)
        if chord <= Self.closeChord { join(index, other) }
        guard chord <= Self.reachChord, nearest.count < 3 || chord < nearest[2].chord else { continue }
        nearest.insert((chord, other), at: nearest.firstIndex { $0.chord > chord } ?? nearest.count)
        if nearest.count > 3 { nearest.removeLast() }
      }
      for entry in nearest { join(index, entry.index) }
    }
    var groups: [Int: [Int]] = [:]
    for index in positions.indices { groups[find(sample.standIn[index]), default: []].append(index) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func squaredChord(_ a: Int, _ b: Int) -> Double {
    let (dx, dy, dz) = (
      vectors[a].x - vectors[b].x, vectors[a].y - vectors[b].y, vectors[a].z - vectors[b].z
    )
    return dx * dx + dy * dy + dz * dz
  }

  /// 100 km and 600 km as squared chords of the unit sphere; at such lengths the chord is the arc.
  private static let closeChord = (100.0 / 6371) * (100.0 / 6371)
  private static let reachChord = (600.0 / 6371) * (600.0 / 6371)
}

/// Few positions that stand for many: the first one of every cell of a grid in degrees.
struct GridSample {
  /// Indices of the positions kept.
  private(set) var indices: [Int] = []
  /// For every position, which of `indices` stands for it.
  private(set) var standIn: [Int] = []

  /// The grid is as fine as the limit allows, at least a thousandth of a degree.
  init(_ positions: [Coordinate], atMost limit: Int) {
    var size = 0.001
    repeat {
      sample(positions, cell: size)
      size *= 1.5
    } while indices.count > limit
  }

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  private mutating func sample(_ positions: [Coordinate], cell size: Double) {
    var cells: [Cell: Int] = [:]
    indices.removeAll()
    standIn.removeAll()
    for (index, position) in positions.enumerated() {
      let cell = Cell(
        column: Int((position.longitude / size).rounded(.down)),
        row: Int((position.latitude / size).rounded(.down)))
      if cells[cell] == nil {
        cells[cell] = indices.count
        indices.append(index)
      }
      standIn.append(cells[cell] ?? 0)
    }
  }
}
