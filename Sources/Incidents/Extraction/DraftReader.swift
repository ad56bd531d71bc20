import Gazetteer
import Geocoding
import Reading

/// Fills drafts from the words that belong to each cluster.
struct DraftReader {
  let view: SentenceView
  /// Of the whole document, as the locatives count them.
  let mentions: [Mention]
  /// Of each of them, how telling it is; see `PlaceRank`.
  let ranks: [Int]
  /// The place that the sentences before named last.
  var placeBefore: Locative?
  /// Class and words of the weapon told before, when "one of them" may be one.
  var weaponBefore: (tag: String, words: String)?

  func drafts(of clusters: [Cluster]) -> [Draft] {
    guard !clusters.isEmpty else { return [] }
    let tolls = CasualtyReader(view: view)
    let casualties = tolls.findings()
    let apartness = ApartnessReader(view: view)
    return clusters.indices.flatMap { drafts(of: $0, among: clusters, casualties, tolls, apartness) }
  }

  private func drafts(
    of index: Int, among clusters: [Cluster], _ findings: [CasualtyReader.Finding],
    _ tolls: CasualtyReader, _ apartness: ApartnessReader
  ) -> [Draft] {
    let clause = Clause(view: view)
    let cluster = clusters[index]
    let weapons = owned(view.matches(.weapon), index, clusters) { $0.tokens }
    let attackers = owned(view.matches(.actor, "attacker", "crowd"), index, clusters) { $0.tokens }
    let casualties = owned(findings, index, clusters) { $0.tokens }
    let told = weapons.isEmpty ? weaponBefore : nil
    let (kind, isSpecific) = KindRule.kind(
      triggers: KindSet(cluster.triggers.compactMap(\.kind)),
      weapons: weapons.map(\.tag) + (told.map { [$0.tag] } ?? []),
      hasAttacker: attackers.contains { $0.tag == "attacker" },
      hasCrowd: attackers.contains { $0.tag == "crowd" },
      isStrike: cluster.triggers.contains { $0.isStrike || isByState($0) },
      isKilling: cluster.triggers.allSatisfy(\.isKilling),
      hasVictims: casualties.contains { $0.count != 0 } && cluster.triggers.contains { $0.isAttack })
    let effects = effects(index, clusters)
    let rule = LocationRule(view: view)
    let near = owned(view.locatives, index, clusters) { $0.tokens }
    let named = rule.location(
      of: cluster, among: near,
      effects: view.matches(.effect).map(\.tokens))
    let there = named == nil ? there(index, clusters) : nil
    let locative = named ?? there ?? rule.siteOfMobile(among: near)
    if cluster.triggers.allSatisfy(\.isImpact), weapons.isEmpty, told == nil { return [] }
    if isEndOfAttackers(cluster, casualties) { return [] }
    let weapon = weapons.min { weaponRank($0, cluster) < weaponRank($1, cluster) }
    var draft = Draft(
      sentence: view.index, range: view.sentence.range, paragraph: view.sentence.paragraph,
      isHeadline: view.sentence.role == .headline,
      date: .none, dateReason: "no date in the words", kind: kind, isSpecificKind: isSpecific,
      locative: locative, placeRank: locative.map(placeRank) ?? 3,
      weapon: weapon.map { view.words($0.tokens) } ?? told?.words,
      weaponClass: weapon?.tag ?? told?.tag,
      killed: tolls.told(casualties, .killed, clause), injured: tolls.told(casualties, .injured, clause),
      effects: effects,
      isPlural: cluster.isPlural, count: count(cluster),
      isCorroborated: !weapons.isEmpty || told != nil || !effects.isEmpty || !casualties.isEmpty
        || !attackers.isEmpty
        || isPersonAttacked(cluster, locative)
        || locative?.footprint.anchorSite != nil || locative.map(placeRank) == PlaceRank.mission,
      rules: rules(cluster, locative, isNamed: named != nil))
    draft.isKindNamed = !weapons.isEmpty || told != nil || cluster.triggers.contains { $0.kind != nil }
    draft.isTolledAttack =
      cluster.triggers.contains(where: \.isAttack)
      && [draft.killed?.count, draft.injured?.count].contains { ($0 ?? 0) > 0 }
    draft.operatorCountry = locative.flatMap(operatorOfMission)
    draft.isInTownOnly = named == nil
    draft.isThere = there != nil
    for kind in cluster.triggers.compactMap(\.kind) { draft.triggerKinds.insert(kind) }
    draft.isSomewhereUnknown = locative == nil && UnknownPlace(view: view).isNamed(by: cluster)
    draft.isKnown = cluster.triggers.contains { isKnown($0.tokens) }
    draft.goesOn = attackers.contains { isKnown($0.tokens) }
    draft.apartness = apartness.apartness(
      cluster.triggers.map(\.tokens), doers: weapons.map(\.tokens) + attackers.map(\.tokens),
      of: draft.operatorCountry)
    draft.isOnlyOfAttackers =
      !attackers.isEmpty && !casualties.isEmpty && casualties.allSatisfy { $0.count == 0 }
      && view.matches(.effect, "unhurt", "undead", "unharmed").isEmpty
    let dated = dated(draft, by: cluster.date)
    guard clusters.count == 1, dated.count == 1 else { return dated }
    let parts = apartness.parts(of: draft.count, isPlural: draft.isPlural)
    return parts.isEmpty ? dated : parts.map { parted(dated[0], $0, among: near) }
  }

