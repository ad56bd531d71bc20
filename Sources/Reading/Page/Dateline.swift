/// A line that says when the report was published and little else.
struct Dateline {
  let date: CalendarDate
  /// The tokens of the date itself.
  let tokens: Range<Int>
  /// The token after a label and the date at the start ("date 2025-11-14 …"); nil without label.
  let labelledEnd: Int?
  /// Words that belong neither to a date nor to its usual company.
  let otherWords: Int
}

/// Reads datelines in all languages at once.
struct DatelineReader {
  let words: PageWords
  let utf8: [UInt8]
  let text: TokenizedText

  /// The first complete date of a line; `nil` when there is none. Looks at 40 tokens.
  ///
  /// - Parameter starts: how many of the line's tokens the date may begin with.
  func dateline(_ line: Range<Int>, starts: Int = 40) -> Dateline? {
    let tokens = line.lowerBound..<min(line.upperBound, line.lowerBound + 40)
    guard tokens.contains(where: { text.tokens[$0].kind == .number }) else { return nil }
    var index = tokens.lowerBound
    while index < min(tokens.upperBound, tokens.lowerBound + starts) {
      if let (date, end) = date(at: index, tokens.upperBound) {
        let label = labelled(tokens.lowerBound..<index, index..<end)
        return Dateline(
          date: date, tokens: index..<end, labelledEnd: label ? end : nil,
          otherWords: otherWords(tokens.lowerBound..<index) + otherWords(end..<line.upperBound))
      }
      index += 1
    }
    return nil
  }

  /// A complete date somewhere in a field of a record or a page's metadata.
  static func date(in field: String, words: PageWords) -> CalendarDate? {
    if let date = CalendarDate(iso: field) { return date }
    let utf8 = Array(field.utf8)
    var text = TokenizedText()
    Tokenizer.tokenize(utf8, utf8.indices, into: &text)
    return DatelineReader(words: words, utf8: utf8, text: text).dateline(text.tokens.indices)?.date
  }

  /// One word for "date" right before figures: a sentence that starts with "On 5 May" is no label.
  private func labelled(_ range: Range<Int>, _ date: Range<Int>) -> Bool {
    guard range.count == 1, text.tokens[range.lowerBound].kind == .word,
      text.tokens[range.lowerBound].range.count > 3,
      text.tokens[date.lowerBound].range.count == 4, text.tokens[date].allSatisfy({ $0.kind != .word })
    else { return false }
    return otherWords(range) == 0
  }

  private func otherWords(_ range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let token = text.tokens[index]
      guard token.kind == .word, !isLetter(token.range) else {
        index += 1
        continue
      }
      var end = index
      words.calendar.collect(text, index, range.upperBound) {
        end = max(end, $0)
        _ = $1
      }
      words.furniture.collect(text, index, range.upperBound) { reach, meaning in
        if meaning.tag == "dateline" { end = max(end, reach) }
      }
      count += end == index ? 1 : 0
      index = max(end, index + 1)
    }
    return count
  }

  /// "г." for a year is no word, whatever letters it is written in.
  private func isLetter(_ range: Range<Int>) -> Bool {
    range.count == 1 || range.count == 2 && utf8[range.lowerBound] >= 0xC0
  }

  /// The complete date that starts at a token, and the token after it.
  func date(at index: Int, _ end: Int) -> (CalendarDate, Int)? {
    numeric(index, end) ?? dayMonthYear(index, end) ?? monthDayYear(index, end)
  }

  // MARK: Forms

  private func numeric(_ index: Int, _ end: Int) -> (CalendarDate, Int)? {
    guard text.tokens[index].kind == .number else { return nil }
    if let parts = groups(index), parts.count == 3 {
      return NumericDate.date(parts, separator: ".", monthFirst: nil).map { ($0, index + 1) }
    }
    guard index + 4 < end, let mark = separator(index + 1), separator(index + 3) == mark,
      let a = number(index), let b = number(index + 2), let c = number(index + 4)
    else { return nil }
    return NumericDate.date([a, b, c], separator: mark, monthFirst: nil).map { ($0, index + 5) }
  }

  private func dayMonthYear(_ index: Int, _ end: Int) -> (CalendarDate, Int)? {
    guard let day = number(index), (1...31).contains(day) else { return nil }
    var at = skip(index + 1, end)
    guard let month = month(at, end) else { return nil }
    at = skip(month.end, end)
    return year(at, end).flatMap { year in
      CalendarDate(year: year, month: month.value, day: day).map { ($0, at + 1) }
    }
  }

  private func monthDayYear(_ index: Int, _ end: Int) -> (CalendarDate, Int)? {
    guard let month = month(index, end) else { return nil }
    var at = skip(month.end, end)
    guard at < end, let day = number(at), (1...31).contains(day) else { return nil }
    at = skip(at + 1, end)
    return year(at, end).flatMap { year in
      CalendarDate(year: year, month: month.value, day: day).map { ($0, at + 1) }
    }
  }

  // MARK: Tokens

  /// Passes over commas, full stops and one short word ("2nd", "de", "of").
  private func skip(_ index: Int, _ end: Int) -> Int {
    var at = index
    var words = 0
    while at < end {
      let value = Marks.value(of: text.tokens[at], in: utf8)
      if value == Marks.comma || value == Marks.fullStop {
        at += 1
      } else if text.tokens[at].kind == .word, text.tokens[at].range.count <= 3, words == 0,
        month(at, end) == nil
      {
        words += 1
        at += 1
      } else {
        break
      }
    }
    return at
  }

  private func month(_ index: Int, _ end: Int) -> (value: Int, end: Int)? {
    guard index < end, text.tokens[index].kind == .word else { return nil }
    var best: (value: Int, end: Int)?
    words.calendar.collect(text, index, end) { reach, meaning in
      guard meaning.section == "months", let value = Int(meaning.tag), reach > best?.end ?? index else {
        return
      }
      best = (value, reach)
    }
    return best
  }

  private func number(_ index: Int) -> Int? {
    guard index < text.tokens.count, text.tokens[index].kind == .number else { return nil }
    let digits = text.foldedBytes(index)
    if digits.count > 18 { return Int(text.folded(index)) }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private func year(_ index: Int, _ end: Int) -> Int? {
    guard index < end, text.tokens[index].range.count == 4, let year = number(index),
      (1900...2100).contains(year)
    else { return nil }
    return year
  }

  private func separator(_ index: Int) -> Character? {
    switch Marks.value(of: text.tokens[index], in: utf8) {
    case 0x2D: "-"
    case 0x2F: "/"
    default: nil
    }
  }

  private func groups(_ index: Int) -> [Int]? {
    guard text.foldedBytes(index).contains(UInt8(ascii: ".")) else { return nil }
    let parts = text.folded(index).split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    return parts.contains(nil) ? nil : parts.compactMap(\.self)
  }
}
