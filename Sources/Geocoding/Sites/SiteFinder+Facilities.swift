internal import Gazetteer
internal import GeoModel
internal import Reading

extension SiteFinder {
  /// Plants, depots, airports: a registered site whose own name or operator stands beside the word for its kind.
  mutating func readFacility(_ draft: SiteDraft, _ view: SentenceView) {
    let candidates = catalog.facilities(family: draft.family)
    guard !candidates.isEmpty else { return }
    let window = view.window(around: draft.head, before: 4, after: 7)
    var fitting: [(site: Site, tokens: Range<Int>)] = []
    for index in candidates.indices where agrees(candidates[index], window, view) {
      if let tokens = nameTokens(of: candidates[index], in: window, draft, view) {
        fitting.append((candidates[index], tokens))
      }
    }
    // The longest name wins: "Artem plant, Lukianivka" over "Artem plant".
    let longest = fitting.lazy.map { $0.tokens.count }.max() ?? 0
    let best = fitting.filter { $0.tokens.count == longest }
    if let first = best.max(by: { $0.site.accuracy < $1.site.accuracy }),
      best.count == 1 || best.allSatisfy({ covers(first.site, $0.site) })
    {
      add(
        mention(
          first.tokens, view, .site(first.site), probability: 0.85,
          reasons: ["its name and kind agree with the register's \(first.site.name)"]))
      note(draft, state: first.site.operatorCountry, host: nil, .site(first.site), view)
      return
    }
    guard best.isEmpty, !draft.isUnspecific, let known = memory.latest(family: draft.family),
      view.index - known.sentence <= 6
    else { return }
    add(
      mention(
        draft.head, view, known.referent, probability: 0.65,
        reasons: [
          "refers to the \(known.kind.replacingBytes(of: "_", with: " ")) named in sentence \(known.sentence + 1)"
        ],
        isAnaphoric: true))
  }

  /// Of several registered points of one works the coarsest stands for them.
  private func covers(_ site: Site, _ other: Site) -> Bool {
    site.id == other.id || (site.city == other.city && site.accuracy >= other.accuracy)
  }

  /// Places beside the kind must not contradict the register; without any, the document must name the country.
  private func agrees(_ site: Site, _ window: Range<Int>, _ view: SentenceView) -> Bool {
    var hasPlace = false
    for index in view.mentionIndices
    where window.overlaps(scene.places[index].tokens) && scene.places[index].role == .place {
      guard let facts = scene.facts(index) else { continue }
      guard catalog.agrees(site, facts) else {
        if isHomonym(index, of: site) { continue }
        // "Azerbaijan's SOCAR depot": the operator's country is no contradiction.
        if facts.level == .country, facts.country == site.operatorCountry { continue }
        return false
      }
      hasPlace = true
    }
    return hasPlace || scene.names(country: site.hostCountry)
  }

  /// A word of the site's own name that was taken for a place elsewhere ("Artem" for a town).
  private func isHomonym(_ mention: Int, of site: Site) -> Bool {
    guard let facts = scene.facts(mention), facts.level == .settlement, !catalog.agrees(site, facts) else {
      return false
    }
    let words = catalog.words(of: site)
    return scene.places[mention].tokens.allSatisfy { words.matches(scene.document.tokens.foldedBytes($0)) }
  }

  /// The tokens of the kind and of the words beside it that are in the site's names; `nil` when none is.
  private func nameTokens(
    of site: Site, in window: Range<Int>, _ draft: SiteDraft, _ view: SentenceView
  ) -> Range<Int>? {
    let words = catalog.words(of: site)
    var hits: [Int] = []
    var isLinked = false
    for token in window where !draft.head.contains(token) && view.token(token).kind != .punctuation {
      guard view.token(token).casing != .lower, words.matches(scene.document.tokens.foldedBytes(token)) else {
        continue
      }
      let place = mention(at: token, view)
      // A town beside the kind is its name only right before or after it ("Aktau airport").
      if let place, scene.places[place].role != .namePart, !isHomonym(place, of: site) {
        let tokens = scene.places[place].tokens
        guard catalog.isNamedAfterTown(site) else { continue }
        if followsLink(tokens, draft, view) {
          isLinked = true
          continue
        }
        guard tokens.upperBound == draft.head.lowerBound || tokens.lowerBound == draft.head.upperBound else {
          continue
        }
      } else if view.isFacility(at: token) {
        continue
      }
      hits.append(token)
    }
    guard let first = hits.first, let last = hits.last else { return isLinked ? draft.head : nil }
    return min(first, draft.head.lowerBound)..<max(last + 1, draft.head.upperBound)
  }

  private func mention(at token: Int, _ view: SentenceView) -> Int? {
    let position = view.mentionIndices.firstSorted { scene.places[$0].tokens.upperBound > token }
    guard position < view.mentionIndices.count else { return nil }
    let mention = view.mentionIndices[position]
    return scene.places[mention].tokens.contains(token) ? mention : nil
  }

  private func followsLink(_ tokens: Range<Int>, _ draft: SiteDraft, _ view: SentenceView) -> Bool {
    let links = RelationTags.of.union(.inside)
    guard let link = view.relation(links, endingAt: tokens.lowerBound) else { return false }
    return link.tokens.lowerBound == draft.head.upperBound
  }

  /// A crash whose airline or flight is in the names of a registered crash site, in that site's country.
  mutating func readCrash(_ draft: SiteDraft, _ view: SentenceView) {
    let crashes = catalog.facilities(family: "crash")
    if crashes.isEmpty { return }
    let places = view.mentionIndices.filter { scene.places[$0].role == .place }.compactMap { scene.facts($0) }
    for site in crashes where places.contains(where: { catalog.agrees(site, $0) }) {
      let words = catalog.words(of: site)
      var run: [Int] = []
      var named: [Int] = []
      for token in view.tokens {
        let isHit =
          view.token(token).kind != .punctuation && view.token(token).casing != .lower
          && words.matches(scene.document.tokens.foldedBytes(token))
        if isHit { run.append(token) } else { run = [] }
        if run.count >= 2, run.contains(where: { !isPlace($0, view) }) { named = run }
      }
      guard let first = named.first, let last = named.last else { continue }
      let tokens = min(first, draft.head.lowerBound)..<max(last + 1, draft.head.upperBound)
      add(
        mention(
          tokens.count <= 10 ? tokens : draft.head, view, .site(site), probability: 0.85,
          reasons: ["'\(view.words(first..<(last + 1)))' is in the names of the registered crash site"]))
      note(draft, state: site.operatorCountry, host: nil, .site(site), view)
      return
    }
  }

  private func isPlace(_ token: Int, _ view: SentenceView) -> Bool {
    view.mentionIndices.contains {
      scene.places[$0].tokens.contains(token) && scene.places[$0].role == .place
    }
  }
}

extension SentenceView {
  /// The tokens around a kind of site, up to the nearest mark that ends a phrase.
  func window(around head: Range<Int>, before: Int, after: Int) -> Range<Int> {
    var start = head.lowerBound
    while start > tokens.lowerBound, head.lowerBound - start < before, !endsPhrase(start - 1) { start -= 1 }
    var end = head.upperBound
    while end < tokens.upperBound, end - head.upperBound < after, !endsPhrase(end) { end += 1 }
    return start..<end
  }

  /// Quotes, hyphens and brackets may stand inside a name; other marks end it.
  private func endsPhrase(_ token: Int) -> Bool {
    guard isPunctuation(token) else { return false }
    return [",", ";", ":", ".", "!", "?", "—", "–", "•", "|"].contains(words(token..<(token + 1)))
  }
}
