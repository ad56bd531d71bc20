/// The texts that a dump consists of: the file itself, or the text files in a zip archive.
enum DumpFiles {
  struct Text {
    /// For messages: the file, or file and entry ("UA.zip/UA.txt").
    let label: String
    let source: any ByteSource
  }

  /// What GeoNames packs beside its tables.
  private static let companions: Set = ["readme.txt", "iso-languagecodes.txt"]

  /// - Throws: `GazetteerError.unreadable` when the file is not there, is a damaged archive, or one without a
  ///   table.
  static func open(_ path: String) throws(GazetteerError) -> [Text] {
    let file = try InputFile(path: path)
    guard try ZipArchive.begins(file) else { return [Text(label: path, source: PlainBytes(file))] }
    var texts: [Text] = []
    for entry in try ZipArchive(file).entries {
      let name = entry.name.split(separator: "/").last.map { $0.lowercased() } ?? ""
      guard name.hasSuffix(".txt"), !companions.contains(name) else { continue }
      texts.append(Text(label: "\(path)/\(entry.name)", source: try ZipEntryBytes(file, entry)))
    }
    guard !texts.isEmpty else { throw .unreadable(path: path, reason: "no table (.txt) is in the archive") }
    return texts
  }
}
