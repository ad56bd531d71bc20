#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file to read, or why there is none.
enum InputFile {
  case file(path: String, id: String, format: DocumentFormat)
  case standardInput
  case failure(ReadingError)

  /// The files that the arguments mean, in the order given, those of a folder sorted by path.
  ///
  /// A file named twice is read once. Ids are file names, of a folder's files the path below the
  /// folder; where two would be the same, the path as given.
  static func list(_ arguments: [String]) -> [InputFile] {
    var found: [InputFile] = []
    for (place, argument) in arguments.enumerated() {
      if argument == "-" {
        // It can be read to its end only once.
        if arguments[..<place].contains("-") { continue }
        found.append(.standardInput)
        continue
      }
      if argument.isEmpty {
        found.append(
          .failure(ReadingError(.noInput, file: "''", "an empty name names no file; leave it out")))
        continue
      }
      switch PathKind(argument) {
      case .missing:
        found.append(.failure(ReadingError(.noInput, file: argument, "there is no such file or folder")))
      case .folder, .linkToFolder: found += documents(inFolder: argument)
      // A pipe that somebody names is meant to be waited for.
      case .file, .special: found.append(single(argument))
      }
    }
    return withUniqueIDs(found)
  }

  private static func single(_ path: String) -> InputFile {
    let name = String(path.split(separator: "/").last ?? Substring(path))
    guard let format = DocumentFormat(fileName: name) else {
      return .failure(
        ReadingError(
          .noInput, file: path,
          "is not a document; Cordon reads \(DocumentFormat.endings), and any text from standard input"))
    }
    return .file(path: path, id: name, format: format)
  }

  private static func documents(inFolder folder: String) -> [InputFile] {
    var files: [InputFile] = []
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    collect(root, below: "", into: &files)
    guard files.isEmpty else { return files }
    return [
      .failure(
        ReadingError(
          .noInput, file: folder, "the folder holds no documents; Cordon reads \(DocumentFormat.endings)"))
    ]
  }

  private static func collect(_ root: String, below path: String, into files: inout [InputFile]) {
    let folder = path.isEmpty ? root : root + "/" + path
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      files.append(.failure(ReadingError(.noInput, file: folder, "the folder cannot be read")))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let below = path.isEmpty ? name : path + "/" + name
      let full = root + "/" + below
      switch PathKind(full) {
      case .folder: collect(root, below: below, into: &files)
      case .file:
        guard let format = DocumentFormat(fileName: name) else { continue }
        files.append(.file(path: full, id: below, format: format))
      case .special where DocumentFormat(fileName: name) != nil:
        files.append(
          .failure(
            ReadingError(.noInput, file: full, "is no file but a pipe or a device; name it to read it")))
      case .missing where DocumentFormat(fileName: name) != nil:
        files.append(.failure(ReadingError(.noInput, file: full, "is a link to a file that is not there")))
      // A link to a folder may lead back to where it stands.
      case .linkToFolder, .missing, .special: continue
      }
    }
  }

  private static func withUniqueIDs(_ files: [InputFile]) -> [InputFile] {
    var count: [String: Int] = [:]
    var paths: Set<String> = []
    let distinct = files.filter { file in
      guard case .file(let path, let id, _) = file else { return true }
      guard paths.insert(path).inserted else { return false }
      count[id, default: 0] += 1
      return true
    }
    return distinct.map { file in
      guard case .file(let path, let id, let format) = file, count[id, default: 0] > 1 else { return file }
      return .file(path: path, id: path, format: format)
    }
  }
}
