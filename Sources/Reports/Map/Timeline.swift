internal import GeoModel
internal import Incidents
internal import Proximity
internal import Reading

/// When the incidents of a site happened: a mark for each, or how many in each stretch where they are many.
struct Timeline {
  /// Ascending by date.
  let rows: [SiteRow]
  let siteName: String
  let words: ReportWords

  private static let width = 560.0
  private static let left = 24.0
  private static let right = 536.0
  private static let lane = 22.0
  private static let mostMarks = 60

  private let first: CalendarDate
  private let last: CalendarDate

  /// `nil` without incidents.
  init?(rows: [SiteRow], siteName: String, words: ReportWords) {
    guard let first = rows.map(\.incident.date.from).min(), let last = rows.map(\.incident.date.to).max()
    else { return nil }
    self.rows = rows.sorted { ($0.incident.date.from, $1.number) < ($1.incident.date.from, $0.number) }
    self.siteName = siteName
    self.words = words
    // Room on both sides, so that one day alone still has an axis.
    let margin = max(3, (last.dayNumber - first.dayNumber) / 30)
    self.first = first.adding(days: -margin)
    self.last = last.adding(days: margin)
  }

  var showsMarks: Bool { rows.count <= Self.mostMarks }

  func svg(id: String) -> String {
    var drawing = Drawing()
    let height = showsMarks ? marks(on: &drawing) : counts(on: &drawing)
    axis(at: height, on: &drawing)
    let dates = rows.map(\.incident.date)
    return drawing.svg(
      id: id, box: (0, 0, Self.width, height + 30),
      title: words("timeline_title", ["name": siteName]),
      desc: words(
        "timeline_desc",
        [
          "incidents": words.count(rows.count, "incidents"),
          "from": dates.map(\.from).min()?.description ?? "", "to": dates.map(\.to).max()?.description ?? "",
        ]))
  }

  private func x(_ day: CalendarDate) -> Double {
    let share = Double(day.dayNumber - first.dayNumber) / Double(max(1, last.dayNumber - first.dayNumber))
    return Self.left + share * (Self.right - Self.left)
  }

  /// A mark on the lowest lane where it covers no other; gives back where the axis is.
  private func marks(on drawing: inout Drawing) -> Double {
    var ends: [Double] = []
    var placed: [(SiteRow, Int, Double, Double)] = []
    for row in rows {
      let (start, end) = (x(row.incident.date.from), x(row.incident.date.to))
      let middle = (start + end) / 2
      let box = (min(start, middle - 10), max(end, middle + 16 + 8 * Double(String(row.number).count)))
      var lane = ends.firstIndex { $0 < box.0 } ?? ends.count
      if lane >= 12 { lane = 11 }
      if lane == ends.count { ends.append(box.1) } else { ends[lane] = box.1 }
      placed.append((row, lane, start, end))
    }
    let base = Self.lane * Double(max(1, ends.count)) + 8
    for (row, lane, start, end) in placed {
      let y = base - Self.lane * (Double(lane) + 0.5) - 2
      let at = Pixel(x: (start + end) / 2, y: y)
      if end - start > 2 { drawing.line(Pixel(x: start, y: y), Pixel(x: end, y: y), "span" + row.side) }
      drawing.path(MarkShape.path(of: row.incident.kind, at: at), row.markStyle)
      drawing.text(String(row.number), Pixel(x: at.x + 10, y: at.y + 5), "strong")
    }
    return base
  }

  /// Bars of how many there were, with the highest number; gives back where the axis is.
  private func counts(on drawing: inout Drawing) -> Double {
    let bins = 48
    var numbers = [Int](repeating: 0, count: bins)
    for row in rows {
      let middle = (x(row.incident.date.from) + x(row.incident.date.to)) / 2
      let share = (middle - Self.left) / (Self.right - Self.left)
      numbers[min(bins - 1, max(0, Int(share * Double(bins))))] += 1
    }
    let most = numbers.max() ?? 1
    let (base, width) = (110.0, (Self.right - Self.left) / Double(bins))
    for (bin, number) in numbers.enumerated() where number > 0 {
      let height = 80 * Double(number) / Double(most)
      let corner = Pixel(x: Self.left + Double(bin) * width, y: base - height)
      drawing.rectangle(corner, width: width - 1, height: height, "count")
      if number == most {
        drawing.text(
          String(number), Pixel(x: corner.x + width / 2, y: corner.y - 4), "strong", anchor: "middle")
      }
    }
    return base
  }

  private func axis(at y: Double, on drawing: inout Drawing) {
    drawing.line(Pixel(x: Self.left, y: y), Pixel(x: Self.right, y: y), "bar")
    for tick in TimeTicks.between(first, last) {
      let x = x(tick.day)
      drawing.line(Pixel(x: x, y: y), Pixel(x: x, y: y + 6), "tick")
      drawing.text(tick.label, Pixel(x: x, y: y + 21), "small", anchor: "middle")
    }
  }
}
