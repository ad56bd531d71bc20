internal import Gazetteer
internal import Reading

/// Picks, from left to right, the longest usable name at each place of a document.
struct SpanCollector {
  struct Found {
    var range: Range<Int>
    var tokens: Range<Int>
    var sentence: Int
    /// That of the name in the gazetteer.
    var key: UInt64
    /// `NameRecords` keeps it.
    var record: UnsafePointer<NameRecord>
    /// Index of `otherPostings`; -1 for none.
    var others: Int
    var isInflected: Bool
    var isFirmlyInflected: Bool
  }

  private let text: TextParts
  /// Of wider names that mean the same, and of other readings of the same words.
  private(set) var otherPostings: [[NamePostings]] = []
  private(set) var found: [Found] = []
  private var sentence = 0
  /// The token up to which the sentence is done.
  private var token = 0

  /// - Parameter places: of the text, at which names were found.
  init(text: TextParts, places: Int) {
    self.text = text
    found.reserveCapacity(places)
  }

  /// All that a name found goes by.
  func allPostings(_ found: Found) -> [NamePostings] {
    let own = found.record.pointee.postings
    return found.others < 0 ? [own] : [own] + otherPostings[found.others]
  }

  /// Goes to the sentence that a byte lies in; matches come in text order.
  private mutating func enter(sentenceAt start: Int) {
    let sentences = text.sentences
    guard sentences[sentence].range.upperBound <= start || token == 0 else { return }
    while sentences[sentence].range.upperBound <= start { sentence += 1 }
    token = sentences[sentence].tokens.lowerBound
  }

  /// Takes the longest match that is written as a name is.
  ///
  /// - Parameters:
  ///   - known: by match.
  ///   - finder: knows what names mean.
  mutating func add(
    _ matches: NameMatches, _ known: UnsafeBufferPointer<FoundNames.Known>, by finder: NameFinder
  ) {
    let start = matches.found[0].range.lowerBound
    enter(sentenceAt: start)
    let end = text.sentences[sentence].tokens.upperBound
    while token < end, text.tokens[token].range.upperBound <= start { token += 1 }
    guard token < end, !isCovered(start) else { return }
    var index = 0
    // What "Odesa region" means, when only "Odesa" is taken for the name.
    var wider: [NamePostings] = []
    while index < matches.count {
      let match = matches.found[index]
      let tokens = tokens(of: match, end)
      if let tokens, let name = written(tokens, matches, known, index, finder), let record = name.record,
        !isBodyOfTown(tokens, record)
      {
        var others = wider
        // Other readings of the same words: endings that lead to different names.
        var other = index + 1
        while other < matches.count, matches.found[other].range == match.range,
          matches.found[other].form != .exact
        {
          // Neither "Bern" nor Azerbaijani "Berndə" is a form of "BER", which is Berlin's airport.
          let isCode =
            isShortBase(matches.found[other], tokens, finder) && !isShortBase(match, tokens, finder)
          // Azerbaijani "Gəncə" is Ganja and no form of "Genç".
          let isTown = match.form == .exact && finder.isGreatTown(record)
          if !isCode, !isTown, !isMisled(tokens, matches, other, finder.record(matches, other), finder) {
            others.append(matches.postings(other))
          }
          other += 1
        }
        return take(match, name, record, tokens, others, isFirm: finder.isFirm(match.form), end)
      }
      if let tokens, text.tags[tokens.upperBound - 1].contains(.regionWord) {
        wider.append(matches.postings(index))
      }
      index += 1
    }
  }

  /// "Moscow City Council" is that of a town, and Moscow City a region of Russia.
  private func isBodyOfTown(_ tokens: Range<Int>, _ record: UnsafePointer<NameRecord>) -> Bool {
    let next = tokens.upperBound
    guard text.isEnglish, tokens.count > 1, text.tags[next - 1].contains(.townBefore),
      next < text.tokens.count,
      text.tags[next].contains(.publicBody), text.tokens[next].casing == .capitalized
    else { return false }
    return !record.meaning.pointee.senses.contains { $0.place.featureClass == .settlement }
  }

  private func isCovered(_ start: Int) -> Bool {
    guard let last = found.last else { return false }
    return start < last.range.upperBound
  }

