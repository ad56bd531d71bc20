internal import Reading

/// Missions that one word in the plural names together: "the US and Israeli embassies", "посольств США и Израиля",
/// "US embassies in Nairobi and Dar es Salaam".
extension SiteComposer {
  /// A draft for each mission that the words around one word for a kind name.
  func drafts(_ head: LexiconMatch, family: String) -> [SiteDraft] {
    let draft = draft(head, family: family)
    guard SiteKindTable.isMission(family: family) else { return [draft] }
    let isPlural = isPlural(head)
    let mayBePlural = isPlural || view.relation(.pluralToo, startingAt: draft.head.lowerBound) != nil
    var several = mayBePlural ? ownedBehind(draft) : []
    // "Der amerikanischen und der britischen Botschaft"
    if several.isEmpty { several = ownedBefore(draft) { mayBePlural || isDemonym($0) } }
    if several.isEmpty, isPlural { several = hosted(draft) }
    return several.isEmpty ? [draft] : several
  }

  /// "Посольств США и Израиля"
  private func ownedBehind(_ draft: SiteDraft) -> [SiteDraft] {
    guard let first = draft.absorbed.first, mentions[first].tokens.lowerBound >= draft.head.upperBound else {
      return []
    }
    let states = [first] + list(after: mentions[first].tokens.upperBound) { isState($0) }
    guard states.count > 1, let last = states.last else { return [] }
    var base = draft
    readHost(&base, from: mentions[last].tokens.upperBound)
    return states.enumerated().compactMap { position, state in
      let tokens = mentions[state].tokens
      return owned(
        base, by: state, of: states, position == 0 ? draft.head.lowerBound..<tokens.upperBound : tokens)
    }
  }

  /// "The US and Israeli embassies"
  private func ownedBefore(_ draft: SiteDraft, where fits: (Int) -> Bool) -> [SiteDraft] {
    guard let nearest = draft.absorbed.first, mentions[nearest].tokens.upperBound <= draft.head.lowerBound
    else { return [] }
    var states = [nearest]
    var start = mentions[nearest].tokens.lowerBound
    while let index = element(before: start), isState(index) {
      states.append(index)
      start = mentions[index].tokens.lowerBound
    }
    guard states.count > 1, states.allSatisfy(fits) else { return [] }
    return states.reversed().compactMap { state in
      let tokens = mentions[state].tokens
      return owned(
        draft, by: state, of: states, state == nearest ? tokens.lowerBound..<draft.head.upperBound : tokens)
    }
  }

  private func owned(_ base: SiteDraft, by state: Int, of states: [Int], _ span: Range<Int>) -> SiteDraft? {
    guard let code = facts(state)?.country else { return nil }
    var draft = base
    draft.operatorCountry = code
    draft.isUnspecific = false
    draft.span = span
    draft.head = draft.head.overlaps(span) ? draft.head : span
    draft.absorbed = [state]
    draft.partners = Set(states.compactMap { facts($0)?.country })
    return draft
  }

  /// "The US embassies in Nairobi and Dar es Salaam": each has its part of the words for both.
  private func hosted(_ draft: SiteDraft) -> [SiteDraft] {
    guard draft.operatorCountry != nil, draft.host != nil else { return [] }
    let end = max(draft.head.upperBound, draft.span.upperBound)
    guard
      let first = (end..<min(end + 4, view.tokens.upperBound)).lazy.compactMap({
        view.mention(startingAt: $0)
      })
      .first(where: { isHost($0) })
    else { return [] }
    let hosts = [first] + list(after: mentions[first].tokens.upperBound) { isHost($0) }
    guard hosts.count > 1, hosts.count <= draft.span.count else { return [] }
    return hosts.enumerated().map { position, host in
      let start = draft.span.lowerBound + position
      let isLast = position == hosts.count - 1
      var own = draft
      own.host = facts(host)
      own.isUnspecific = false
      own.span = start..<(isLast ? draft.span.upperBound : start + 1)
      own.head = own.span
      return own
    }
  }

  private func isState(_ mention: Int) -> Bool { facts(mention).map { isState(mention, $0) } ?? false }

  private func isDemonym(_ mention: Int) -> Bool { mentions[mention].role == .demonym }

  private func isHost(_ mention: Int) -> Bool {
    mentions[mention].role == .place && facts(mention) != nil
  }

  /// The mentions that go on a list: "[France], Italy and the United States".
  private func list(after end: Int, where fits: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var hasAnd = false
    var token = end
    while let joint = joint(startingAt: token) {
      token = joint.end
      // "and of the", "și a"
      while let word = view.relation(.filler, startingAt: token), view.mention(startingAt: token) == nil {
        token = word.tokens.upperBound
      }
      guard let index = view.mention(startingAt: token), fits(index) else { break }
      found.append(index)
      hasAnd = joint.isAnd
      token = mentions[index].tokens.upperBound
    }
    // A list ends with an "and": "France, Italy, the second ..." may be anything.
    return hasAnd ? found : []
  }

  /// The element of a list that stands before a token, behind a joint.
  private func element(before start: Int) -> Int? {
    var token = start
    while let word = view.relation(.filler, endingAt: token), view.mention(endingAt: token) == nil {
      token = word.tokens.lowerBound
    }
    let joint =
      view.relation(.and, endingAt: token)?.tokens.lowerBound ?? (isComma(token - 1) ? token - 1 : nil)
    return joint.flatMap { view.mention(endingAt: $0) }
  }

  private func joint(startingAt token: Int) -> (end: Int, isAnd: Bool)? {
    let next = isComma(token) ? token + 1 : token
    if let word = view.relation(.and, startingAt: next) { return (word.tokens.upperBound, true) }
    return next > token ? (next, false) : nil
  }

  private func isComma(_ token: Int) -> Bool {
    view.tokens.contains(token) && view.isMark(token, UInt8(ascii: ","))
  }
}
