/// What of a page is the report, and what is furniture.
struct PageLayout {
  struct Part {
    /// Tokens of the page.
    let tokens: Range<Int>
    let role: Sentence.Role
    /// Belongs to the paragraph of the part before.
    var goesOn = false
  }

  /// The lines of the report, in order.
  var parts: [Part] = []
  /// In text order.
  var furniture: [Furniture] = []
  var published: PublicationDate?
  /// The tokens of the headline.
  var title: Range<Int>?
}

/// Tells the report from the furniture around it, by the look of its lines and the words of
/// section `furniture`; never by the name of a page.
///
/// The report is what lies between the first and the last paragraph of running text; before it only a
/// headline is looked for, after it nothing. When in doubt a line stays: a report that lost a sentence
/// is worse than one with a button too many.
struct PageReader {
  let words: PageWords
  let utf8: [UInt8]
  let text: TokenizedText
  /// `und` when unknown.
  let language: String
  /// A headline that a field or the markup gives: bytes of the text.
  let headline: Range<Int>?
  /// Hash of a title given as a field, as `Line.hash` counts.
  let titleHash: UInt64?

  func layout() -> PageLayout {
    let bit = words.bit(of: language)
    var lines = LineCutter(utf8: utf8, text: text, language: bit).lines()
    var layout = PageLayout()
    let dates = DatelineReader(words: words, utf8: utf8, text: text)
    splitLabelledDate(&lines, dates, &layout)
    var verdicts = LineJudge(words: words, utf8: utf8, text: text, dates: dates).verdicts(lines)
    for index in lines.indices where isGivenHeadline(lines[index]) { verdicts[index] = .headline }
    CoreFinder(lines: lines, frequentShare: bit == 0 ? 0 : Self.frequentShare(lines)).settle(&verdicts)
    collect(lines, verdicts, dates, into: &layout)
    return layout
  }

  /// Of a text that is no page: every line is the report's.
  func plainLayout() -> PageLayout {
    let cutter = LineCutter(utf8: utf8, text: text, language: words.bit(of: language))
    return PageLayout(parts: cutter.lines().map { PageLayout.Part(tokens: $0.tokens, role: .body) })
  }

  /// How many of the words of its running text are frequent words of the page's language.
  private static func frequentShare(_ lines: [Line]) -> Double {
    let prose = lines.filter(\.isProse)
    let words = prose.reduce(0) { $0 + $1.words }
    return words == 0 ? 0 : Double(prose.reduce(0) { $0 + $1.frequentWords }) / Double(words)
  }

  private func isGivenHeadline(_ line: Line) -> Bool {
    if let titleHash, line.hash == titleHash { return true }
    guard let headline else { return false }
    return headline.overlaps(line.range) && line.range.count <= headline.count
  }

  /// "date 2025-11-14 …": the label and the date are metadata, what follows is a line of its own.
  private func splitLabelledDate(_ lines: inout [Line], _ dates: DatelineReader, _ layout: inout PageLayout) {
    for index in lines.indices.prefix(10) {
      guard let date = dates.dateline(lines[index].tokens, starts: 4), let end = date.labelledEnd else {
        continue
      }
      let line = lines[index]
      let label = text.tokens[line.tokens.lowerBound].range.lowerBound..<text.tokens[end - 1].range.upperBound
      layout.furniture.append(Furniture(range: label, kind: .metadata))
      layout.published = PublicationDate(date: date.date, evidence: bytes(date.tokens))
      let cutter = LineCutter(utf8: utf8, text: text, language: words.bit(of: language))
      let rest = end..<line.tokens.upperBound
      lines.remove(at: index)
      if !rest.isEmpty {
        var following = cutter.line(rest, followsBlank: true)
        following.followsDate = true
        lines.insert(following, at: index)
      }
      return
    }
  }

  /// "LIMA, March 12, 2025 — A device went off": the place stays as a sentence of its own, the date is metadata
  /// and dates nothing in the text.
  private func takeOpeningDateline(_ dates: DatelineReader, from layout: inout PageLayout) {
    let reader = OpeningDatelineReader(dates: dates)
    let parts = layout.parts
    let body = parts.indices.filter { parts[$0].role == .body }
    var found: (index: Int, dateline: OpeningDateline)?
    for (position, index) in body.enumerated() {
      guard let dateline = reader.dateline(parts[index].tokens) else {
        if position >= 2, found == nil { return }
        continue
      }
      // Several paragraphs that open with dates are a chronology.
      if position > 2 || found != nil { return }
      found = (index, dateline)
    }
    guard let (index, dateline) = found else { return }
    let cut = dateline.dateTokens.lowerBound..<dateline.bodyStart
    layout.published = PublicationDate(date: dateline.date, evidence: bytes(dateline.dateTokens))
    layout.furniture.append(Furniture(range: bytes(cut), kind: .metadata))
    var rest = [PageLayout.Part(tokens: dateline.bodyStart..<parts[index].tokens.upperBound, role: .body)]
    if !dateline.place.isEmpty {
      rest[0].goesOn = true
      rest.insert(PageLayout.Part(tokens: dateline.place, role: .body), at: 0)
    }
    layout.parts.replaceSubrange(index...index, with: rest)
  }

  private func bytes(_ tokens: Range<Int>) -> Range<Int> {
    text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
  }

  private func collect(
    _ lines: [Line], _ verdicts: [LineVerdict], _ dates: DatelineReader, into layout: inout PageLayout
  ) {
    var title: Range<Int>?
    var bodyLines = 0
    let end = verdicts.lastIndex { !$0.isFurniture } ?? 0
    for (index, (line, verdict)) in zip(lines, verdicts).enumerated() {
      switch verdict {
      case .body:
        bodyLines += 1
        layout.parts.append(PageLayout.Part(tokens: line.tokens, role: .body))
      case .headline:
        title = title ?? line.tokens
        layout.parts.append(PageLayout.Part(tokens: line.tokens, role: .headline))
      case .furniture(let kind):
        layout.furniture.append(Furniture(range: line.range, kind: kind))
        // Not from below the report or its second paragraph: dates there are of other things.
        if kind == .metadata, layout.published == nil, bodyLines <= 2, index < end,
          let date = dates.dateline(line.tokens)
        {
          layout.published = PublicationDate(date: date.date, evidence: bytes(date.tokens))
        }
      }
    }
    layout.title = title
    if layout.published == nil { takeOpeningDateline(dates, from: &layout) }
    layout.furniture.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
}
