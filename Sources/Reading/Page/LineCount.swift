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
    var hash = WordHash.start
    var (frequent, anyFrequent) = (0, 0)
    let language = UInt32(truncatingIfNeeded: language)
    Self.steps.withUnsafeBufferPointer { steps in
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(range.upperBound, start + Self.mostSummed)
        var sums: UInt64 = 0
        for index in start..<end {
          let token = tokens[index]
          sums &+= steps[Int(token.kind.rawValue) << 3 | Int(token.casing.rawValue)]
          frequent &+= token.languages & language != 0 ? 1 : 0
          anyFrequent &+= token.languages != 0 ? 1 : 0
          let turned = hash << 7 | hash >> 57
          hash = token.kind == .punctuation ? hash : turned ^ token.hash
          if token.traits.contains(.mayPart), index > range.lowerBound { part(index, range, &line) }
        }
        line.words += Int(sums & 0xFFFF)
        line.numbers += Int(sums >> 16 & 0xFFFF)
        line.lowerWords += Int(sums >> 32 & 0xFFFF)
        line.upperWords += Int(sums >> 48)
        start = end
      }
    }
    (line.frequentWords, line.foreignWords, line.hash) = (frequent, anyFrequent - frequent, hash)
  }

  /// By kind and casing of a token what it adds to four sums side by side: words, numbers, words in small letters and
  /// words in capitals. Only words have a casing.
  private static let steps: [UInt64] = (0..<24).map { place in
    let kind = Token.Kind(rawValue: UInt8(place >> 3))
    let casing = Token.Casing(rawValue: UInt8(place & 7))
    return (kind == .word ? 1 : 0) | (kind == .number ? 1 << 16 : 0) | (casing == .lower ? 1 << 32 : 0)
      | (casing == .upper ? 1 << 48 : 0)
  }
  /// So many tokens fit into each of them.
  private static let mostSummed = 0xFFFF

  /// Counts a segment if one begins at a token.
  private func part(_ index: Int, _ range: Range<Int>, _ line: inout Line) {
    if tokens[index].mark != 0, isSeparator(index, range) {
      line.segments += 1
      line.hasSeparator = true
    } else if tokens[index].mark == 0, isAfterWideGap(index) {
      line.segments += 1
    }
  }

  private func isSeparator(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index + 1 < line.upperBound else { return false }
    let value = mark(index)
    return Marks.isSeparator(value)
      || Marks.isSpacedSeparator(value) && tokens.isAfterSpace(index) && tokens.isAfterSpace(index + 1)
  }

  /// The token after a bullet at the start; the start itself when there is none.
  private func bulletEnd(_ line: Range<Int>) -> Int {
    let start = line.lowerBound
    guard Marks.isBullet(mark(start)), line.count > 1, tokens.isAfterSpace(start + 1) else { return start }
    return start + 1
  }

  @inline(__always)
  private func mark(_ index: Int) -> UInt32 { Marks.value(of: tokens[index], in: utf8) }

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

extension RandomAccessCollection where Element == Token, Index == Int {
  /// Whether something stands between a token and the one before it.
  @inline(__always)
  func isAfterSpace(_ index: Int) -> Bool {
    index > startIndex && index < endIndex && self[index - 1].range.upperBound < self[index].range.lowerBound
  }
}
