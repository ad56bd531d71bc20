/// Finds where the report starts and ends, and its headline.
struct CoreFinder {
  let lines: [Line]
  /// The share of frequent words in the page's running text; 0 when its language is unknown.
  let frequentShare: Double

  func settle(_ verdicts: inout [LineVerdict]) {
    guard let first = firstParagraph(verdicts) else {
      settleWithoutParagraphs(&verdicts)
      return
    }
    let start = settleHead(&verdicts, first)
    settleTail(&verdicts, from: start)
    keepInnerDates(&verdicts, from: start)
    markRepetitions(&verdicts)
  }

  /// The first paragraph of running text that nothing speaks against.
  private func firstParagraph(_ verdicts: [LineVerdict]) -> Int? {
    lines.indices.first { verdicts[$0] == .body && lines[$0].isProse && !isForeign(lines[$0]) }
      ?? lines.indices.first { verdicts[$0] == .body && lines[$0].isSentence }
  }

  /// Far fewer frequent words than the page's text leads to expect. Languages that inflect much have few
  /// of them, so that only longer lines can be told.
  private func isForeign(_ line: Line) -> Bool {
    let expected = frequentShare * Double(line.words)
    return expected >= 4 && Double(line.frequentWords) < expected / 4
  }

  /// A few words on their own: all of it is the report.
  private func settleWithoutParagraphs(_ verdicts: inout [LineVerdict]) {
    let kept = lines.indices.filter { verdicts[$0] == .body }
    if let first = kept.first, kept.count > 1 || verdicts.contains(where: \.isFurniture),
      lines[first].words <= 30,
      !verdicts.contains(.headline)
    {
      verdicts[first] = .headline
    }
  }

  // MARK: Before the report

  /// Returns the first line of the report, the headline aside.
  private func settleHead(_ verdicts: inout [LineVerdict], _ paragraph: Int) -> Int {
    var first = paragraph
    for index in stride(from: paragraph - 1, through: 0, by: -1) {
      if verdicts[index].isFurniture { continue }
      guard verdicts[index] == .body, lines[index].isSentence, !isForeign(lines[index]) else { break }
      first = index
    }
    if let given = verdicts[..<first].lastIndex(of: .headline) {
      // What stands between a known headline and the text is its subtitle, if it is anything.
      for index in 0..<first where verdicts[index] == .body && !(index > given && lines[index].words >= 4) {
        verdicts[index] = .furniture(index < given ? .menu : .metadata)
      }
      return first
    }
    let titles = titleLines(verdicts, before: first)
    for index in 0..<first where verdicts[index] == .body {
      verdicts[index] = titles.contains(index) ? .headline : .furniture(.menu)
    }
    if titles.isEmpty, !verdicts.contains(.headline) { headlineWithFullStop(&verdicts, first) }
    return first
  }

  /// The last line of four or more words before the text, with the like lines directly before it; else a
  /// shorter line that stands alone.
  private func titleLines(_ verdicts: [LineVerdict], before first: Int) -> Set<Int> {
    let open = (0..<first).filter { verdicts[$0] == .body && !lines[$0].isEmpty }
    if let title = open.last(where: { lines[$0].words >= 4 }) {
      var block = [title]
      while let top = block.last, top > 0, verdicts[top - 1] == .body, lines[top - 1].words >= 4,
        !lines[top - 1].hasBullet, !lines[top - 1].followsDate, lines[top - 1].hash != lines[title].hash
      {
        block.append(top - 1)
      }
      // Many such lines in a row are a list of headlines, of which the last belongs here.
      return Set(block.count > 3 ? [title] : block)
    }
    guard let last = open.last, !lines[last].hasBullet else { return [] }
    let isAlone = last == 0 || lines[last].followsBlank || verdicts[last - 1].isFurniture
    return isAlone ? [last] : []
  }

  /// A first line that is a short sentence before much longer ones, as some pages print their headlines.
  private func headlineWithFullStop(_ verdicts: inout [LineVerdict], _ first: Int) {
    guard let next = lines.indices.first(where: { $0 > first && verdicts[$0] == .body }) else { return }
    if lines[first].words <= 18, lines[next].words >= 2 * lines[first].words { verdicts[first] = .headline }
  }

