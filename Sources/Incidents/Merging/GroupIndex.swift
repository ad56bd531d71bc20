import GeoModel
import Geocoding
import Reading

/// Finds groups by day and by cell of one degree, so that matching looks at neighbours only.
struct GroupIndex {
  /// Footprints reaching farther than this are looked up everywhere on their day.
  private static let wideMeters = 50_000.0

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  private struct Day {
    var cells: [Cell: [Int]] = [:]
    var wide: [Int] = []
    var all: [Int] = []
  }

  private var days: [Int: Day] = [:]

  mutating func insert(_ group: Int, _ span: DaySpan, _ footprint: Footprint?) {
    for day in Self.days(of: span) {
      days[day, default: Day()].all.append(group)
      if let footprint, footprint.radius.value < Self.wideMeters {
        days[day]?.cells[Self.cell(footprint.best), default: []].append(group)
      } else {
        days[day]?.wide.append(group)
      }
    }
  }

  /// The groups a footprint on these days may belong to, in order of their numbers.
  func candidates(_ span: DaySpan, _ footprint: Footprint?) -> [Int] {
    var found: Set<Int> = []
    for day in Self.days(of: span) {
      guard let bucket = days[day] else { continue }
      guard let footprint, footprint.radius.value < Self.wideMeters else {
        found.formUnion(bucket.all)
        continue
      }
      found.formUnion(bucket.wide)
      for cell in Self.neighbours(of: footprint.best) { found.formUnion(bucket.cells[cell] ?? []) }
    }
    return found.sorted()
  }

  /// At most a year of days: what is vaguer dates nothing.
  private static func days(of span: DaySpan) -> ClosedRange<Int> {
    span.from.dayNumber...min(span.to.dayNumber, span.from.dayNumber + 366)
  }

  private static func cell(_ position: Coordinate) -> Cell {
    Cell(
      column: Int((position.longitude + 180).rounded(.down)) % 360,
      row: Int((position.latitude + 90).rounded(.down)))
  }

  /// Cells within two radii of 50 km: one row up and down, and as many columns as 100 km are wide there.
  private static func neighbours(of position: Coordinate) -> [Cell] {
    let centre = cell(position)
    let nearPole = max(abs(position.latitude) - 1, 0) > 60
    let columns = nearPole ? Array(0..<360) : [-2, -1, 0, 1, 2].map { (centre.column + $0 + 360) % 360 }
    return [-1, 0, 1].flatMap { row in columns.map { Cell(column: $0, row: centre.row + row) } }
  }
}
