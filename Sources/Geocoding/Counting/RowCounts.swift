/// Sums by row of the gazetteer, for the few territories that a document names.
///
/// The first of them are searched one by one, the rest through a dictionary.
struct RowCounts: Sendable {
  private var entries: [(row: UInt32, sum: Double)] = []
  private var places: [UInt32: Int] = [:]
  private static let fewest = 12

  var isEmpty: Bool { entries.isEmpty }

  /// 0 for a row that nothing was added to.
  @inline(__always)
  subscript(row: UInt32) -> Double {
    guard let place = place(of: row) else { return 0 }
    return entries[place].sum
  }

  mutating func add(_ amount: Double, to row: UInt32) {
    if let place = place(of: row) {
      entries[place].sum += amount
    } else {
      if entries.count >= Self.fewest { places[row] = entries.count }
      if entries.isEmpty { entries.reserveCapacity(4) }
      entries.append((row, amount))
    }
  }

  @inline(__always)
  private func place(of row: UInt32) -> Int? {
    for place in 0..<min(entries.count, Self.fewest) where entries[place].row == row { return place }
    return entries.count > Self.fewest ? places[row] : nil
  }

  /// Whether some row holds more here than elsewhere.
  func exceeds(_ other: (UInt32) -> Double) -> Bool {
    entries.contains { $0.sum > other($0.row) }
  }
}
