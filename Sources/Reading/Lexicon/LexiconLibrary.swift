import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lexicons of a data folder, each parsed when it is first asked for.
///
/// A final class of constants and one `Mutex`, so that tasks share it without copying.
public final class LexiconLibrary: Sendable {
  /// ISO 639-1 codes of the lexicons there are, sorted.
  public let languages: [String]
  /// What reading a page needs of all languages: frequent words, abbreviations, furniture.
  let pageWords: PageWords
  private let texts: [String: (text: [UInt8], file: String)]
  /// A handful, looked through one by one.
  private let parsed = Mutex<[(language: String, result: Result<Lexicon, LexiconError>)]>([])

  /// - Parameter directory: the folder of the `<language>.yaml` files.
  /// - Throws: `LexiconError` when the folder cannot be read, holds no lexicon, or a lexicon's sections
  ///   `language` or `furniture` are broken; the rest of a file is looked at when its language is needed.
  public init(directory: String) throws(LexiconError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    let files = names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
    guard !files.isEmpty else {
      throw LexiconError(file: directory, reason: "there are no lexicons (<language>.yaml) in this folder")
    }
    var texts: [String: (text: [UInt8], file: String)] = [:]
    var words = PageWordTables()
    for name in files {
      let path = directory + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw LexiconError(file: path, reason: "the lexicon cannot be read")
      }
      let text = Array(data)
      let language = String(name.dropLast(".yaml".count))
      texts[language] = (text, path)
      try words.add(language, yaml: text, file: path)
    }
    languages = texts.keys.sorted()
    pageWords = PageWords(words)
    self.texts = texts
  }

  /// The lexicon of a language; `nil` when there is none or its file is broken (see `check`).
  public func lexicon(for language: String) -> Lexicon? { try? result(language)?.get() }

  /// - Throws: why the lexicon of a language cannot be used; nothing for a language without lexicon.
  public func check(_ language: String) throws(LexiconError) {
    guard let result = result(language) else { return }
    _ = try result.get()
  }

  private func result(_ language: String) -> Result<Lexicon, LexiconError>? {
    parsed.withLock { parsed in
      if let known = parsed.first(where: { $0.language == language }) { return known.result }
      guard let (text, file) = texts[language] else { return nil }
      let result: Result<Lexicon, LexiconError>
      do throws(LexiconError) {
        result = .success(try Lexicon(yaml: String(decoding: text, as: UTF8.self), file: file))
      } catch {
        result = .failure(error)
      }
      parsed.append((language, result))
      return result
    }
  }
}
