internal import Gazetteer
internal import Reading

/// Reads operator and host around a word for a kind of site, in any order and language.
///
/// To the left: "Azerbaijan's", "US", "российское", "ABD'nin Ankara"; to the right: "of Sweden",
/// "Китая", "SUA din Podgorica", "in Ankara". Which words may stand between is the lexicon's.
struct SiteComposer {
  let view: SentenceView
  let scene: SiteScene

  var mentions: [Mention] { scene.places }

  func draft(_ head: LexiconMatch, family: String) -> SiteDraft {
    var draft = SiteDraft(kind: head.tag, family: family, head: head.tokens, span: head.tokens)
    readLeft(&draft)
    readInside(&draft)
    readRight(&draft)
    if draft.operatorCountry == nil, let capital = draft.capitalBefore, let host = draft.host,
      host.country != capital.country
    {
      draft.operatorCountry = capital.country
    } else if draft.host == nil {
      draft.host = draft.capitalBefore
    }
    draft.isUnspecific = draft.isUnspecific || isPlural(head)
    return draft
  }

  func facts(_ mention: Int) -> PlaceFacts? { scene.facts(mention) }

  func isState(_ mention: Int, _ facts: PlaceFacts) -> Bool {
    // "İngiltere" is Britain where a mission is meant.
    mentions[mention].role == .demonym || facts.level == .country
      || facts.level == .region && facts.name == "England"
  }

  /// A mission's own name ("Ankara Büyükelçiliği") may have been taken for an organisation's; its place counts.
  private func mayBelong(_ mention: Int, to draft: SiteDraft) -> Bool {
    mentions[mention].role != .namePart || SiteKindTable.isMission(family: draft.family)
  }

  // MARK: To the left

  private func readLeft(_ draft: inout SiteDraft) {
    var token = draft.head.lowerBound
    var skipped = 0
    while token > view.tokens.lowerBound {
      if let index = view.mention(endingAt: token) ?? inflected(endingAt: token), mayBelong(index, to: draft),
        let facts = facts(index)
      {
        guard takeLeft(index, facts, &draft) else { break }
        token = mentions[index].tokens.lowerBound
        skipped = 0
      } else if let own = view.relation(.own, endingAt: token) {
        draft.isOwn = draft.operatorCountry == nil
        token = own.tokens.lowerBound
      } else if let word = view.relation(.indefinite, endingAt: token) {
        draft.isUnspecific = true
        token = word.tokens.lowerBound
        break
      } else if skipped < 2, let word = view.relation(.plainFiller, endingAt: token), word.tokens.count == 1 {
        token = word.tokens.lowerBound
        skipped += 1
      } else if draft.absorbed.isEmpty, draft.host == nil, isUnknownTown(token - 1, of: draft) {
        draft.hasUnknownHost = true
        token -= 1
      } else {
        break
      }
    }
  }

  /// "Mexico's Huanusco consulate", "Meksikanın Uanuskodakı konsulluğu": a name that nobody knows between the state and
  /// its mission, which then is anywhere but in that state.
  private func isUnknownTown(_ token: Int, of draft: SiteDraft) -> Bool {
    guard SiteKindTable.isMission(family: draft.family), token > view.tokens.lowerBound,
      token + 1 == draft.head.lowerBound, view.token(token).kind == .word,
      view.token(token).casing == .capitalized, view.mention(endingAt: token + 1) == nil,
      !view.isFacility(at: token), let owner = view.mention(endingAt: token), let facts = facts(owner)
    else { return false }
    return isState(owner, facts) && mentions[owner].role != .demonym
  }

  /// "ABŞ-ın", "US-Botschaft": a name with a hyphen behind it, and maybe an ending.
  private func inflected(endingAt token: Int) -> Int? {
    func isHyphen(_ at: Int) -> Bool { at > view.tokens.lowerBound && view.words(at..<(at + 1)) == "-" }
    if isHyphen(token - 1) { return view.mention(endingAt: token - 1) }
    guard isHyphen(token - 2), view.words((token - 1)..<token).count <= 3 else { return nil }
    return view.mention(endingAt: token - 2)
  }

