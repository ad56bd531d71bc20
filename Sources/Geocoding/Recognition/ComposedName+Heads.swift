internal import Gazetteer
internal import Reading

/// Names of waters, mountains and counties whose kind may stand before them.
extension ComposedNameReader {
  /// "River Ericht", "Bay of Kotor": a kind with a capital, and the name behind it.
  func namedNature(_ head: Int, _ sentence: Int, _ tokens: Range<Int>) -> ComposedName? {
    let tags = text.tags[head]
    guard !tags.isDisjoint(with: [.naturalHead, .naturalBefore]), text.isCapitalized(head),
      isFree(head, tokens),
      owner[head] < 0 || spans[Int(owner[head])].tokens.count == 1
    else { return nil }
    var first = head + 1
    if first < tokens.upperBound, text.tags[first].contains(.of) {
      guard tags.isDisjoint(with: .adminBefore), text.capitalsTellNames || tags.contains(.naturalHead) else {
        return nil
      }
      first += 1
    } else if !tags.contains(.naturalHead) {
      return nil
    }
    guard let end = runEnd(from: first, tokens), isUnknownNature(first..<end) else { return nil }
    return compose(head..<end, .nature, sentence)
  }

  /// "Elgin County", "County Kerry", "Co. Cork", "Landkreis Uelzen", where the gazetteer does not have the whole.
  func county(_ head: Int, _ sentence: Int, _ tokens: Range<Int>) -> ComposedName? {
    let tags = text.tags[head]
    guard !tags.isDisjoint(with: [.countyBefore, .countyAfter]), text.isCapitalized(head),
      owner[head] < 0 || isAbbreviation(head)
    else { return nil }
    if tags.contains(.countyBefore), isFree(head, tokens) {
      var first = head + 1
      if first < tokens.upperBound, text.mark(first) == UInt8(ascii: ".") { first += 1 }
      if isAbbreviation(head), first == head + 1 { return nil }
      if let name = runEnd(from: first, tokens).flatMap({ county(head..<$0, first..<$0, sentence) }) {
        return name
      }
    }
    guard tags.contains(.countyAfter), head > tokens.lowerBound, owner[head - 1] >= 0,
      text.adjoins(head - 1, head)
    else { return nil }
    let inner = spans[Int(owner[head - 1])].tokens
    return county(inner.lowerBound..<(head + 1), inner, sentence)
  }

  private func county(_ whole: Range<Int>, _ name: Range<Int>, _ sentence: Int) -> ComposedName? {
    guard owner[name.lowerBound] >= 0 else {
      // "County Manager" is no county.
      let before = whole.lowerBound - 1
      guard before >= 0, !text.isEnglish || !text.tags[before].isDisjoint(with: [.locative, .of]) else {
        return nil
      }
      return compose(whole, .county, sentence)
    }
    let inner = spans[Int(owner[name.lowerBound])]
    // A territory of that name is meant itself.
    guard inner.tokens == name, !inner.isDemonymOnly,
      !inner.senses.contains(where: { $0.place.isAdministrative })
    else { return nil }
    var county = compose(whole, .county, sentence, allowsKnown: true)
    county?.isNamesake = true
    return county
  }

  /// Where "Lough" or "Co." is no part of a longer name before it.
  private func isFree(_ head: Int, _ tokens: Range<Int>) -> Bool {
    let before = head - 1
    guard before >= tokens.lowerBound, text.isCapitalized(before), text.adjoins(before, head) else {
      return true
    }
    return before == tokens.lowerBound && text.tags[before].contains(.common)
  }

  private func isAbbreviation(_ head: Int) -> Bool { text.tokens[head].range.count <= 3 }

  /// Where the capitalised words end that begin with a token; `nil` where there are none, or where they name a
  /// body or a street ("Lake County Sheriff").
  private func runEnd(from first: Int, _ tokens: Range<Int>) -> Int? {
    var end = first
    while end < tokens.upperBound, end - first < 3, text.isCapitalized(end),
      end == first || text.adjoins(end - 1, end)
    {
      let tags = text.tags[end]
      if !tags.isDisjoint(with: Self.bodies) { return nil }
      guard tags.isDisjoint(with: [.locative, .article, .conjunction, .calendar]) else { break }
      end += 1
      if text.isPossessive(end - 1) { break }
    }
    return end > first ? end : nil
  }

  private static let bodies: WordTag = [
    .publicBody, .street, .adminAfter, .naturalAfter, .namedAfter, .media, .title,
  ]

  /// Neither it nor a part of it is a water or a mountain of the gazetteer.
  private func isUnknownNature(_ name: Range<Int>) -> Bool {
    name.allSatisfy { owner[$0] < 0 || !spans[Int(owner[$0])].meaning.isFeature }
  }

  /// `true` when the gazetteer has the water or the mountain that a run ends in: as a whole, behind a word that a
  /// sentence begins with, or without the word for its kind ("Java adası").
  func isKnown(_ start: Int, _ head: Int, _ tokens: Range<Int>) -> Bool {
    if owner[head] >= 0 {
      let known = spans[Int(owner[head])].tokens
      let isWhole = known.contains(start..<(head + 1))
      let isBehindFirst = start == tokens.lowerBound && known.lowerBound == start + 1
      return isWhole || isBehindFirst && known.count > 1
    }
    guard text.endsInCase, owner[head - 1] >= 0, text.tokens[head].casing == .lower else { return false }
    let inner = spans[Int(owner[head - 1])]
    return inner.tokens.upperBound == head && (text.isTurkish || inner.meaning.isFeature)
  }

  /// "Huntingdon Sea Cadets": a name goes on behind a short word for a water.
  func isShortHeadOfMore(_ head: Int, _ tokens: Range<Int>) -> Bool {
    text.tokens[head].range.count <= 3 && head + 1 < tokens.upperBound && text.isCapitalized(head + 1)
  }

  /// Whether a word before a water or a street has an ending of a case and is no part of its name; of a quarter it may
  /// name the town.
  func isOtherName(_ index: Int, before head: Int) -> Bool {
    guard text.endsInCase, !text.tags[head].contains(.quarter) else { return false }
    return text.isTurkish && text.stemEnd(index) != nil
      || owner[index] >= 0 && spans[Int(owner[index])].isInflected
  }
}
