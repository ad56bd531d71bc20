/// A table of the data folder that cannot be used.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// Line number, from 1.
  public let line: Int
  public let reason: String

  public var description: String {
    "\(file):\(line): \(reason); correct the file or reinstall the data folder"
  }
}

/// The rows of a small tab-separated table with a header line.
struct TableRows {
  /// Line number and fields, the header left out; every row has as many fields as the header.
  let rows: [(line: Int, fields: [String])]

  /// - Throws: `TableError` when the header is another or a row has too many or too few fields.
  init(_ text: String, file: String, header: [String]) throws(TableError) {
    var rows: [(line: Int, fields: [String])] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if number == 1 {
        guard fields == header else {
          throw TableError(
            file: file, line: 1, reason: "the header must be \(header.joined(separator: ", "))")
        }
        continue
      }
      guard fields.count == header.count else {
        throw TableError(
          file: file, line: number, reason: "\(fields.count) fields where \(header.count) are expected")
      }
      rows.append((number, fields))
    }
    self.rows = rows
  }
}