  // MARK: After the report

  private func settleTail(_ verdicts: inout [LineVerdict], from start: Int) {
    var last = start
    var section: Furniture.Kind?
    for part in sections(verdicts, from: start) {
      let sentences = part.filter { verdicts[$0] == .body && lines[$0].isSentence && !isForeign(lines[$0]) }
      defer { section = nil }
      if part.lowerBound > start, let before = part.first.map({ $0 - 1 }),
        case .furniture(let kind) = verdicts[before]
      {
        section = kind
      }
      guard let first = sentences.first, let end = sentences.last, accepts(sentences, after: section) else {
        continue
      }
      // Headlines of other reports between the heading and the text that goes on.
      if section != nil {
        for index in part where index < first && verdicts[index] == .body {
          verdicts[index] = .furniture(.related)
        }
      }
      for index in (last + 1)..<max(first, last + 1) where verdicts[index] == .body && section != nil {
        verdicts[index] = .furniture(.related)
      }
      last = end
    }
    cut(&verdicts, after: keepEnding(verdicts, after: last))
  }

  /// Runs of lines between lines that head or fill other parts of a page.
  private func sections(_ verdicts: [LineVerdict], from start: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var begin = start
    for index in start..<lines.count {
      guard case .furniture(let kind) = verdicts[index], kind != .caption, kind != .metadata,
        kind != .repetition, !lines[index].isEmpty
      else { continue }
      if begin < index { parts.append(begin..<index) }
      begin = index + 1
    }
    if begin < lines.count { parts.append(begin..<lines.count) }
    return parts
  }

  /// Does the report go on after a heading of that kind?
  private func accepts(_ sentences: [Int], after heading: Furniture.Kind?) -> Bool {
    guard let heading else { return true }
    let words = sentences.reduce(0) { $0 + lines[$1].words }
    switch heading {
    case .related, .footer: return words >= 30
    default: return words >= 8
    }
  }

  /// Lines after the last sentence that belong to it: the points of a list it announces, or a paragraph
  /// whose full stop is missing.
  private func keepEnding(_ verdicts: [LineVerdict], after last: Int) -> Int {
    var end = last
    let announces = lines[last].endsWithColon || last + 1 < lines.count && lines[last + 1].endsWithColon
    while end + 1 < lines.count, verdicts[end + 1] == .body {
      let line = lines[end + 1]
      let isPoint = announces && (line.hasBullet || line.endsWithColon)
      let isParagraph =
        line.words >= 12 && !line.isMenuLike && line.frequentWords >= 2 && end == last
        && line.lowerWords * 2 >= line.words && !isForeign(line)
      guard isPoint || isParagraph else { break }
      end += 1
    }
    return end
  }

  private func cut(_ verdicts: inout [LineVerdict], after last: Int) {
    var kind = Furniture.Kind.related
    for index in (last + 1)..<max(lines.count, last + 1) {
      if case .furniture(let own) = verdicts[index] {
        if [.related, .share, .footer, .legal].contains(own) { kind = own }
      } else {
        verdicts[index] = .furniture(kind)
      }
    }
  }

  // MARK: Inside the report

  /// A date on a line of its own below the second paragraph heads a part of a chronology.
  private func keepInnerDates(_ verdicts: inout [LineVerdict], from start: Int) {
    guard let last = verdicts.lastIndex(of: .body) else { return }
    var paragraphs = 0
    for index in start..<max(last, start) {
      if verdicts[index] == .body { paragraphs += 1 }
      if verdicts[index] == .furniture(.metadata), paragraphs >= 2, lines[index].words > 0 {
        verdicts[index] = .body
      }
    }
  }

  // MARK: Repetitions

  private func markRepetitions(_ verdicts: inout [LineVerdict]) {
    var seen: Set<UInt64> = []
    // The headline is its last instance, right above the text; earlier ones are furniture already.
    for index in lines.indices where !verdicts[index].isFurniture && lines[index].words >= 3 {
      if !seen.insert(lines[index].hash).inserted { verdicts[index] = .furniture(.repetition) }
    }
  }
}
