internal import Reading

/// Words of a sentence, found by where they start and by where they end.
struct SortedWords<Word: SentenceWord> {
  let byStart: [Word]
  /// Indices of `byStart`.
  private let byEnd: [Int]

  /// - Parameter words: by where they start.
  init(_ words: [Word]) {
    byStart = words
    byEnd =
      words.count < 2
      ? Array(words.indices)
      : words.indices.sorted { (words[$0].tokens.upperBound, $0) < (words[$1].tokens.upperBound, $1) }
  }

  func all(startingAt token: Int) -> ArraySlice<Word> {
    let first = byStart.firstSorted { $0.tokens.lowerBound >= token }
    return byStart[first...].prefix { $0.tokens.lowerBound == token }
  }

  /// Of equals the first.
  @inline(__always)
  func longest(startingAt token: Int, where isSought: (Word) -> Bool) -> Word? {
    var best: Word?
    var index = byStart.firstSorted { $0.tokens.lowerBound >= token }
    while index < byStart.count, byStart[index].tokens.lowerBound == token {
      Self.keep(byStart[index], in: &best, where: isSought)
      index += 1
    }
    return best
  }

  /// Of equals the first.
  @inline(__always)
  func longest(endingAt token: Int, where isSought: (Word) -> Bool) -> Word? {
    var best: Word?
    var index = byEnd.firstSorted { byStart[$0].tokens.upperBound >= token }
    while index < byEnd.count, byStart[byEnd[index]].tokens.upperBound == token {
      Self.keep(byStart[byEnd[index]], in: &best, where: isSought)
      index += 1
    }
    return best
  }

  @inline(__always)
  private static func keep(_ word: Word, in best: inout Word?, where isSought: (Word) -> Bool) {
    guard isSought(word) else { return }
    if let known = best, known.tokens.count >= word.tokens.count { return }
    best = word
  }
}

/// What stands at some tokens of a sentence.
protocol SentenceWord {
  var tokens: Range<Int> { get }
}

extension RelationWord: SentenceWord {}
extension LexiconMatch: SentenceWord {}
