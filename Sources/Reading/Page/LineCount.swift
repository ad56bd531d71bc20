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
    line.hash = WordHash.start
    for index in range { count(index, in: &line) }
    line.hasBullet = bulletEnd(range) > range.lowerBound
    var end = range.upperBound - 1
    while end > range.lowerBound, Marks.isCloser(mark(end)) { end -= 1 }
    line.endsSentence = Marks.isTerminal(mark(end))
    line.endsWithColon = mark(end) == 0x3A
    return line
  }

  @inline(__always)
  private func count(_ index: Int, in line: inout Line) {
    let token = tokens[index]
    switch token.kind {
    case .punctuation:
      guard index > line.tokens.lowerBound, index + 1 < line.tokens.upperBound else { return }
      let value = mark(index)
      let isSeparator =
        Marks.isSeparator(value)
        || Marks.isSpacedSeparator(value) && isAfterSpace(index) && isAfterSpace(index + 1)
      if isSeparator {
        line.segments += 1
        line.hasSeparator = true
      }
      return
    case .number: line.numbers += 1
    case .word:
      line.words += 1
      switch token.casing {
      case .lower: line.lowerWords += 1
      case .upper: line.upperWords += 1
      default: break
      }
      if token.languages != 0 {
        if Int(token.languages) & language != 0 { line.frequentWords += 1 } else { line.foreignWords += 1 }
      }
    }
    line.hash = (line.hash ^ token.hash) &* 0x9E37_79B9_7F4A_7C15
    line.hash ^= line.hash >> 29
    if index > line.tokens.lowerBound, isAfterWideGap(index) { line.segments += 1 }
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

  /// Two spaces or a tab after a word; two spaces after a full stop are old typing habit.
  @inline(__always)
  private func isAfterWideGap(_ index: Int) -> Bool {
    let before = tokens[index - 1]
    guard before.kind != .punctuation else { return false }
    let (left, right) = (before.range.upperBound, tokens[index].range.lowerBound)
    if left == right || right - left == 1 && utf8[left] == 0x20 { return false }
    let gap = left..<right
    return gap.count >= 2 && utf8[gap].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      || gap.count == 1 && utf8[gap.lowerBound] == 0x09
  }
}