  private func tokens(of match: FoundName, _ end: Int) -> Range<Int>? {
    guard text.tokens[token].range.lowerBound <= match.range.lowerBound else { return nil }
    var last = token
    while last + 1 < end, text.tokens[last + 1].range.lowerBound < match.range.upperBound { last += 1 }
    return token..<(last + 1)
  }

  /// `nil` for what only looks like a name: a last word in small letters that the name does not need,
  /// an abbreviation that is written out of form, a day or a month.
  private func written(
    _ tokens: Range<Int>, _ matches: NameMatches, _ known: UnsafeBufferPointer<FoundNames.Known>,
    _ index: Int,
    _ finder: NameFinder
  ) -> FoundNames.Known? {
    guard isWritten(tokens, matches.found[index]) else { return nil }
    let name = known[index].record == nil ? FoundNames.Known(finder.record(matches, index)) : known[index]
    guard isAbbreviationInForm(tokens, name) else { return nil }
    let match = matches.found[index]
    if let record = name.record {
      // "La Haye est calme", but "La Chapelle a brûlé": a capital that a sentence begins with may be the article's own.
      if tokens.count > 1, tokens.lowerBound == text.sentences[sentence].tokens.lowerBound,
        text.tags[tokens.lowerBound].contains(.article), !finder.isGreatTown(record)
      {
        return nil
      }
      if isMisled(tokens, matches, index, record, finder) { return nil }
      // "Vana" is what others call the one with a case of theirs.
      if isOwned(tokens), !record.pointee.meaning.isKnown, hasMisled(tokens, matches, index, finder) {
        return nil
      }
    }
    // "Oşda" is in Osh, and no form of "OSD", Östersund's airport.
    if name.firstKind != .primary, isShortBase(match, tokens, finder),
      text.tokens[tokens.lowerBound].casing == .capitalized,
      !finder.isShortName(match, String(decoding: text.utf8[match.range], as: UTF8.self))
    {
      return nil
    }
    return name
  }

  /// Whether the word behind a name belongs to it as "şəhərində" does, before which a name has no case but the genitive.
  private func isOwned(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    return next < text.sentences[sentence].tokens.upperBound && text.tags[next].contains(.ownedAfter)
  }

  private func isMisled(
    _ tokens: Range<Int>, _ matches: NameMatches, _ index: Int, _ record: UnsafePointer<NameRecord>,
    _ finder: NameFinder
  ) -> Bool {
    let match = matches.found[index]
    guard case .inflected = match.form else { return false }
    let isWord = tokens.count == 1 && text.tokens[tokens.lowerBound].casing != .upper
    let word = isWord ? UnsafeBufferPointer(rebasing: text.utf8[match.range]) : nil
    return finder.isMisled(match, record, by: word, isOwned: isOwned(tokens))
  }

  /// Whether a case that cannot stand here leads from the same words to the first place of a name.
  private func hasMisled(
    _ tokens: Range<Int>, _ matches: NameMatches, _ index: Int, _ finder: NameFinder
  ) -> Bool {
    let place = matches.postings(index).first?.place
    return matches.found.indices.contains {
      matches.found[$0].range == matches.found[index].range
        && isMisled(tokens, matches, $0, finder.record(matches, $0), finder)
        && matches.postings($0).contains { $0.place == place }
    }
  }

  private func isWritten(_ tokens: Range<Int>, _ match: FoundName) -> Bool {
    let first = tokens.lowerBound
    let last = tokens.upperBound - 1
    guard text.tokens[first].kind == .word else { return false }
    if tokens.count == 1 {
      if text.tags[first].contains(.calendar) { return false }
      if text.isContraction(first) { return false }
      // "OTAN", "l'ONU"
      let isTail = match.range.lowerBound > text.tokens[first].range.lowerBound
      if text.tags[first].contains(.organisation), isTail || text.tokens[first].casing == .upper {
        return false
      }
      if text.tokens[first].range.count < 2 { return false }
      // "UK's" is no "UKS".
      if match.form == .exact, text.isPossessive(first), isShort(text.tokens[first].foldedRange.count) {
        return false
      }
    } else {
      guard text.tokens[last].casing != .lower || !(text.isGeneric(last) || text.isOneLetter(last)) else {
        return false
      }
      guard !(text.isGeneric(first) && text.tokens[first].casing == .lower) else { return false }
      // Azerbaijani "Naxçıvan şəhəri" is the town of Naxçıvan.
      if text.tags[last].contains(.townAfter), text.tokens[last].casing == .lower { return false }
      // "in The Hague", "in Den Haag": a capital belongs to the name.
      if text.tags[first].contains(.article), text.tokens[first].casing == .lower { return false }
      // "À La Rochelle"
      if tokens.allSatisfy({ !text.tags[$0].isDisjoint(with: [.article, .of, .locative]) }) { return false }
    }
    if match.form == .suffixed, text.isEnglish,
      !text.isPossessive(last)
    {
      return false
    }
    return !text.isCurrency(match.range.upperBound) && !isSpelledOverApostrophe(match)
  }