  /// Takes a mention into the draft; `false` when it ends the name.
  private func takeLeft(_ index: Int, _ facts: PlaceFacts, _ draft: inout SiteDraft) -> Bool {
    let tokens = mentions[index].tokens
    let isAdjacent = tokens.upperBound == draft.span.lowerBound
    if isState(index, facts) {
      guard let code = facts.country else { return false }
      if draft.operatorCountry == nil {
        // "in Yemen the embassy": a country behind a preposition is the scene, not the owner.
        let isScene =
          mentions[index].role != .demonym
          && view.relation(.inside, endingAt: tokens.lowerBound) != nil
          && !view.hasApostrophe(tokens.upperBound - 1)
        if isScene && !isAdjacent { return false }
      } else if draft.host == nil, let inner = draft.absorbed.last, mentions[inner].role != .demonym {
        // "Azərbaycanın Ukraynadakı səfirliyi": the nearer country is the host.
        draft.host = self.facts(inner)
      } else {
        return false
      }
      draft.operatorCountry = code
      draft.absorbed.append(index)
      draft.span = tokens.lowerBound..<draft.span.upperBound
      return true
    }
    guard facts.level == .settlement || facts.level == .region, draft.capitalBefore == nil, draft.host == nil
    else { return false }
    if draft.operatorCountry == nil, facts.isCapital, view.hasApostrophe(tokens.upperBound - 1),
      !hasState(before: tokens)
    {
      draft.capitalBefore = facts
      return false
    }
    draft.host = facts
    if draft.operatorCountry == nil, isAdjacent { return true }
    return draft.operatorCountry == nil
  }

  /// "Japonya'nın Taşkent'teki büyükelçiliği": then the capital is the host and no owner.
  private func hasState(before tokens: Range<Int>) -> Bool {
    guard let index = view.mention(endingAt: tokens.lowerBound), let facts = facts(index) else {
      return false
    }
    return isState(index, facts)
  }

  /// "residence of the Dutch ambassador": the state stands among the words for the kind.
  private func readInside(_ draft: inout SiteDraft) {
    guard draft.operatorCountry == nil, draft.head.count > 1 else { return }
    for token in draft.head.dropFirst() {
      guard let index = view.mention(startingAt: token), let facts = facts(index), isState(index, facts)
      else {
        continue
      }
      draft.operatorCountry = facts.country
      draft.absorbed.append(index)
      return
    }
  }

  // MARK: To the right

  private func readRight(_ draft: inout SiteDraft) {
    var token = draft.head.upperBound
    // "Səfirliyimiz": whose it is stands in the ending.
    if view.relation(.own, startingAt: draft.head.lowerBound) != nil {
      draft.isOwn = draft.operatorCountry == nil
    }
    if let own = view.relation(.own, startingAt: token) {
      draft.isOwn = draft.operatorCountry == nil
      token = own.tokens.upperBound
    }
    if draft.operatorCountry == nil, let end = operatorOnTheRight(&draft, from: token) { token = end }
    if draft.host == nil || draft.capitalBefore != nil { readHost(&draft, from: token) }
  }

  private func operatorOnTheRight(_ draft: inout SiteDraft, from start: Int) -> Int? {
    var token = start
    var hasOf = view.relation(.takesGenitive, startingAt: draft.head.lowerBound) != nil
    while token < view.tokens.upperBound, token - start <= 6 {
      if let index = view.mention(startingAt: token), let facts = facts(index) {
        guard isState(index, facts), let code = facts.country,
          hasOf || (mentions[index].role == .demonym && token == start)
        else { return nil }
        draft.operatorCountry = code
        draft.absorbed.append(index)
        draft.span = draft.span.lowerBound..<mentions[index].tokens.upperBound
        return draft.span.upperBound
      }
      guard let word = view.relation(.filler, startingAt: token) else { return nil }
      hasOf = hasOf || RelationTags.of.contains(word.tag)
      token = word.tokens.upperBound
    }
    return nil
  }

  func readHost(_ draft: inout SiteDraft, from start: Int) {
    guard start < view.tokens.upperBound else { return }
    var token = start
    if let word = view.relation(.inside, startingAt: token) {
      token = word.tokens.upperBound
    } else if let part = view.direction(startingAt: token), part.tag.hasSuffix("_part") {
      token = part.tokens.upperBound
    } else if view.words(token..<(token + 1)) == ",", draft.operatorCountry != nil {
      // "Embassy of Sweden, Baghdad": only a settlement right behind the comma.
      if let index = view.mention(startingAt: token + 1), let facts = facts(index),
        facts.level == .settlement, facts.country != draft.operatorCountry, mentions[index].role == .place
      {
        draft.host = facts
      }
      return
    } else {
      return
    }
    let limit = min(view.tokens.upperBound, token + 4)
    while token < limit, !view.isPunctuation(token) {
      if let index = view.mention(startingAt: token), mentions[index].role != .demonym,
        let facts = facts(index)
      {
        guard facts.country != draft.operatorCountry || draft.operatorCountry == nil else { return }
        draft.host = facts
        return
      }
      token += 1
    }
  }

  func isPlural(_ head: LexiconMatch) -> Bool {
    let last = head.tokens.upperBound - 1
    if let word = view.relation(.plural, startingAt: last) {
      return word.tokens.count == 1 && !view.hasApostrophe(last)
    }
    return view.relation(.plural, startingAt: head.tokens.lowerBound)?.tokens == head.tokens
  }
}
