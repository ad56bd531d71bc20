import GeoModel
import Geocoding
import Reading

/// Finds groups by day, or by another number, and by cell of one degree, so that matching looks at neighbours only.
struct GroupIndex {
  /// Footprints reaching farther than this are looked up everywhere on their day.
  private static let wideMeters = 50_000.0

  private struct Day {
    var cells: [Int32: [Int32]] = [:]
    var wide: [Int32] = []
    var all: [Int32] = []
  }

  private var days: [Int: Day] = [:]

  mutating func insert(_ group: Int, _ range: ClosedRange<Int>, _ spot: Spot?) {
    let group = Int32(group)
    for day in range {
      days[day, default: Day()].all.append(group)
      if let spot, spot.radius < Self.wideMeters {
        days[day]?.cells[Self.cell(spot.best), default: []].append(group)
      } else {
        days[day]?.wide.append(group)
      }
    }
  }

  /// The groups an account of these days and this place may belong to, each once, in order of their numbers.
  ///
  /// - Parameter body: `false` to end.
  func forEachCandidate(_ range: ClosedRange<Int>, _ spot: Spot?, _ body: (Int) -> Bool) {
    var found: [Int32] = []
    for day in range {
      guard let bucket = days[day] else { continue }
      guard let spot, spot.radius < Self.wideMeters else {
        found += bucket.all
        continue
      }
      found += bucket.wide
      Self.forEachNeighbour(of: spot.best) { cell in
        if let there = bucket.cells[cell] { found += there }
      }
    }
    found.sort()
    var last: Int32 = -1
    for group in found where group != last {
      last = group
      guard body(Int(group)) else { return }
    }
  }

  /// At most a year of days: what is vaguer dates nothing.
  static func days(of span: DaySpan) -> ClosedRange<Int> {
    span.from.dayNumber...min(span.to.dayNumber, span.from.dayNumber + 366)
  }

  private static func cell(column: Int, row: Int) -> Int32 { Int32(row * 360 + column) }

  private static func column(_ position: Coordinate) -> Int {
    Int((position.longitude + 180).rounded(.down)) % 360
  }

  private static func row(_ position: Coordinate) -> Int { Int((position.latitude + 90).rounded(.down)) }

  private static func cell(_ position: Coordinate) -> Int32 {
    cell(column: column(position), row: row(position))
  }

  /// Cells within two radii of 50 km: one row up and down, and as many columns as 100 km are wide there.
  private static func forEachNeighbour(of position: Coordinate, _ body: (Int32) -> Void) {
    let (column, row) = (column(position), row(position))
    let nearPole = max(abs(position.latitude) - 1, 0) > 60
    for row in row - 1...row + 1 {
      for offset in nearPole ? -180...179 : -2...2 {
        body(cell(column: (column + offset + 360) % 360, row: row))
      }
    }
  }
}
