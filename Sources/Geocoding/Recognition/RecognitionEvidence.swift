internal import Gazetteer
internal import Reading

/// Collects what speaks for and against a span being a place.
struct RecognitionEvidence<Sum: FeatureSum> where Sum.Feature == RecognitionFeature {
  let around: SpanSurroundings
  let model: LinearModel<RecognitionFeature>

  func collect(_ span: NameSpan) -> Sum {
    var evidence = Sum(model)
    evidence.add(.bias)
    addWords(span, &evidence)
    addMeanings(span, &evidence)
    addBefore(span, &evidence)
    addAfter(span, &evidence)
    addElsewhere(span, &evidence)
    return evidence
  }

  private var text: TaggedText { around.text }

  private func addWords(_ span: NameSpan, _ evidence: inout Sum) {
    let sentence = text.sentences[span.sentence]
    let first = span.tokens.lowerBound
    let casing = around.sentenceCasing[span.sentence]
    let words = NameWords(text, span.tokens)
    let starts = startsSentence(first, sentence.tokens.lowerBound)
    evidence.add(.twoWords, if: words.count == 2)
    evidence.add(.threeWords, if: words.count > 2)
    let single = words.count == 1
    let upper = words.areUpper
    evidence.add(.upperCase, if: upper && casing != .upper && span.range.count > 4)
    evidence.add(.shortUpperCase, if: upper && span.range.count <= 4)
    evidence.add(.mixedCase, if: single && text.tokens[first].casing == .mixed)
    let isCommon = around.isCommon(span) && !(upper && casing != .upper)
    evidence.add(.commonWord, if: isCommon)
    evidence.add(.commonAtStart, if: isCommon && (starts || casing != .plain))
    evidence.add(.firstName, if: single && text.tags[first].contains(.firstName))
    evidence.add(.directionWord, if: single && text.tags[first].contains(.direction))
    evidence.add(.titleWord, if: single && text.tags[first].contains(.title))
    evidence.add(.occursLowerCased, if: words.occurLowerCased)
    evidence.add(.placeWordInside, if: !single && words.havePlaceWord)
    evidence.add(.sentenceStart, if: starts)
    evidence.add(.titleCasedSentence, if: casing == .title)
    evidence.add(.upperCasedSentence, if: casing == .upper)
  }

  private func startsSentence(_ token: Int, _ sentenceStart: Int) -> Bool {
    var before = token - 1
    while before >= sentenceStart, text.mark(before) == UInt8(ascii: "\"") { before -= 1 }
    return before < sentenceStart
  }

  private func addMeanings(_ span: NameSpan, _ evidence: inout Sum) {
    let meaning = span.meaning
    evidence.add(.population, meaning.logPopulation / 7)
    evidence.add(.isCountry, if: meaning.isCountry)
    evidence.add(.isRegion, if: meaning.isRegion)
    evidence.add(.isDistrict, if: meaning.isDistrict)
    evidence.add(.isFeature, if: meaning.isFeature)
    evidence.add(.isCapital, if: meaning.isCapital)
    evidence.add(.primaryName, if: meaning.isPrimaryName)
    let isSpelled = !meaning.isPrimaryName && !meaning.isAbbreviation
    evidence.add(.alternateOnly, if: meaning.isAlternateName && isSpelled)
    // What is spelled in several ways is mostly great ("Kiev"); what merely has many names is not.
    evidence.add(.greatAlternate, isSpelled ? max(0, meaning.logPopulation - 4.5) : 0)
    evidence.add(
      .abbreviationOnly, if: meaning.isAbbreviation && !meaning.isPrimaryName && !meaning.isAlternateName)
    evidence.add(.manySenses, if: span.senses.count > 8)
  }

