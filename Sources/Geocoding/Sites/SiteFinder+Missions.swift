internal import Gazetteer
internal import GeoModel
internal import Reading

extension SiteFinder {
  /// An embassy, a consulate, a mission.
  mutating func readMission(_ given: SiteDraft, _ view: SentenceView) {
    var draft = given
    var reasons: [String] = []
    guard !draft.isUnspecific else { return }
    if draft.operatorCountry == nil, draft.isOwn, let owner = SiteOwner.infer(draft, in: scene, view: view) {
      draft.operatorCountry = owner.state
      reasons.append("run by \(owner.state), \(owner.reason)")
    }
    if draft.operatorCountry == nil, let state = sisterState(of: draft) {
      draft.operatorCountry = state
      reasons.append("run by \(state), whose mission in the same country was named before")
    }
    guard let state = draft.operatorCountry else {
      readBareMission(draft, view)
      return
    }
    let isLost = draft.hasUnknownHost && draft.host == nil
    guard !isLost, let (host, hostReason) = host(of: draft, state: state, view) else {
      add(
        mention(
          draft.span, view,
          .unresolved(
            reason: "the document does not say where this \(draft.kind.replacingBytes(of: "_", with: " ")) is"
          ),
          probability: 0.3, reasons: reasons))
      return
    }
    if draft.kind == "mission", !isDiplomatic(draft, state: state, host: host) { return }
    reasons.append(hostReason)
    let (referent, found, reason) = lookUp(kind: draft.kind, state: state, host: host)
    reasons.append(reason)
    // It is there as surely as the town is meant.
    let probability = min(found, scene.certainty(of: host.id))
    let isInferred = draft.host == nil || given.operatorCountry == nil
    add(
      mention(
        draft.span, view, referent, probability: isInferred ? probability * 0.85 : probability,
        reasons: reasons, isAnaphoric: given.operatorCountry == nil && draft.kind == "mission"))
    note(draft, state: state, host: host, referent, view)
  }

  /// "The embassy", "the embassy in Kyiv": the mission named before, or, in a headline, the one named next.
  private mutating func readBareMission(_ draft: SiteDraft, _ view: SentenceView) {
    guard let known = antecedent(of: draft) else {
      open.append((draft, view))
      return
    }
    add(
      mention(
        draft.span, view, known.referent, probability: 0.75,
        reasons: [
          "refers to the \(known.kind.replacingBytes(of: "_", with: " ")) named in sentence \(known.sentence + 1)"
        ],
        isAnaphoric: true))
    var entry = known
    entry.sentence = view.index
    memory.note(entry)
  }

  /// "The consulate general in Thessaloniki" after the Turkish embassy in Athens is Turkey's.
  private func sisterState(of draft: SiteDraft) -> String? {
    guard let host = draft.host, host.level == .settlement, SiteKindTable.isMission(family: draft.family),
      draft.family == "consulate", antecedent(of: draft) == nil, let known = memory.latestMission,
      let there = known.host, there.country == host.country, there.id != host.id
    else { return nil }
    return known.operatorCountry
  }

  private func antecedent(of draft: SiteDraft) -> SiteMemory.Entry? {
    guard let host = draft.host else { return memory.latest(family: draft.family) }
    return memory.latest(family: draft.family) { entry in
      guard let known = entry.host else { return false }
      return known.id == host.id || (host.level == .country && known.country == host.country)
        || (known.level == .country && known.country == host.country)
    }
  }

  /// After the last sentence: bare words of a headline refer to the first mission of their family.
  mutating func resolveForwardReferences() {
    if open.isEmpty { return }
    var byFamily: [String: [Mention]] = [:]
    for mention in mentions where !mention.isAnaphoric {
      if let family = family(of: mention.referent) { byFamily[family, default: []].append(mention) }
    }
    // What is open and what was named both stand in text order.
    var passed: [String: Int] = [:]
    for (draft, view) in open {
      let named = byFamily[draft.family] ?? []
      var next = passed[draft.family] ?? 0
      while next < named.count, named[next].tokens.lowerBound <= draft.head.lowerBound { next += 1 }
      passed[draft.family] = next
      guard next < named.count, named[next].sentence - view.index <= 3 else { continue }
      let later = named[next]
      add(
        mention(
          draft.span, view, later.referent, probability: 0.6,
          reasons: ["refers to the mission named in sentence \(later.sentence + 1)"], isAnaphoric: true))
    }
    open = []
  }

  private func family(of referent: Mention.Referent) -> String? {
    switch referent {
    case .site(let site): catalog.kinds.entry(SiteKind.tag(site.kind)).family
    case .unregisteredSite(let site): catalog.kinds.entry(site.kind).family
    default: nil
    }
  }

  // MARK: Where it is

  /// The host that the words give, else the scene of the sentence, else what the document said before.
  func host(
    of draft: SiteDraft, state: String, _ view: SentenceView
  ) -> (PlaceFacts, reason: String)? {
    if let host = draft.host {
      // A hamlet named beside the embassy, and not its town: the quarter that is called so.
      if draft.family == "embassy", host.level == .settlement, host.radius.value <= 1500,
        let known = memory.latest(operatorCountry: state, family: draft.family)?.host,
        isSeat(known, of: draft, state: state), !isSeat(host, of: draft, state: state)
      {
        return (known, "in \(known.name), as named before")
      }
      return (host, "in \(host.name), as the words say")
    }
    // Embassies stand in capitals: a town named beside is where something else was, unless it is in another country.
    if draft.family == "embassy",
      let host = scenery(of: draft, state: state, view, where: { isSeat($0, of: draft, state: state) }),
      !isAbroad(host.0, of: draft, state: state, view)
    {
      return host
    }
    let isElsewhere = { (code: String?) in code != state && !(code.map(draft.partners.contains) ?? false) }
    if let host = scenery(of: draft, state: state, view, where: { isElsewhere($0.country) }) { return host }
    guard let code = scene.countries.first(where: { isElsewhere($0.code) })?.code,
      let place = scene.knowledge.country(code).flatMap({ scene.knowledge.facts(of: $0) })
    else { return nil }
    return (place, "in \(place.name), the other state of the document")
  }