  private func dated(_ draft: Draft, by date: DateExpression?) -> [Draft] {
    guard let date else { return [draft] }
    var draft = draft
    draft.dateReason = date.reason
    switch date.value {
    case .open(let month, let day, let reason):
      draft.date = .open(month: month, day: day, reason: reason)
      return [draft]
    case .spans(let spans):
      return spans.map { span in
        var dated = draft
        dated.date = .span(span)
        if spans.count > 1 { dated.isPlural = false }
        return dated
      }
    }
  }

  /// One of the blows that a sentence tells together; whose toll its sum is, nobody says.
  private func parted(_ draft: Draft, _ part: ApartnessReader.Part, among locatives: [Locative]) -> Draft {
    var own = draft
    own.apartness = part.at
    own.isPlural = false
    own.count = 1
    own.killed = nil
    own.injured = nil
    if let site = locatives.first(where: { $0.tokens.overlaps(part.site) }) {
      own.locative = site
      own.placeRank = placeRank(site)
    } else if draft.placeRank < PlaceRank.place {
      // The site that the sentence is placed at is that of another blow.
      own.placeRank = PlaceRank.place
      own.isInTownOnly = true
    }
    own.operatorCountry = own.locative.flatMap { own.isInTownOnly ? nil : operatorOfMission($0) }
    return own
  }

  /// "The ambassador was assaulted in Khartoum on Monday"
  private func isPersonAttacked(_ cluster: Cluster, _ locative: Locative?) -> Bool {
    guard cluster.date != nil, locative != nil else { return false }
    return cluster.triggers.contains { trigger in
      trigger.isAttack
        && view.matches(.actor, "one").contains {
          $0.tokens.upperBound <= trigger.tokens.lowerBound
            && trigger.tokens.lowerBound - $0.tokens.upperBound <= 4
        }
    }
  }

  /// "The attacker was shot dead by police on Tuesday.": the end of what was told, and no deed of its own.
  private func isEndOfAttackers(_ cluster: Cluster, _ casualties: [CasualtyReader.Finding]) -> Bool {
    let deaths = casualties.filter { $0.outcome == .killed }
    return !deaths.isEmpty && casualties.allSatisfy { $0.count == 0 }
      && cluster.triggers.allSatisfy { trigger in
        trigger.isKilling || deaths.contains { $0.tokens.overlaps(trigger.tokens) }
          || view.matches(.actor, "attacker").contains { $0.tokens.overlaps(trigger.tokens) }
      }
      && !view.matches(.actor, "attacker").isEmpty && view.matches(.effect, "unhurt", "undead").isEmpty
  }

  private func operatorOfMission(_ locative: Locative) -> String? {
    guard placeRank(locative) == PlaceRank.mission else { return nil }
    return mentions[locative.mention].referent.operatorCountry
  }

