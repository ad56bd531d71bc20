internal import Yams

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The words of a report in one language, from `report/<language>.yaml` of the data folder.
public struct ReportWords: Sendable {
  public let language: ReportLanguage
  /// "date" → "Date"; "kinds.arson" → "arson"; "incidents_count.one" → "{n} incident".
  let entries: [String: String]
  /// `nil` in English, in which reasons are stated.
  private let phrases: ReasonPhrases?

  /// - Parameter folder: the data folder's `report`.
  /// - Throws: ``ReportResourceError`` when the file cannot be read or is no table of words.
  public init(folder: String, language: ReportLanguage) throws(ReportResourceError) {
    entries = try Self.entries(folder, language)
    phrases = language == .en ? nil : ReasonPhrases(english: try Self.entries(folder, .en))
    self.language = language
  }

  /// The reason why something is taken so, as an incident states it.
  func reason(_ text: String) -> String { phrases?.translated(text, self) ?? text }

  private static func entries(
    _ folder: String, _ language: ReportLanguage
  ) throws(ReportResourceError) -> [String: String] {
    let file = "\(folder)/\(language.rawValue).yaml"
    let root: Node?
    do {
      root = try Yams.compose(yaml: try String(contentsOf: URL(filePath: file), encoding: .utf8))
    } catch is YamlError {
      throw ReportResourceError(file: file, reason: "the words of the report cannot be parsed")
    } catch {
      throw ReportResourceError(file: file, reason: "the words of the report cannot be read")
    }
    var entries: [String: String] = [:]
    for (key, value) in root?.mapping ?? [:] {
      guard let name = key.scalar?.string else { continue }
      if let text = value.scalar?.string { entries[name] = text }
      for (key, value) in value.mapping ?? [:] {
        if let part = key.scalar?.string, let text = value.scalar?.string {
          entries["\(name).\(part)"] = text
        }
      }
    }
    guard !entries.isEmpty else {
      throw ReportResourceError(file: file, reason: "there are no words of the report in it")
    }
    return entries
  }

  /// The text of an entry with its places filled in; a missing one is shown as `⟦name⟧`, so that it is seen.
  func callAsFunction(_ name: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    filled(name, Array(values))
  }

  func filled(_ name: String, _ values: [(key: String, value: String)]) -> String {
    guard let text = entries[name] else { return "⟦\(name)⟧" }
    guard !values.isEmpty else { return text }
    // In one pass: what a document puts in cannot be taken for a place to fill in.
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let place = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += values.first { $0.key == place }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A counted noun: "7 incidents".
  func count(_ number: Int, _ noun: String) -> String {
    self("\(noun)_count.\(language.form(of: number))", ["n": String(number)])
  }

  /// The word for a value, or the value itself where there is none.
  func word(_ section: String, _ value: String) -> String { entries["\(section).\(value)"] ?? value }
}
