import Reading

/// Words that fold to those of events and their victims and mean something else: Turkish "oldu" ("it was") to
/// "öldü" ("died"), and "on Fridays" to "Friday's".
struct Homographs {
  /// How they begin, as written in lower case: the lexicon's `language.homographs`.
  private let beginnings: [String]

  init(_ lexicon: Lexicon) {
    beginnings = (lexicon.entries(of: "language")["homographs"] ?? []).map {
      $0.hasSuffix("*") ? String($0.dropLast()) : $0
    }
  }

  func takeOut(of matches: inout [LexiconMatch], _ document: Document) {
    guard !beginnings.isEmpty else { return }
    matches.removeAll { match in
      guard [.actor, .effect, .event, .weekdays].contains(match.section), match.tokens.count == 1 else {
        return false
      }
      let token = document.tokens.tokens[match.tokens.lowerBound]
      let word = document.text[token.range].lowercased()
      return beginnings.contains { word.hasPrefix($0) }
    }
  }
}
