/// Finds the folder with the tables.
public enum DataFolder {
  /// An absolute path: what was asked for; else `CORDON_DATA`; else `../share/cordon/data` beside the program;
  /// else a `data` folder with a `settlements` folder in it, found upward from the program and from the
  /// current folder.
  ///
  /// - Throws: `GazetteerError.dataFolderMissing` with every path that was looked at. A folder that was asked
  ///   for, by argument or variable, is never replaced by another.
  public static func find(
    explicit: String? = nil, surroundings: Surroundings = .process
  ) throws(GazetteerError) -> String {
    if let asked = explicit ?? surroundings.variables["CORDON_DATA"], !asked.isEmpty {
      guard FileSystem.isFolder(asked) else { throw .dataFolderMissing(lookedIn: [asked]) }
      return FileSystem.resolved(asked)
    }
    var candidates: [String] = []
    if let executable = surroundings.executable {
      let folder = FileSystem.parent(executable)
      candidates.append(FileSystem.parent(folder) + "/share/cordon/data")
      candidates += upward(from: folder)
    }
    candidates += upward(from: surroundings.currentFolder)
    for candidate in candidates where FileSystem.isFolder(candidate + "/settlements") {
      return FileSystem.resolved(candidate)
    }
    var looked: [String] = []
    for candidate in candidates where !looked.contains(candidate) { looked.append(candidate) }
    throw .dataFolderMissing(lookedIn: looked)
  }

  private static func upward(from folder: String) -> [String] {
    var paths: [String] = []
    var folder = folder
    while true {
      paths.append((folder == "/" ? "" : folder) + "/data")
      let parent = FileSystem.parent(folder)
      if parent == folder || folder == "." { return paths }
      folder = parent
    }
  }
}
