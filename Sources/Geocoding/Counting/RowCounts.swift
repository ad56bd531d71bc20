/// Sums by row of the gazetteer, for the few territories that a document names.
///
/// The first of them are searched one by one, the rest through a dictionary.
struct RowCounts: Sendable {
  private var rows: [UInt32] = []
  private var sums: [Double] = []
  private var places: [UInt32: Int] = [:]
  private static let fewest = 12

  /// 0 for a row that nothing was added to.
  @inline(__always)
  subscript(row: UInt32) -> Double {
    guard let place = place(of: row) else { return 0 }
    return sums[place]
  }

  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ amount: Double, to row: UInt32) {
    if let place = place(of: row) {
      sums[place] += amount
    } else {
      if rows.count >= Self.fewest { places[row] = rows.count }
      rows.append(row)
      sums.append(amount)
    }
  }

  private func place(of row: UInt32) -> Int? {
    for (place, known) in rows.prefix(Self.fewest).enumerated() where known == row { return place }
    return rows.count > Self.fewest ? places[row] : nil
  }

  /// Whether some row holds more here than in other sums.
  func exceeds(_ other: RowCounts) -> Bool {
    rows.indices.contains { sums[$0] > other[rows[$0]] }
  }
}
