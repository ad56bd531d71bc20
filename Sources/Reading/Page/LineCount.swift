/// Counts what the look of a line tells; lends the text and the tokens of its page.
struct LineCount {
  let utf8: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  /// The bit of the page's language among those of frequent words; 0 when it is unknown.
  let language: Int

  func line(_ range: Range<Int>, followsBlank: Bool) -> Line {
    let first = tokens[range.lowerBound]
    let last = tokens[range.upperBound - 1]
    var line = Line(
      range: first.range.lowerBound..<last.range.upperBound, tokens: range, followsBlank: followsBlank)
    count(range, in: &line)
    line.hasBullet = bulletEnd(range) > range.lowerBound
    var end = range.upperBound - 1
    while end > range.lowerBound, Marks.isCloser(mark(end)) { end -= 1 }
    line.endsSentence = Marks.isTerminal(mark(end))
    line.endsWithColon = mark(end) == 0x3A
    return line
  }

  /// Sums without branches: what kind of word comes next is not to be foreseen.
  private func count(_ range: Range<Int>, in line: inout Line) {
    var (words, numbers, lower, upper, frequent, anyFrequent) = (0, 0, 0, 0, 0, 0)
    var hash = WordHash.start
    let language = UInt32(truncatingIfNeeded: language)
    for index in range {
      let token = tokens[index]
      words &+= token.kind == .word ? 1 : 0
      numbers &+= token.kind == .number ? 1 : 0
      // Only words have a casing and languages.
      lower &+= token.casing == .lower ? 1 : 0
      upper &+= token.casing == .upper ? 1 : 0
      frequent &+= token.languages & language != 0 ? 1 : 0
      anyFrequent &+= token.languages != 0 ? 1 : 0
      let mixed = (hash ^ token.hash) &* 0x9E37_79B9_7F4A_7C15
      hash = token.kind == .punctuation ? hash : mixed ^ mixed >> 29
      if !token.traits.contains(.mayPart) || index == range.lowerBound { continue }
      if token.mark != 0, isSeparator(index, range) {
        line.segments += 1
        line.hasSeparator = true
      } else if token.mark == 0, isAfterWideGap(index) {
        line.segments += 1
      }
    }
    (line.words, line.numbers, line.lowerWords, line.upperWords) = (words, numbers, lower, upper)
    (line.frequentWords, line.foreignWords, line.hash) = (frequent, anyFrequent - frequent, hash)
  }

  private func isSeparator(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index + 1 < line.upperBound else { return false }
    let value = mark(index)
    return Marks.isSeparator(value)
      || Marks.isSpacedSeparator(value) && isAfterSpace(index) && isAfterSpace(index + 1)
  }

  /// The token after a bullet at the start; the start itself when there is none.
  private func bulletEnd(_ line: Range<Int>) -> Int {
    let start = line.lowerBound
    guard Marks.isBullet(mark(start)), line.count > 1, isAfterSpace(start + 1) else { return start }
    return start + 1
  }

  @inline(__always)
  private func mark(_ index: Int) -> UInt32 { Marks.value(of: tokens[index], in: utf8) }

  private func isAfterSpace(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].range.upperBound < tokens[index].range.lowerBound
  }

  /// Two spaces or a tab between words and numbers; two spaces after a full stop are old typing habit.
  @inline(__always)
  private func isAfterWideGap(_ index: Int) -> Bool {
    let (before, token) = (tokens[index - 1], tokens[index])
    let (left, right) = (before.range.upperBound, token.range.lowerBound)
    if left == right || right - left == 1 && utf8[left] == 0x20 { return false }
    guard before.kind != .punctuation, token.kind != .punctuation else { return false }
    let gap = left..<right
    return gap.count >= 2 && utf8[gap].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      || gap.count == 1 && utf8[gap.lowerBound] == 0x09
  }
}
