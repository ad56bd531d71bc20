/// Where imported indexes lie.
enum ImportName {
  /// The name that means the index of the tables that ship.
  static let shipped = "default"

  /// The file of an import: a path as it is, a name as one beside the default index.
  ///
  /// - Returns: `nil` for the default index.
  /// - Throws: `GazetteerError.badImportName`.
  static func path(_ name: String, cache: String) throws(GazetteerError) -> String? {
    if name == shipped { return nil }
    if name.contains("/") { return name }
    try check(name)
    return "\(cache)/import-\(name).index"
  }

  static func check(_ name: String) throws(GazetteerError) {
    let isFit =
      !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix(".") && name != shipped
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-_.".unicodeScalars.contains(scalar)
      }
    guard isFit else { throw .badImportName(name) }
  }

  /// The name of a file without folder and ending: "UA" for "dumps/UA.zip".
  static func from(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let point = file.lastIndex(of: "."), point != file.startIndex else { return file }
    return String(file[..<point])
  }
}
