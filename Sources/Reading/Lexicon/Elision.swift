/// Articles that lose their vowel and join the word behind them: "l'attaque" is one word, and folds to "lattaque".
struct Elision {
  /// What may stand before a word, folded: "l", "d".
  private let prefixes: [String]

  init(_ prefixes: [String]) { self.prefixes = prefixes }

  /// The pattern with every form of its first word, where that begins with a vowel or an h; short words, which
  /// together with an article may be others ("là"), stay as they are.
  func pattern(_ pattern: String) -> String {
    guard !prefixes.isEmpty else { return pattern }
    let end = pattern.firstIndex(of: " ") ?? pattern.endIndex
    let first = pattern[..<end]
    guard !first.hasSuffix("?") else { return pattern }
    let forms = first.split(separator: "|").flatMap { word -> [String] in
      guard word.count >= 4, let initial = Folding.fold(String(word.prefix(1))).first,
        "aeiouyh".contains(initial)
      else { return [String(word)] }
      return [String(word)] + prefixes.map { $0 + word }
    }
    return forms.joined(separator: "|") + pattern[end...]
  }
}