  private func placeRank(_ locative: Locative) -> Int { PlaceRank.of(locative, ranks) }

  /// "an Israeli raid": a state attacks from the air or with missiles.
  private func isByState(_ trigger: Trigger) -> Bool {
    trigger.kind == nil && !trigger.isImpact && !trigger.isKilling
      && view.mentions.contains { mention in
        mention.role == .demonym && mention.tokens.upperBound == trigger.tokens.lowerBound
      }
  }

  /// "shots were fired there": the place named last before the word.
  private func there(_ index: Int, _ clusters: [Cluster]) -> Locative? {
    let words = owned(view.matches(.context, "there"), index, clusters) { $0.tokens }
    guard let word = words.first else { return nil }
    let before = view.locatives.filter {
      $0.tokens.upperBound <= word.tokens.lowerBound
        && ($0.footprint.wherePrecision < 5 || $0.footprint.anchorSite != nil)
    }
    // Somebody shot at there was in the town, and not at what was told to have happened to the mission.
    return before.last { placeRank($0) == PlaceRank.place } ?? before.last ?? placeBefore
  }

  /// What lies nearer to this cluster than to any other of the sentence. Clusters that share their
  /// triggers share the rest too, but for what "the first" and "the second" tell apart.
  private func owned<Item>(
    _ items: some Sequence<Item>, _ index: Int, _ clusters: [Cluster], _ tokens: (Item) -> Range<Int>
  ) -> [Item] {
    items.filter { item in
      let range = tokens(item)
      if clusters[index].sharesTriggers {
        return ordinal(of: range).map { $0 == rank(of: index, clusters) } ?? true
      }
      let own = view.distance(range, toNearestOf: clusters[index].cores) ?? 0
      return !clusters.indices.contains { other in
        other != index && !clusters[other].sharesTriggers
          && (view.distance(range, toNearestOf: clusters[other].cores) ?? .max) < own
      }
    }
  }

  private func rank(of index: Int, _ clusters: [Cluster]) -> Int {
    clusters[..<index].filter(\.sharesTriggers).count
  }

  /// 0 after "the first", 1 after "the second", `nil` before either.
  private func ordinal(of range: Range<Int>) -> Int? {
    let marks = view.matches(.context, "first", "second").filter { $0.tokens.upperBound <= range.lowerBound }
    return marks.last.map { $0.tag == "first" ? 0 : 1 }
  }

  private func weaponRank(_ match: LexiconMatch, _ cluster: Cluster) -> (Int, Int, Int) {
    let named = view.text.tokens[match.tokens.lowerBound].casing == .capitalized ? 0 : 1
    return (named, view.distance(match.tokens, toNearestOf: cluster.cores) ?? 0, match.tokens.lowerBound)
  }

  private func effects(_ index: Int, _ clusters: [Cluster]) -> [Effect] {
    owned(view.matches(.effect, "damage", "crater", "unexploded", "fire"), index, clusters) { $0.tokens }
      .map { match in
        Effect(
          kind: Effect.Kind(tag: match.tag),
          evidence: Clause(view: view).around(match.tokens))
      }
  }

  /// "two drone attacks": the number right before a plural trigger.
  private func count(_ cluster: Cluster) -> Int {
    for trigger in cluster.triggers where trigger.isPlural {
      if let number = view.quantities.first(where: {
        $0.tokens.upperBound <= trigger.tokens.lowerBound && view.distance($0.tokens, trigger.tokens) <= 2
      }), let low = number.low {
        return low
      }
    }
    return 1
  }

  private func isKnown(_ words: Range<Int>) -> Bool {
    view.matches(.context, "article").contains { $0.tokens.upperBound == words.lowerBound }
  }

  private func rules(_ cluster: Cluster, _ locative: Locative?, isNamed: Bool) -> [String] {
    let words = cluster.triggers.map { "“\(view.words($0.tokens))”" }
    var rules = ["event words \(words.joined(separator: ", "))"]
    if let locative {
      rules.append(
        isNamed
          ? "placed by “\(view.words(locative.tokens))”"
          : "placed where the report was before: \(locative.footprint.anchorName)")
    }
    return rules
  }
}
