internal import Gazetteer
internal import Reading

extension SiteFinder {
  /// "The Embassy's administrative building", "consular section", "Ambassador's residence".
  mutating func readPart(_ draft: SiteDraft, _ view: SentenceView) {
    guard !draft.isUnspecific else { return }
    if let owner = mentions.last, owner.sentence == view.index,
      owner.tokens.upperBound == draft.head.lowerBound,
      let referent = part(draft.kind, of: owner.referent, in: draft.host ?? memory.latestMission?.host)
    {
      replaceLast(
        mention(
          owner.tokens.lowerBound..<draft.head.upperBound, view, referent, probability: owner.probability,
          reasons: owner.reasons, isAnaphoric: owner.isAnaphoric))
      return
    }
    if let state = draft.operatorCountry, let host = draft.host ?? host(of: draft, state: state, view)?.0 {
      let (parent, probability, reason) = lookUp(kind: "embassy", state: state, host: host)
      guard let referent = part(draft.kind, of: parent, in: host) else { return }
      add(mention(draft.span, view, referent, probability: probability, reasons: [reason]))
      return
    }
    guard let parent = memory.latestMission,
      let referent = part(draft.kind, of: parent.referent, in: parent.host)
    else { return }
    add(
      mention(
        draft.head, view, referent, probability: 0.7,
        reasons: ["part of the mission named in sentence \(parent.sentence + 1)"], isAnaphoric: true))
  }

  /// The registered part of a mission, else the mission itself; a residence that nobody registered is somewhere
  /// in the town, and hardly at the embassy.
  private func part(_ kind: String, of parent: Mention.Referent, in host: PlaceFacts?) -> Mention.Referent? {
    switch parent {
    case .site(let site):
      let family = catalog.kinds.entry(SiteKind.tag(site.kind)).family
      guard SiteKindTable.isMission(family: family) || family == "part" else { return nil }
      if let known = catalog.part(kind: kind, of: site) { return .site(known) }
      guard kind == "residence", let host, host.level == .settlement else { return parent }
      return residence(of: site.operatorCountry, in: host)
    case .unregisteredSite(let site):
      guard SiteKindTable.isMission(family: catalog.kinds.entry(site.kind).family) else { return nil }
      guard kind == "residence" else { return parent }
      return residence(of: site.operatorCountry, in: site.place.flatMap(scene.knowledge.facts(of:)))
    default: return nil
    }
  }

  private func residence(of state: String?, in place: PlaceFacts?) -> Mention.Referent {
    let name = SiteNaming(kinds: catalog.kinds, knowledge: scene.knowledge)
      .mission(kind: "residence", operatorCountry: state, place: place)
    return .unregisteredSite(
      UnregisteredSite(
        kind: "residence", operatorCountry: state, operatorName: nil, place: place?.id, name: name))
  }

  /// A bare "the compound", "the grounds": of the mission that was just spoken of, else of the site.
  mutating func readCompound(_ draft: SiteDraft, _ view: SentenceView) {
    guard !draft.isUnspecific, draft.operatorCountry == nil, isDefinite(draft, view),
      !belongsToNamedSite(draft, view),
      let site = memory.latestMission.flatMap({ $0.sentence >= view.index - 3 ? $0 : nil })
        ?? memory.latest(since: view.index - 3)
    else { return }
    add(
      mention(
        draft.head, view, site.referent, probability: 0.65,
        reasons: ["the grounds of the site named in sentence \(site.sentence + 1)"], isAnaphoric: true))
  }

  /// "The complex", "în incintă", not "the military-industrial complex": no word of another kind before it.
  private func isDefinite(_ draft: SiteDraft, _ view: SentenceView) -> Bool {
    let before = draft.head.lowerBound - 1
    guard before >= view.tokens.lowerBound, view.token(before).kind != .punctuation else {
      return before < view.tokens.lowerBound
    }
    return view.isRelation(RelationTags.filler.union(.inside).union(.at), at: before)
  }

  /// "The compound of the embassy", "the mission's compound": the site itself is the mention.
  private func belongsToNamedSite(_ draft: SiteDraft, _ view: SentenceView) -> Bool {
    if let last = mentions.last, last.tokens.upperBound == draft.head.lowerBound { return true }
    var token = draft.head.upperBound
    while token < view.tokens.upperBound, token - draft.head.upperBound < 8, !view.isPunctuation(token) {
      if view.facilities(startingAt: token).contains(where: { $0.tag != "compound" }) { return true }
      if let place = view.mention(startingAt: token) {
        token = scene.places[place].tokens.upperBound
      } else if view.isRelation(RelationTags.filler.union(.at), at: token) {
        token += 1
      } else {
        return false
      }
    }
    return false
  }
}
