import Reading

/// Words that fold to those of events and their victims and mean something else: Turkish "oldu" ("it was") to
/// "öldü" ("died").
struct Homographs {
  /// As written, in lower case: the lexicon's `language.homographs`.
  private let words: Set<String>

  init(_ lexicon: Lexicon) { words = Set(lexicon.entries(of: "language")["homographs"] ?? []) }

  func takeOut(of matches: inout [LexiconMatch], _ document: Document) {
    guard !words.isEmpty else { return }
    matches.removeAll { match in
      guard match.section == "effect" || match.section == "event", match.tokens.count == 1 else {
        return false
      }
      let token = document.tokens.tokens[match.tokens.lowerBound]
      return words.contains(document.text[token.range].lowercased())
    }
  }
}