  private func addBefore(_ span: NameSpan, _ evidence: inout Sum) {
    let start = text.sentences[span.sentence].tokens.lowerBound
    var before = span.tokens.lowerBound - 1
    // A case ending does what a preposition does elsewhere.
    let hasPreposition = before >= start && text.tags[before].contains(.locative)
    let isLoose = !text.isEnglish && isLoose(span)
    evidence.add(.afterLocative, if: span.isInflected && !hasPreposition && !isLoose)
    let great = span.meaning.isOurs ? Self.greatOfOurs : Self.great
    evidence.add(.looseAtStart, isLoose ? min(1, max(0, (great - span.meaning.logPopulation) / 2)) : 0)
    guard before >= start else { return }
    let mark = text.mark(before)
    if mark == UInt8(ascii: "."), before - 1 >= start {
      let previous = before - 1
      if !text.tags[previous].isDisjoint(with: [.title, .adminBefore]) {
        before = previous
      } else if text.tokens[previous].range.count == 1, text.isCapitalized(previous) {
        evidence.add(.afterInitial)
        return
      }
    }
    switch text.mark(before) {
    case UInt8(ascii: ","): evidence.add(.afterComma)
    case UInt8(ascii: "-"): evidence.add(.afterHyphen)
    case UInt8(ascii: "\""): evidence.add(.afterQuote)
    case UInt8(ascii: "("): evidence.add(.afterParenthesis)
    default: break
    }
    guard text.tokens[before].kind != .punctuation else { return }
    if text.tokens[before].kind == .number { return evidence.add(.afterNumber) }
    let tags = text.tags[before]
    let isCapital = text.isCapitalized(before)
    evidence.add(.afterLocative, if: tags.contains(.locative))
    evidence.add(.afterOf, if: tags.contains(.of))
    evidence.add(.afterArticle, if: tags.contains(.article))
    evidence.add(.afterTitle, if: tags.contains(.title))
    evidence.add(.afterFirstName, if: isCapital && tags.contains(.firstName))
    evidence.add(.afterParticle, if: isCapital && tags.contains(.surnameParticle))
    evidence.add(.afterDirection, if: tags.contains(.direction))
    evidence.add(.afterSpeech, if: tags.contains(.speech))
    evidence.add(.afterConjunction, if: tags.contains(.conjunction))
    let owner = around.spanOfToken[before]
    let isClosed = owner >= 0 && hasCaseEnding(around.spans[Int(owner)])
    evidence.add(
      .afterName,
      if: owner >= 0 && !isClosed && isCapital && !tags.contains(.firstName)
        && !(tags.contains(.common) && startsSentence(before, start)))
    let isPlain = tags.isDisjoint(with: [
      .title, .firstName, .direction, .adminBefore, .locative, .of, .article, .calendar, .conjunction,
    ])
    evidence.add(
      .afterCapital,
      if: isCapital && text.capitalsTellNames && owner < 0 && isPlain && !startsSentence(before, start))
    evidence.add(.afterLowerCase, if: !isCapital && isPlain)
    // "University of North Alabama": a direction may stand between.
    let link = isCapital && tags.contains(.nameDirection) && before > start ? before - 1 : before
    let isOf = text.tags[link].contains(.of)
    let outer = isOf ? link - 1 : before
    if isOf, outer >= start {
      let head = text.tags[outer]
      evidence.add(.afterInstitutionOf, if: head.contains(.institutionOf) && text.isCapitalized(outer))
      evidence.add(.afterAdminWord, if: head.contains(.adminBefore))
    } else {
      evidence.add(.afterAdminWord, if: tags.contains(.adminBefore))
    }
  }

  /// Log of the inhabitants from which on the name is a place's in any case.
  private static var great: Double { 6 }
  /// The same of a town that the language has a name for: "Херсону".
  private static var greatOfOurs: Double { 5.3 }

  /// `true` for a word at the start of a sentence, whose capital tells nothing, that only an ending or another spelling
  /// makes a name: "Метра", "Sabahı".
  private func isLoose(_ span: NameSpan) -> Bool {
    let first = span.tokens.lowerBound
    guard span.tokens.count == 1, text.capitalsTellNames,
      startsSentence(first, text.sentences[span.sentence].tokens.lowerBound)
    else { return false }
    return span.isInflected ? !span.isFirmlyInflected : !span.meaning.isKnown
  }

  /// `true` for a possessive or a case: what follows is another name ("Ankara'nın Çankaya", "Utah's Zion").
  private func hasCaseEnding(_ span: NameSpan) -> Bool {
    span.isInflected || text.isPossessive(span.tokens.upperBound - 1)
  }

