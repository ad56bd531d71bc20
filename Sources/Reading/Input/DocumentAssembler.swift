/// Puts a document together from its page.
struct DocumentAssembler {
  let words: PageWords
  let page: PageText
  /// The text as read.
  let utf8: [UInt8]
  /// Of a long text, whose lines all count.
  let isPart: Bool

  func document(id: String, title: String?, language: String?) -> Document {
    var text = TokenizedText()
    Tokenizer.tokenize(page.utf8, page.utf8.indices, into: &text)
    text.markFrequent(words.frequentWords)
    let language = language ?? self.language(of: text)
    let reader = PageReader(
      words: words, utf8: page.utf8, text: text, language: language, headline: page.headline,
      titleHash: title.flatMap(hash))
    let layout = isPart ? reader.plainLayout() : reader.layout()
    let published = published(layout)
    let (sentences, tokens) = sentences(layout, text, language)
    return Document(
      id: id, title: title ?? layout.title.map { words(of: $0, text) } ?? page.title,
      text: SourceText(utf8: utf8), language: language, published: published,
      furniture: merged(page.furniture + layout.furniture), sentences: sentences, tokens: tokens,
      notices: published == nil ? Self.undated : [])
  }

  private static let undated = ["no publication date: dates like \"yesterday\" stay open"]

  private func language(of text: TokenizedText) -> String {
    let guess = LanguageGuesser(words: words).language(of: text, utf8: page.utf8)
    if guess == "und", let stated = page.language, words.languages.contains(stated) { return stated }
    return guess
  }

  private func published(_ layout: PageLayout) -> PublicationDate? {
    for candidate in page.dates {
      if let date = DatelineReader.date(in: candidate.text, words: words) {
        return PublicationDate(date: date, evidence: candidate.range)
      }
    }
    return layout.published
  }

  /// Hash of a title's words as `Line.hash` counts them.
  private func hash(of title: String) -> UInt64? {
    let utf8 = Array(title.utf8)
    var text = TokenizedText()
    Tokenizer.tokenize(utf8, utf8.indices, into: &text)
    guard !text.tokens.isEmpty else { return nil }
    return LineCutter(utf8: utf8, text: text, language: 0)
      .line(text.tokens.indices, followsBlank: true).hash
  }

  /// The text of tokens with its markup and line ends as single spaces.
  private func words(of tokens: Range<Int>, _ text: TokenizedText) -> String {
    let range =
      text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
    let plain = String(decoding: page.utf8[range], as: UTF8.self)
    if page.utf8[range].hasPlainBlanks { return plain }
    return plain.unicodeScalars.filter { CharacterClass($0.value) != .invisible }
      .split { CharacterClass($0.value) == .space }.map { String($0) }.joined(separator: " ")
  }

  /// What is no furniture, cut into sentences, and the tokens of those.
  private func sentences(
    _ layout: PageLayout, _ text: TokenizedText, _ language: String
  ) -> ([Sentence], TokenizedText) {
    var kept = TokenizedText()
    kept.folded = text.folded
    let keepsAll = layout.furniture.isEmpty
    if keepsAll { kept.tokens = text.tokens } else { kept.tokens.reserveCapacity(text.tokens.count) }
    // Where the sentences of each part end.
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(text.tokens.count / 16 + layout.parts.count)
    var ends: [Int] = []
    ends.reserveCapacity(layout.parts.count)
    text.tokens.withUnsafeBufferPointer { tokens in
      page.utf8.withUnsafeBufferPointer { utf8 in
        let splitter = SentenceSplitter(
          utf8: utf8, all: tokens, words: words, language: words.bit(of: language))
        for part in layout.parts {
          splitter.sentences(part.tokens, into: &ranges)
          ends.append(ranges.count)
        }
      }
    }
    var sentences: [Sentence] = []
    sentences.reserveCapacity(ranges.count)
    var paragraph = -1
    var next = 0
    for (part, end) in zip(layout.parts, ends) {
      if !part.goesOn { paragraph += 1 }
      for tokens in ranges[next..<end] {
        let start = keepsAll ? tokens.lowerBound : kept.tokens.count
        if !keepsAll { kept.tokens.append(contentsOf: text.tokens[tokens]) }
        sentences.append(
          Sentence(
            range: text.tokens[tokens.lowerBound].range
              .lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound,
            tokens: start..<(start + tokens.count), paragraph: paragraph, role: part.role))
      }
      next = end
    }
    return (sentences, kept)
  }

  /// In text order; lines that follow each other and are of one kind become one.
  private func merged(_ parts: [Furniture]) -> [Furniture] {
    var result: [Furniture] = []
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = result.last, last.kind == part.kind, last.range.upperBound <= part.range.lowerBound,
        page.utf8[last.range.upperBound..<part.range.lowerBound].allSatisfy({ $0 <= 0x20 })
      {
        result[result.count - 1] = Furniture(
          range: last.range.lowerBound..<part.range.upperBound, kind: part.kind)
      } else {
        result.append(part)
      }
    }
    return result
  }
}
