/// Marks that would lie on each other: drawn around their spot, each with a line to it.
struct MarkSpot {
  let center: Pixel
  private var rows: [SiteRow] = []

  /// - Parameter home: where the site is drawn, which no mark may cover.
  static func group(_ marks: [(SiteRow, Pixel)], around home: Pixel) -> [MarkSpot] {
    var spots = [MarkSpot(center: home)]
    for (row, at) in marks {
      if let index = spots.firstIndex(where: { $0.center.distance(to: at) < 16 }) {
        spots[index].rows.append(row)
      } else {
        spots.append(MarkSpot(center: at, rows: [row]))
      }
    }
    return spots
  }

  /// Where each is drawn: alone at the spot itself, else on a spiral around it, clear of each other.
  var spread: [(SiteRow, Pixel)] {
    if rows.count == 1, let row = rows.first, center != Pixel(x: 0, y: 0) { return [(row, center)] }
    var turn = 0.08
    var radius = 34.0
    return rows.map { row in
      let at = Pixel(x: center.x + radius * sine(turn), y: center.y - radius * cosine(turn))
      let step = 34 / (radius * 2 * Double.pi)
      turn += step
      radius += step * 36
      return (row, at)
    }
  }

  private init(center: Pixel, rows: [SiteRow] = []) {
    self.center = center
    self.rows = rows
  }
}
