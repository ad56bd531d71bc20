/// The table files of a data folder, as they are now.
struct SourceTables {
  static let small = [
    "countries.tsv", "demonyms.tsv", "districts.tsv", "features.tsv", "folding.tsv", "regions.tsv",
  ]

  let folder: String
  /// ISO codes of the countries that have a settlement table, in order.
  let countries: [String]
  /// Over names, sizes and modification times of all tables.
  let digest: UInt64

  /// - Parameter folder: an absolute path.
  /// - Throws: `GazetteerError.tableMissing` when a table is not there, `.unreadable` when the folder is not.
  init(folder: String) throws(GazetteerError) {
    self.folder = folder
    let files = try FileSystem.names(in: folder + "/settlements").filter { $0.hasSuffix(".tsv") }
    guard !files.isEmpty else { throw .tableMissing(path: folder + "/settlements/*.tsv") }
    var description = ""
    for name in Self.small + files.map({ "settlements/" + $0 }) {
      guard let status = FileSystem.status(folder + "/" + name), !status.isFolder else {
        throw .tableMissing(path: folder + "/" + name)
      }
      description += "\(name)\t\(status.size)\t\(status.modifiedSeconds)\t\(status.modifiedNanoseconds)\n"
    }
    countries = files.map { String($0.dropLast(4)) }
    digest = Checksum.of(Array(description.utf8))
  }

  func settlements(_ country: String) -> String { "\(folder)/settlements/\(country).tsv" }
}
