/// Tells whether any pattern of some tags of a section stands in a text, so that most sentences need no more than
/// that.
public final class PatternSearch: Sendable {
  private let patterns: PatternTrie

  public init(_ lexicon: Lexicon, section: String, tags: Set<String>) {
    var builder = PatternTrieBuilder()
    let meaning = LexiconMeaning(section: section, tag: "")
    for (tag, patterns) in lexicon.entries(of: section) where tags.contains(tag) {
      for pattern in patterns { _ = builder.insert(pattern, meaning: meaning) }
    }
    patterns = PatternTrie(builder)
  }

  /// Whether `Lexicon.matches(in:_:)` has one of the tags, or may have: of patterns that overlap each other all
  /// count.
  public func isFound(in text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    patterns.isFound(in: text, tokens)
  }

  /// `false` when no pattern begins with a word.
  ///
  /// - Parameters:
  ///   - hash: of its folded form; see `WordHash`.
  ///   - folded: what the folded form is a range of.
  package func mayStart(
    withWord hash: UInt64, _ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    patterns.mayStart(withWord: hash, folded, range)
  }

  /// Whether some pattern begins at a token and ends before another one.
  package func begins(in text: TokenizedText, at start: Int, before limit: Int) -> Bool {
    patterns.walking(text) { $0.hasPattern(startingAt: start, before: limit) }
  }

  /// Whether some pattern is all of the tokens.
  package func isAll(of tokens: Range<Int>, in text: TokenizedText) -> Bool {
    patterns.walking(text) { $0.patterns(startingAt: tokens.lowerBound, before: tokens.upperBound) }
      .contains { $0.end == tokens.upperBound }
  }
}
