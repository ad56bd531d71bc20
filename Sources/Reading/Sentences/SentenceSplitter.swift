/// Cuts a line or paragraph into sentences.
struct SentenceSplitter {
  let utf8: UnsafeBufferPointer<UInt8>
  /// Of the page.
  let all: UnsafeBufferPointer<Token>
  let words: PageWords
  /// The bit of the language in the tables of `words`; 0 when it is unknown.
  let language: Int

  /// Appends ranges of tokens, in order, without gaps. Takes time in proportion to the tokens.
  func sentences(_ tokens: Range<Int>, into result: inout [Range<Int>]) {
    var start = tokens.lowerBound
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      guard all[index].kind == .punctuation, Marks.isTerminal(mark(index)) else {
        index += 1
        continue
      }
      let stop = index
      var end = index + 1
      while end < tokens.upperBound, isAttached(end) ? isPartOfEnd(end) : isSpacedCloser(end) { end += 1 }
      index = end
      guard end < tokens.upperBound, endsSentence(stop, end, tokens) else { continue }
      result.append(start..<end)
      start = end
    }
    if start < tokens.upperBound { result.append(start..<tokens.upperBound) }
  }

  private func isPartOfEnd(_ index: Int) -> Bool {
    Marks.isTerminal(mark(index)) || Marks.isCloser(mark(index))
  }

  /// French sets its quotation marks off with spaces; in German » opens.
  private func isSpacedCloser(_ index: Int) -> Bool {
    mark(index) == 0xBB && language & words.bit(of: "de") == 0
  }

  /// Does a sentence end with the marks `stop ..< next`?
  private func endsSentence(_ stop: Int, _ next: Int, _ tokens: Range<Int>) -> Bool {
    guard !isAttached(next) else { return false }
    var first = next
    while first < tokens.upperBound, Marks.isOpener(mark(first)) { first += 1 }
    guard first < tokens.upperBound else { return true }
    let follower = all[first]
    if follower.kind == .word, follower.casing == .lower, hasCase(follower) { return false }
    let isPlainStop = mark(stop) == Marks.fullStop && next == stop + 1
    guard isPlainStop, stop > tokens.lowerBound, isAttached(stop) else { return true }
    return !isAbbreviated(stop - 1, tokens, before: first)
  }

  /// Is the full stop after the word `index` part of an abbreviation, with the sentence going on at `next`?
  private func isAbbreviated(_ index: Int, _ tokens: Range<Int>, before next: Int) -> Bool {
    let word = all[index]
    let follower = all[next]
    let startsAnew = follower.kind == .word && isFrequent(follower)
    switch word.kind {
    case .punctuation: return false
    case .number:
      // "12. März", "5. Armee": an ordinal, where the language writes them so.
      return word.range.count <= 2 && follower.kind == .word && !startsAnew && language & ordinalStops != 0
    case .word: break
    }
    let followsNumber = index > tokens.lowerBound && all[index - 1].kind == .number
    let isTitle = has(words.abbreviations, word)
    if isTitle, !followsNumber { return !(word.casing == .lower && startsAnew) }
    let isInitial = word.casing != .lower && isOneLetter(word)
    if isTitle || isInitial || has(words.finalAbbreviations, word) {
      return !(startsAnew || follower.kind == .number && followsNumber)
    }
    return false
  }

  private var ordinalStops: Int { words.bit(of: "de") | words.bit(of: "tr") }

  private func has(_ table: WordTable, _ token: Token) -> Bool {
    guard let languages = table[token.hash] else { return false }
    return language == 0 || languages & kin != 0
  }

  /// Short Russian and Ukrainian texts are easily taken for each other.
  private var kin: Int {
    let cyrillic = words.bit(of: "ru") | words.bit(of: "uk")
    return language & cyrillic == 0 ? language : language | cyrillic
  }

  private func isFrequent(_ token: Token) -> Bool {
    token.languages != 0 && (language == 0 || Int(token.languages) & language != 0)
  }

  private func isOneLetter(_ token: Token) -> Bool {
    let bytes = utf8[token.range]
    return bytes.count == 1 || bytes.count == 2 && (bytes.first ?? 0) >= 0xC0
  }

  /// Scripts from Hebrew on have no capitals, so that none can be missed.
  private func hasCase(_ token: Token) -> Bool { utf8[token.range.lowerBound] < 0xD7 }

  private func isAttached(_ index: Int) -> Bool {
    index > 0 && all[index - 1].range.upperBound == all[index].range.lowerBound
  }

  private func mark(_ index: Int) -> UInt32 { Marks.value(of: all[index], in: utf8) }
}