  /// Where the sentence, the paragraph and the document are, of the settlements that fit.
  private func scenery(
    of draft: SiteDraft, state: String, _ view: SentenceView, where fits: (PlaceFacts) -> Bool
  ) -> (PlaceFacts, reason: String)? {
    let sentence = view.index
    if let place = scene.settlement(before: draft.head.lowerBound, in: sentence, where: fits) {
      return (place, "in \(place.name), the scene of the sentence")
    }
    let known = memory.latest(operatorCountry: state, family: draft.family)
    if let place = scene.settlement(inParagraphBefore: sentence, after: known?.sentence ?? -1, where: fits) {
      return (place, "in \(place.name), the scene of the paragraph")
    }
    if let host = known?.host { return (host, "in \(host.name), as named before") }
    if let place = scene.settlement(after: draft.head.upperBound, in: sentence, where: fits) {
      return (place, "in \(place.name), named beside")
    }
    // A town where the register has such a consulate, before one that is named in a menu; embassies stand in capitals.
    if draft.family == "consulate",
      let place = scene.commonestSettlement(where: {
        fits($0) && hasMission(in: $0, of: draft, state: state)
      })
    {
      return (place, "in \(place.name), where the document names a town with one")
    }
    if let place = scene.commonestSettlement(where: fits) {
      return (place, "in \(place.name), the town abroad that the document names most")
    }
    return nil
  }

  /// "In Tel Aviv, a hundred metres from the embassy's branch": not the embassy in the town that the report is about.
  private func isAbroad(_ host: PlaceFacts, of draft: SiteDraft, state: String, _ view: SentenceView) -> Bool
  {
    let beside = scene.settlement(before: draft.head.lowerBound, in: view.index) { $0.country != state }
    if let beside, let country = beside.country {
      return host.country != country && !scene.names(host.id, in: view.index)
    }
    // A capital that is mentioned once does not draw a mission out of the town that a paragraph tells of.
    guard memory.latest(operatorCountry: state, family: draft.family)?.host?.id != host.id,
      let told = scene.settlement(inParagraphBefore: view.index, after: -1, where: { $0.country != state })
    else { return false }
    return told.country != host.country && scene.count(of: told.id) > scene.count(of: host.id)
  }

  /// A capital abroad, or a town that the state has a mission in.
  private func isSeat(_ place: PlaceFacts, of draft: SiteDraft, state: String) -> Bool {
    guard place.country != state else { return false }
    return place.isCapital || hasMission(in: place, of: draft, state: state)
  }

  private func hasMission(in place: PlaceFacts, of draft: SiteDraft, state: String) -> Bool {
    if case .none = catalog.mission(kind: draft.kind, of: state, in: place) { return false }
    return true
  }

  /// "Mission" alone may be a flight, a rescue or a force: a city, a register or an earlier name must confirm.
  private func isDiplomatic(_ draft: SiteDraft, state: String, host: PlaceFacts) -> Bool {
    if draft.host?.level == .settlement { return true }
    if memory.latest(operatorCountry: state, family: "mission") != nil { return true }
    if case .none = catalog.mission(kind: draft.kind, of: state, in: host) { return false }
    return true
  }

  // MARK: Looking up

  func lookUp(kind: String, state: String, host: PlaceFacts) -> (Mention.Referent, Double, String) {
    switch catalog.mission(kind: kind, of: state, in: host) {
    case .one(let site, let reason): return (.site(site), 0.95, reason)
    case .several(_, let reason):
      let (referent, _) = unregistered(kind: kind, state: state, host: host)
      return (referent, 0.6, "\(reason): left at \(host.name)")
    case .none:
      let (referent, place) = unregistered(kind: kind, state: state, host: host)
      return (referent, 0.7, "not registered: placed at \(place.name)")
    }
  }

  private func unregistered(kind: String, state: String, host: PlaceFacts) -> (Mention.Referent, PlaceFacts) {
    var place = host
    // Embassies stand in capitals; consulates may be anywhere in the country.
    if host.level != .settlement, catalog.kinds.entry(kind).family != "consulate", let code = host.country,
      let capital = scene.knowledge.capital(of: code).flatMap({ scene.knowledge.facts(of: $0) }),
      host.level == .country || host.name.hasPrefix(capital.name)
    {
      place = capital
    }
    let name = SiteNaming(kinds: catalog.kinds, knowledge: scene.knowledge)
      .mission(kind: kind, operatorCountry: state, place: place)
    let site = UnregisteredSite(
      kind: kind, operatorCountry: state, operatorName: nil, place: place.id, name: name)
    return (.unregisteredSite(site), place)
  }

  mutating func note(
    _ draft: SiteDraft, state: String?, host: PlaceFacts?, _ referent: Mention.Referent, _ view: SentenceView
  ) {
    memory.note(
      SiteMemory.Entry(
        kind: draft.kind, family: draft.family, operatorCountry: state, host: host, referent: referent,
        sentence: view.index))
  }
}
