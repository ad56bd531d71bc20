internal import Yams

/// Reads the sections of a lexicon file: tags with lists of patterns.
enum LexiconFile {
  typealias Section = [String: [String]]

  /// All sections of a text.
  static func sections(_ yaml: String, file: String) throws(LexiconError) -> [String: Section] {
    let root: Node?
    do {
      // All scalars are words; to try each key for a number or a date takes longer than reading the file.
      root = try Yams.compose(yaml: yaml, .basic)
    } catch {
      // The parser goes on to quote the file.
      let words = "\(error)".split(separator: "\n").prefix(2).joined(separator: " ").prefix(200)
      throw LexiconError(file: file, reason: "cannot be parsed (\(words))")
    }
    guard let root else { return [:] }
    guard let mapping = root.mapping else {
      throw LexiconError(file: file, reason: "is no table of sections")
    }
    var sections: [String: Section] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, sections[name] == nil else {
        throw LexiconError(file: file, reason: "a section comes twice or has no name")
      }
      sections[name] = try section(value, name, file)
    }
    return sections
  }

  private static func section(_ node: Node, _ name: String, _ file: String) throws(LexiconError) -> Section {
    guard let mapping = node.mapping else {
      throw LexiconError(file: file, reason: "section '\(name)' is no table of tags")
    }
    var section: Section = [:]
    for (key, value) in mapping {
      guard let tag = key.scalar?.string, section[tag] == nil else {
        throw LexiconError(file: file, reason: "section '\(name)' has a tag twice or without a name")
      }
      guard let list = value.sequence else {
        throw LexiconError(file: file, reason: "\(name).\(tag) is no list")
      }
      var words: [String] = []
      words.reserveCapacity(list.count)
      for item in list {
        guard let word = item.scalar?.string else {
          throw LexiconError(file: file, reason: "\(name).\(tag) holds something that is no word")
        }
        words.append(word)
      }
      section[tag] = words
    }
    return section
  }

  /// The text of some of the top-level sections, so that the rest need not be parsed.
  static func excerpt(_ utf8: [UInt8], sections names: Set<String>) -> String {
    var result: [UInt8] = []
    var isInside = false
    var start = 0
    while start < utf8.count {
      let end = utf8[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? utf8.count
      let first = utf8[start]
      if first > 0x20, first != UInt8(ascii: "#") {
        isInside = names.contains(String(decoding: utf8[start..<end].prefix { $0 != 0x3A }, as: UTF8.self))
      }
      if isInside { result.append(contentsOf: utf8[start..<end]) }
      start = end
    }
    return String(decoding: result, as: UTF8.self)
  }
}
