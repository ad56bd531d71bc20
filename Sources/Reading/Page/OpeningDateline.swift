/// The dateline that opens a report's first paragraph: "LIMA, March 12, 2025 (Agency) — A device went off".
struct OpeningDateline {
  let date: CalendarDate
  /// The tokens of the place before the date, its last comma aside; empty when the date comes first.
  let place: Range<Int>
  /// The tokens of the date.
  let dateTokens: Range<Int>
  /// The first token of the sentence that follows.
  let bodyStart: Int
}

/// Reads the datelines that news agencies put on the line of the text itself.
///
/// - `PLACE, DATE —`: words with capitals, none of them a frequent word, so that "On 5 May 2020 —" is none.
/// - `Updated: DATE.`: words that label a date.
/// - `DATE, TIME. PLACE.`: only with a place of its own sentence, or after a time of the day: a bare date
///   before a dash or a full stop is an entry of a chronology.
struct OpeningDatelineReader {
  let dates: DatelineReader

  private var words: PageWords { dates.words }
  private var text: TokenizedText { dates.text }

  private static let longestPlace = 14
  /// Tokens.
  private static let longestDate = 8

  /// Without one there is no date.
  private func hasNumber(_ tokens: Range<Int>) -> Bool {
    text.tokens.withUnsafeBufferPointer { all in tokens.contains { all[$0].kind == .number } }
  }

  func dateline(_ line: Range<Int>) -> OpeningDateline? {
    var start = line.lowerBound
    while start < line.upperBound, mark(start) == 0x2A || mark(start) == 0x5F { start += 1 }
    let reach = Self.longestPlace + Self.longestDate
    guard start < line.upperBound, hasNumber(start..<min(line.upperBound, start + reach)) else { return nil }
    return dateFirst(start, line.upperBound) ?? placeFirst(start, line.upperBound)
  }

  // MARK: Forms

  private func placeFirst(_ start: Int, _ end: Int) -> OpeningDateline? {
    for index in (start + 1)..<max(start + 1, min(end, start + Self.longestPlace)) {
      guard let (date, dateEnd) = dates.date(at: index, end) else { continue }
      let lead = start..<index
      guard isPlace(lead) || isLabel(lead), let body = separatorEnd(dateEnd, end) else { return nil }
      var place = isLabel(lead) ? start..<start : lead
      while let last = place.last, text.tokens[last].kind == .punctuation, mark(last) != 0x29 {
        place = place.dropLast()
      }
      return OpeningDateline(date: date, place: place, dateTokens: index..<dateEnd, bodyStart: body)
    }
    return nil
  }

  private func dateFirst(_ start: Int, _ end: Int) -> OpeningDateline? {
    guard let (date, dateEnd) = dates.date(at: start, end), let body = separatorEnd(dateEnd, end) else {
      return nil
    }
    let hasTime = text.tokens[dateEnd..<body].contains { $0.kind == .number }
    guard hasTime || opensWithPlace(body, end) else { return nil }
    return OpeningDateline(date: date, place: start..<start, dateTokens: start..<dateEnd, bodyStart: body)
  }

  /// "MOGADISHU." or "Port-au-Prince —" at `start`.
  private func opensWithPlace(_ start: Int, _ end: Int) -> Bool {
    for index in start..<min(end, start + 8)
    where isBreak(mark(index)) && !isInsideWord(index) && index > start {
      return index + 2 < end && isPlace(start..<index)
    }
    return false
  }

  // MARK: Parts

  /// Words with capitals, with short ones between ("Frankfurt am Main"), and an agency in brackets.
  private func isPlace(_ range: Range<Int>) -> Bool {
    var capitals = 0
    var small = 0
    for index in range {
      let token = text.tokens[index]
      switch token.kind {
      case .number: return false
      case .punctuation:
        // A full stop only after an abbreviation: "ATHENS, Ga.,".
        if mark(index) == Marks.fullStop, index == range.lowerBound || text.tokens[index - 1].range.count > 5
        {
          return false
        }
        if Marks.isTerminal(mark(index)), mark(index) != Marks.fullStop { return false }
      case .word:
        if token.casing == .capitalized || token.casing == .upper || token.casing == .mixed {
          if capitals == 0, token.languages != 0 { return false }
          capitals += 1
        } else if capitals > 0, token.range.count <= 3 {
          small += 1
        } else if !isCalendar(index, range.upperBound) {
          return false
        }
      }
    }
    return (1...7).contains(capitals) && small <= 2
  }

  /// "Updated:", "Published on", of words longer than a preposition.
  private func isLabel(_ range: Range<Int>) -> Bool {
    var longest = 0
    var index = range.lowerBound
    while index < range.upperBound {
      var reach = index
      words.furniture.collect(text, index, range.upperBound) { end, meaning in
        if meaning.tag == "dateline" { reach = max(reach, end) }
      }
      if reach == index {
        guard text.tokens[index].kind == .punctuation || isCalendar(index, range.upperBound) else {
          return false
        }
        reach = index + 1
      } else {
        longest = max(longest, text.tokens[index].range.count)
      }
      index = reach
    }
    return longest > 3
  }

  private func isCalendar(_ index: Int, _ end: Int) -> Bool {
    var found = false
    words.calendar.collect(text, index, end) { _, _ in found = true }
    return found
  }

  /// Passes over what belongs to a date, a word for "year", a weekday, a time, an agency in brackets; returns
  /// what follows the dash, full stop or colon after that, `nil` when there is none.
  private func separatorEnd(_ dateEnd: Int, _ end: Int) -> Int? {
    var index = dateEnd
    var others = 0
    while index < min(end, dateEnd + 12) {
      let value = mark(index)
      if value == 0x28 {
        guard let close = (index..<min(end, index + 8)).first(where: { mark($0) == 0x29 }) else { return nil }
        index = close
      } else if isBreak(value) {
        let isTime = value == 0x3A && index > dateEnd && text.tokens[index - 1].kind == .number
        if !isTime {
          while index < end, text.tokens[index].kind == .punctuation,
            !Marks.isOpener(mark(index)) || isBreak(mark(index))
          {
            index += 1
          }
          return index + 2 < end ? index : nil
        }
      } else if text.tokens[index].kind == .word, !isLabel(index..<(index + 1)), !isCalendar(index, end) {
        others += 1
        // "года", "року", "GMT"; never a word that a sentence goes on with.
        guard others == 1, index == dateEnd || text.tokens[index].casing == .upper,
          text.tokens[index].range.count <= 8
        else { return nil }
      } else if value != 0, value != Marks.comma, value != 0x7C {
        return nil
      }
      index += 1
    }
    return nil
  }

  private func isBreak(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x2013 || value == 0x2014 || value == Marks.fullStop || value == 0x3A
  }

  /// The hyphen of "Port-au-Prince".
  private func isInsideWord(_ index: Int) -> Bool {
    guard mark(index) == 0x2D, index > 0, index + 1 < text.tokens.count else { return false }
    return text.tokens[index - 1].range.upperBound == text.tokens[index].range.lowerBound
      && text.tokens[index].range.upperBound == text.tokens[index + 1].range.lowerBound
  }

  private func mark(_ index: Int) -> UInt32 { Marks.value(of: text.tokens[index], in: dates.utf8) }
}
