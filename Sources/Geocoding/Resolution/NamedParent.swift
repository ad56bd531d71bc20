internal import Gazetteer
internal import Reading

/// What the words beside a name say that it lies in.
struct NamedParent {
  /// Index of the span that names it.
  let span: Int
  /// `false` when the gazetteer has nothing of the name in there.
  let holdsSense: Bool
  /// `false` when the words may also be a list: "Paris, Germany and Spain".
  let isFirm: Bool
}

extension SpanSurroundings {
  /// After the name ("Mosul, Iraq", "Clifton, a suburb of Karachi"), or before it ("Iraq's Mosul",
  /// "the Iraqi city of Mosul").
  func namedParent(of index: Int) -> NamedParent? {
    let span = spans[index]
    if let after = parent(after: span), let owner = self.span(at: after.tokens.lowerBound) {
      return NamedParent(span: owner, holdsSense: true, isFirm: !isListed(after, behind: span))
    }
    if let city = cityAfter(span) ?? parentBefore(span) {
      let holds = span.senses.contains { spans[city].embraces($0.place) }
      // "Ukraine's Paris" may be a way of speaking.
      if holds { return NamedParent(span: city, holdsSense: true, isFirm: true) }
      return isCity(city) ? NamedParent(span: city, holdsSense: false, isFirm: true) : nil
    }
    return foreignParent(of: span).map { NamedParent(span: $0, holdsSense: false, isFirm: true) }
  }

  /// "Iraq's Mosul", "Ankara'nın Kavaklıdere semti": the name before it is what it lies in.
  func isInNameBefore(_ span: NameSpan) -> Bool {
    guard let outer = parentBefore(span) else { return false }
    return span.senses.contains { !$0.kind.isDemonym && spans[outer].embraces($0.place) }
  }

  private func span(at token: Int) -> Int? {
    let owner = spanOfToken[token]
    return owner >= 0 ? Int(owner) : nil
  }

  private func isCity(_ index: Int) -> Bool {
    spans[index].senses.contains { $0.place.featureClass == .settlement && $0.place.logPopulation > 4.5 }
  }

  /// "Canada, Mexico" and "Paris, Germany and Spain" are lists; "Moscow, Idaho" is none.
  private func isListed(_ parent: NameSpan, behind span: NameSpan) -> Bool {
    let isOuter = span.senses.contains {
      $0.place.featureClass == .country || $0.place.featureClass == .region
    }
    let isCountry = parent.senses.contains { $0.place.featureClass == .country }
    if isOuter, isCountry { return true }
    let end = text.sentences[span.sentence].tokens.upperBound
    let next = parent.tokens.upperBound
    guard next + 1 < end, spanOfToken[next + 1] >= 0 else { return false }
    return text.tags[next].contains(.conjunction) && (isOuter || span.senses.contains { $0.place.isCapital })
  }

  /// "X, a suburb of CITY", "the X neighbourhood of CITY".
  private func cityAfter(_ span: NameSpan) -> Int? {
    let end = text.sentences[span.sentence].tokens.upperBound
    var next = span.tokens.upperBound
    if next < end, text.mark(next) == UInt8(ascii: ",") { next += 1 }
    if next < end, text.tags[next].contains(.article) { next += 1 }
    guard next < end, text.tags[next].contains(.quarter) else { return nil }
    next += 1
    guard next < end, text.tags[next].contains(.of) || text.tags[next].contains(.locative) else { return nil }
    next += 1
    while next < end, text.tags[next].contains(.article) { next += 1 }
    guard next < end, let owner = self.span(at: next), isCity(owner) else { return nil }
    return owner
  }

  /// "Iraq's Mosul", "the Iraqi city of Mosul", "the Iraqi city Mosul".
  private func parentBefore(_ span: NameSpan) -> Int? {
    let start = text.sentences[span.sentence].tokens.lowerBound
    var before = span.tokens.lowerBound - 1
    guard before >= start else { return nil }
    if let owner = self.span(at: before) {
      let isPossessive = text.isPossessive(before)
      if isPossessive || spans[owner].isDemonymOnly { return owner }
      // A case says less than a possessive: from there, or of it.
      let isInCase = text.endsInCase && spans[owner].isInflected && isBeforeQuarter(span)
      return isInCase && span.senses.contains { spans[owner].embraces($0.place) } ? owner : nil
    }
    if text.tags[before].contains(.of) { before -= 1 }
    guard before > start, text.tags[before].contains(.adminBefore) else { return nil }
    guard let owner = self.span(at: before - 1), spans[owner].senses.contains(where: \.kind.isDemonym) else {
      return nil
    }
    return owner
  }

  private func isBeforeQuarter(_ span: NameSpan) -> Bool {
    let next = span.tokens.upperBound
    return next < text.sentences[span.sentence].tokens.upperBound
      && !text.tags[next].isDisjoint(with: [.quarter, .adminAfter])
  }

  /// What has more than 100,000 inhabitants is in the gazetteer wherever it is: the words mean something else.
  private static let known = 5.0

  /// The territory of "X, Territory." when no X of the gazetteer lies in it.
  private func foreignParent(of span: NameSpan) -> Int? {
    let sentence = text.sentences[span.sentence].tokens
    let comma = span.tokens.upperBound
    guard comma + 1 < sentence.upperBound, text.mark(comma) == UInt8(ascii: ","),
      let owner = self.span(at: comma + 1), spans[owner].tokens.lowerBound == comma + 1,
      !spans[owner].senses.isEmpty,
      spans[owner].senses.allSatisfy({ $0.place.isAdministrative && !$0.kind.isDemonym }),
      !span.senses.contains(where: { $0.place.isAdministrative || $0.place.logPopulation > Self.known })
    else { return nil }
    // Any other word behind it or before the name makes a list of it.
    let next = spans[owner].tokens.upperBound
    if next < sentence.upperBound {
      guard text.tokens[next].kind == .punctuation else { return nil }
      if next + 1 < sentence.upperBound,
        spanOfToken[next + 1] >= 0 || text.tags[next + 1].contains(.conjunction)
      {
        return nil
      }
    }
    let before = span.tokens.lowerBound - 1
    guard before >= sentence.lowerBound, !text.tags[before].isDisjoint(with: [.locative, .of]) else {
      return nil
    }
    return owner
  }
}
