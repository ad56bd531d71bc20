import Reading

/// Words that fold to those of events and their victims and mean something else: Turkish "oldu" ("it was") to
/// "öldü" ("died"), and "on Fridays" to "Friday's".
struct Homographs {
  /// How they begin, as written in lower case: the lexicon's `language.homographs`.
  private let beginnings: [String]
  /// The same folded, as the words of a text are at hand.
  private let folded: [[UInt8]]

  init(_ lexicon: Lexicon) {
    beginnings = (lexicon.entries(of: "language")["homographs"] ?? []).map {
      $0.hasSuffix("*") ? String($0.dropLast()) : $0
    }
    folded = beginnings.map { Array(Folding.fold($0).utf8) }
  }

  func takeOut(of matches: inout [LexiconMatch], _ document: Document) {
    // Hardly ever is there one, and the matches are shared with others who read the document.
    guard !beginnings.isEmpty, matches.contains(where: { isHomograph($0, document) }) else { return }
    matches.removeAll { isHomograph($0, document) }
  }

  private func isHomograph(_ match: LexiconMatch, _ document: Document) -> Bool {
    switch match.section {
    case .actor, .effect, .event, .weekdays: break
    default: return false
    }
    guard match.tokens.count == 1 else { return false }
    let bytes = document.tokens.foldedBytes(match.tokens.lowerBound)
    guard folded.contains(where: { bytes.starts(with: $0) }) else { return false }
    let word = document.text[document.tokens.tokens[match.tokens.lowerBound].range].lowercased()
    return beginnings.contains { word.hasPrefix($0) }
  }
}
