/// Reads `folding.tsv`: what single characters become when Unicode does not say.
enum FoldingTable {
  static func read(_ path: String) throws(GazetteerError) -> [UInt32: [UInt8]] {
    var overrides: [UInt32: [UInt8]] = [:]
    try Table(path: path).forEachRow(columns: ["from", "to"]) { row throws(GazetteerError) in
      let scalars = row.text(0).unicodeScalars
      guard let scalar = scalars.first, scalars.count == 1 else {
        throw row.failure("'from' is '\(row.text(0))', not a single character")
      }
      let form = Array(row.bytes(1))
      guard form.count <= FoldOverflow.capacity else {
        throw row.failure("'to' is longer than \(FoldOverflow.capacity) bytes")
      }
      overrides[scalar.value] = form
    }
    return overrides
  }
}
