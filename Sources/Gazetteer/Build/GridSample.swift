internal import GeoModel

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
      sample(positions, cell: size, giveUpBeyond: limit)
      size *= 1.5
    } while indices.count > limit
  }

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  private mutating func sample(_ positions: [Coordinate], cell size: Double, giveUpBeyond limit: Int) {
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
        if indices.count > limit { return }
      }
      standIn.append(cells[cell] ?? 0)
    }
  }
}
