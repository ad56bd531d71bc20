internal import Gazetteer
internal import Reading

/// Makes names of the spans that somebody gives to be resolved.
struct GivenSpans {
  let gazetteer: Gazetteer
  let scanner: NameScanner
  let inflections: InflectionRules
  let words: WordTable
  let memory: WorkerMemory
  let text: TaggedText
  /// What was found by itself.
  let found: [NameSpan]

  /// One for each range that words stand in; `nil` for one that has none.
  func spans(_ ranges: [Range<Int>]) -> [NameSpan?] { ranges.map(span) }

  private func span(_ range: Range<Int>) -> NameSpan? {
    guard let tokens = tokens(of: range), let sentence = sentence(of: tokens.lowerBound) else { return nil }
    let words = tokens.clamped(to: text.sentences[sentence].tokens)
    if var same = found.first(where: { $0.range == range || $0.tokens == words }) {
      same.range = range
      same.isGiven = true
      return same
    }
    let senses = senses(of: text.document.text[range])
    var name = PrefixHash.start
    for token in words { PrefixHash.extend(&name, UInt8(truncatingIfNeeded: text.hashes[token])) }
    for sense in senses.prefix(4) { PrefixHash.extend(&name, UInt8(truncatingIfNeeded: sense.place.id.row)) }
    return NameSpan(
      range: range, tokens: words, sentence: sentence,
      held: memory.keep(MeaningRecord(senses)).meaning, name: name,
      isInflected: false, isGiven: true)
  }

  /// The tokens that a range of bytes touches.
  private func tokens(of range: Range<Int>) -> Range<Int>? {
    let tokens = text.tokens
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, tokens[end].range.lowerBound < range.upperBound { end += 1 }
    return low < end ? low..<end : nil
  }

  private func sentence(of token: Int) -> Int? {
    text.sentences.firstIndex { $0.tokens.contains(token) }
  }

  /// As the whole is written; with an ending taken off; without a word before or behind.
  private func senses(of words: String) -> [NameSense] {
    var trimmed = words
    if let point = trimmed.last, ".,;:".contains(point) { trimmed.removeLast() }
    for ending in ["'s", "’s", "'", "’"] where trimmed.hasSuffix(ending) { trimmed.removeLast(ending.count) }
    for name in [words, trimmed] {
      if let postings = gazetteer.postings(named: name), !postings.isEmpty { return senses([postings]) }
    }
    return inflectedSenses(of: trimmed) ?? coreSenses(of: words) ?? adjectiveSenses(of: trimmed) ?? []
  }

  /// Of the region or town that an adjective or its people is made of: "South Ossetian", "Nebraskans".
  private func adjectiveSenses(of words: String) -> [NameSense]? {
    for ending in self.words.adjectiveEndings where words.hasSuffix(ending) {
      let name = String(words.dropLast(ending.count))
      guard name.count > 3, let postings = gazetteer.postings(named: name), !postings.isEmpty else {
        continue
      }
      return senses([postings])
    }
    return nil
  }

  /// Of the whole with an ending taken off.
  private func inflectedSenses(of words: String) -> [NameSense]? {
    let whole = 0..<words.utf8.count
    let match = scanner.matches(
      in: words, inflections: inflections, options: .init(includesLowercase: true)
    ).joined().first { $0.range == whole }
    return match.map { senses([$0.postings]) }
  }

  /// Of what articles and words of kind leave: "the City of X", "X county".
  private func coreSenses(of words: String) -> [NameSense]? {
    var parts = words.split(separator: " ")
    let isKind = { (part: Substring) in
      let tags = self.words.tags(of: ArraySlice(Folding.fold(String(part)).utf8))
      return !tags.isDisjoint(with: [.article, .of, .adminBefore, .adminAfter])
    }
    let count = parts.count
    while let first = parts.first, isKind(first) { parts.removeFirst() }
    while let last = parts.last, isKind(last) { parts.removeLast() }
    guard !parts.isEmpty, parts.count < count else { return nil }
    return gazetteer.postings(named: parts.joined(separator: " ")).map { senses([$0]) }
  }

  private func senses(_ postings: [NamePostings]) -> [NameSense] {
    postings.joined().map { NameSense(place: PlaceTraits(gazetteer.place($0.place)), kind: $0.kind) }
  }
}