  /// Turkish sets an apostrophe between a name and its ending: "Kars'ta" is Kars and never Karsta.
  private func isSpelledOverApostrophe(_ match: FoundName) -> Bool {
    guard text.isTurkish, match.form == .exact else { return false }
    let bytes = text.utf8[match.range]
    return bytes.contains(0x27)
      || bytes.indices.dropLast(2).contains {
        bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x80 && bytes[$0 + 2] == 0x99
      }
  }

  /// Bytes of a name that is an abbreviation, unless the language says otherwise.
  private func isShort(_ length: Int) -> Bool { length <= 3 }

  /// Whether a single word is led back to a name so short that it is an abbreviation.
  private func isShortBase(_ match: FoundName, _ tokens: Range<Int>, _ finder: NameFinder) -> Bool {
    guard tokens.count == 1 else { return false }
    let count = text.tokens[tokens.lowerBound].foldedRange.count
    return finder.baseLength(match, ofWord: count).map(isShort) ?? false
  }

  private func isAbbreviationInForm(_ tokens: Range<Int>, _ name: FoundNames.Known) -> Bool {
    guard tokens.count == 1, name.firstKind != .primary else { return true }
    let token = text.tokens[tokens.lowerBound]
    if token.casing == .capitalized, text.tags[tokens.lowerBound].contains(.shortName) { return true }
    let short = isShort(token.range.count)
    guard short || name.isAbbreviation else { return true }
    if token.casing == .upper { return true }
    return !short && !name.isOnlyAbbreviation || followedByPoint(tokens.upperBound - 1)
  }

  private func followedByPoint(_ index: Int) -> Bool {
    let end = text.tokens[index].range.upperBound
    return end < text.utf8.count && text.utf8[end] == UInt8(ascii: ".")
  }

  /// `true` when a point behind the name belongs to it: "Tex.", "U.S.".
  private func isAbbreviated(_ tokens: Range<Int>, _ match: FoundName, _ name: FoundNames.Known) -> Bool {
    if tokens.count > 1 {
      // "Ярославская обл."
      let last = tokens.upperBound - 1
      return text.tags[last].contains(.shortened) || text.utf8[match.range].contains(UInt8(ascii: "."))
    }
    return text.tokens[tokens.lowerBound].casing != .upper && name.isAbbreviation
  }

  private mutating func take(
    _ match: FoundName, _ name: FoundNames.Known, _ record: UnsafePointer<NameRecord>, _ tokens: Range<Int>,
    _ others: [NamePostings], isFirm: Bool, _ end: Int
  ) {
    var range = match.range.lowerBound..<text.endWithoutMarks(match.range)
    var tokens = tokens
    if isAbbreviated(tokens, match, name), followedByPoint(tokens.upperBound - 1) {
      range = range.lowerBound..<(range.upperBound + 1)
      if tokens.upperBound < end, text.mark(tokens.upperBound) == UInt8(ascii: ".") {
        tokens = tokens.lowerBound..<(tokens.upperBound + 1)
      }
    }
    var isInflected = false
    if case .inflected = match.form { isInflected = true }
    if match.form == .suffixed, !text.isEnglish { isInflected = true }
    // "Naxçıvan şəhərində" has its ending behind the word for a town.
    if tokens.upperBound < end, text.tags[tokens.upperBound].contains(.townAfter) { isInflected = true }
    if !others.isEmpty { otherPostings.append(others) }
    found.append(
      Found(
        range: range, tokens: tokens, sentence: sentence, key: match.key, record: record,
        others: others.isEmpty ? -1 : otherPostings.count - 1, isInflected: isInflected,
        isFirmlyInflected: isInflected && isFirm))
  }
}