  private func addAfter(_ span: NameSpan, _ evidence: inout Sum) {
    let end = text.sentences[span.sentence].tokens.upperBound
    let next = span.tokens.upperBound
    evidence.add(.possessive, if: text.isPossessive(next - 1))
    evidence.add(
      .beforeParent, if: around.parent(after: span) != nil || around.isInNameBefore(span))
    guard next < end else { return evidence.add(.beforeStop) }
    switch text.mark(next) {
    case UInt8(ascii: ","):
      evidence.add(.beforeComma)
      if next + 1 < end, text.tokens[next + 1].kind == .number, text.tokens[next + 1].range.count <= 2,
        next + 2 >= end || text.tokens[next + 2].kind == .punctuation
      {
        evidence.add(.beforeAge)
      }
    case UInt8(ascii: "-"): evidence.add(text.adjoinsTightly(next - 1, next) ? .beforeHyphen : .beforeDash)
    case UInt8(ascii: "("): evidence.add(.beforeParenthesis)
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): evidence.add(.beforeStop)
    default: break
    }
    if text.tokens[next].kind == .number { return evidence.add(.beforeNumber) }
    guard text.tokens[next].kind == .word, text.adjoins(next - 1, next) else { return }
    addNextWord(next, end, hasCaseEnding(span), &evidence)
    let isTerritory = span.meaning.hasGovernment
    evidence.add(.townBeforeSpeech, if: text.tags[next].contains(.speech) && !isTerritory)
    if !hasCaseEnding(span) { addRun(next, end, &evidence) }
  }

  private func addNextWord(
    _ next: Int, _ end: Int, _ isClosed: Bool, _ evidence: inout Sum
  ) {
    let tags = text.tags[next]
    evidence.add(.beforeSpeech, if: tags.contains(.speech))
    evidence.add(.beforeConjunction, if: tags.contains(.conjunction))
    evidence.add(.beforeNationWord, if: tags.contains(.nationWord))
    evidence.add(.beforePersonNoun, if: tags.contains(.personNoun))
    guard text.isCapitalized(next) else {
      evidence.add(.beforePublicBodyLower, if: tags.contains(.publicBody))
      evidence.add(
        .beforeLowerCase, if: tags.isDisjoint(with: [.publicBody, .conjunction, .speech, .locative]))
      evidence.add(.beforeAdminWord, if: tags.contains(.adminAfter))
      return
    }
    if text.tokens[next].range.count == 1, next + 1 < end, text.mark(next + 1) == UInt8(ascii: ".") {
      return evidence.add(.beforeInitial)
    }
    evidence.add(.beforeMedia, if: tags.contains(.media))
    evidence.add(.beforeNamedAfter, if: tags.contains(.namedAfter))
    evidence.add(.beforePublicBody, if: tags.contains(.publicBody))
    evidence.add(.beforeStreet, if: tags.contains(.street))
    evidence.add(.beforeAdminWord, if: tags.contains(.adminAfter))
    evidence.add(.beforeNaturalWord, if: tags.contains(.naturalAfter))
    let isPlain = tags.isDisjoint(with: [
      .media, .namedAfter, .publicBody, .street, .adminAfter, .naturalAfter, .calendar, .title,
    ])
    guard text.capitalsTellNames, !isClosed else { return }
    evidence.add(.beforeName, if: isPlain && around.spanOfToken[next] >= 0)
    evidence.add(.beforeCapital, if: isPlain && around.spanOfToken[next] < 0)
    let before = next - 2
    let isPlaced = before >= 0 && !text.tags[before].isDisjoint(with: [.locative, .of])
    evidence.add(
      .firstNameBeforeCapital, if: isPlain && text.tags[next - 1].contains(.firstName) && !isPlaced)
  }

  /// What the row of capitalised words behind the name ends in: "Lansing State Journal".
  private func addRun(_ next: Int, _ end: Int, _ evidence: inout Sum) {
    guard text.isCapitalized(next), text.capitalsTellNames else { return }
    var last = next
    while last + 1 < end, text.isCapitalized(last + 1), text.adjoins(last, last + 1) { last += 1 }
    guard last > next else { return }
    let tags = text.tags[last]
    if tags.contains(.media) {
      evidence.add(.runEndsMedia)
    } else if tags.contains(.namedAfter) {
      evidence.add(.runEndsNamedAfter)
    } else if tags.contains(.publicBody) {
      evidence.add(.runEndsPublicBody)
    } else {
      evidence.add(.runEndsOther)
    }
  }

  private func names(_ named: RowCounts, some rows: UnsafeBufferPointer<UInt32>) -> Bool {
    !named.isEmpty && rows.contains { named[$0] > 0 }
  }

  private static var needOfOurs: Double { 0.3 }

  private func addElsewhere(_ span: NameSpan, _ evidence: inout Sum) {
    let single = span.tokens.count == 1
    let hash = text.hashes[span.tokens.lowerBound]
    if single {
      let isPerson = around.persons.contains(hash)
      evidence.add(.knownPersonWord, if: isPerson)
      evidence.add(.onlyPersonWord, if: isPerson && !around.placedNames.contains(span.name))
      evidence.add(.knownFirstName, if: around.persons.isFirstName(hash))
      evidence.add(.afterCapitalElsewhere, if: around.wordsAfterCapitals.contains(hash))
    }
    evidence.add(.repeated, if: around.repeatedNames.contains(span.name))
    evidence.add(.placedElsewhere, if: around.placedNames.contains(span.name))
    let inCountry =
      names(around.named.countries, some: span.meaning.outerCountries)
      || span.meaning.isCapital && names(around.operating.countries, some: span.meaning.outerCountries)
    let inRegion = names(around.named.regions, some: span.meaning.outerRegions)
    evidence.add(.countryNamed, if: inCountry)
    evidence.add(.regionNamed, if: inRegion)
    guard !inCountry, !inRegion, !span.meaning.isCountry else { return }
    // A great city needs no country beside it; a place below 10,000 needs one badly, unless the language has a name for
    // it, as few but its neighbours' have.
    let need = min(1, max(0, (6 - span.meaning.logPopulation) / 2))
    let isOurs = span.meaning.isOurs && span.meaning.logPopulation < 5 && !text.isEnglish
    evidence.add(.unsupported, isOurs ? need * Self.needOfOurs : need)
  }
}
