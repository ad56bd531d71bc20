import Foundation
import Reading
import Testing

/// The shipped lexicons and documents made on the spot.
enum Fixture {
  static let lexiconFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "data/lexicon").path(percentEncoded: false)

  static let lexicons = Result { try LexiconLibrary(directory: lexiconFolder) }

  static func reader() throws -> DocumentReader { DocumentReader(lexicons: try lexicons.get()) }

  static func document(_ text: String, title: String? = nil) throws -> Document {
    try reader().read(text: text, id: "test", title: title)
  }

  static func sentences(_ document: Document) -> [String] {
    document.sentences.map { document.text[$0.range] }
  }

  /// A fresh folder with files, for the time of `body`.
  static func inFolder<R>(_ files: [String: [UInt8]], _ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cordon-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    return try body(folder.path(percentEncoded: false))
  }

  static func read(_ arguments: [String]) throws -> [Result<Document, ReadingError>] {
    Array(try reader().documents(in: arguments))
  }

  static func failures(_ results: [Result<Document, ReadingError>]) -> [ReadingError] {
    results.compactMap { if case .failure(let error) = $0 { error } else { nil } }
  }

  static func documents(_ results: [Result<Document, ReadingError>]) -> [Document] {
    results.compactMap { try? $0.get() }
  }
}
