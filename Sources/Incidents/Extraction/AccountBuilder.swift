import Gazetteer
import Geocoding
import Reading

/// Makes the account of an event out of its sentences.
struct AccountBuilder {
  enum Outcome {
    /// With the tolls of the whole town that its sentences tell too.
    case account(Account, sums: [SiteStatement])
    case statement(SiteStatement)
  }

  let geocoded: GeocodedDocument
  let report: ReportText
  let gazetteer: Gazetteer
  let families: SiteFamilies
  let views: [SentenceView]
  let ranks: [Int]
  /// Index of the first sentence after the headline.
  private let firstOfBody: Int
  /// News of a sentence or two: it tells of what it speaks of, or it would not have been sent.
  private let isFlash: Bool

  init(
    geocoded: GeocodedDocument, report: ReportText, gazetteer: Gazetteer, families: SiteFamilies,
    views: [SentenceView], ranks: [Int]
  ) {
    self.geocoded = geocoded
    self.report = report
    self.gazetteer = gazetteer
    self.families = families
    self.views = views
    self.ranks = ranks
    let sentences = geocoded.document.sentences
    let body = sentences.indices.lazy.filter { sentences[$0].role == .body }
    firstOfBody = body.first ?? 0
    isFlash = body.prefix(3).count < 3
  }

  private var document: Document { geocoded.document }

  func account(of event: DocumentEvent, claims: [Claim]) -> Outcome {
    let (kind, rule) = kind(of: event)
    var account = Account(document: document.id, kind: kind)
    account.sentences = Set(event.drafts.map(\.range) + event.continuations)
      .sorted { $0.lowerBound < $1.lowerBound }.map { report.evidence($0) }
    (account.date, account.dateReason) = date(of: event)
    account.weapon = event.drafts.compactMap(\.weapon).max { specificity($0) < specificity($1) }
    account.effects = (event.drafts.flatMap(\.effects) + event.effects).reduce(into: []) { effects, next in
      if !effects.contains(next) { effects.append(next) }
    }
    // A headline may tell of a part ("two journalists killed") where the report has the sum.
    func told(_ toll: (Draft) -> ToldToll?, inHeadline: Bool) -> [ToldToll] {
      event.drafts.compactMap { $0.isHeadline == inHeadline ? toll($0) : nil }
    }
    let killed = parted(
      inOrder(told(\.killed, inHeadline: false) + event.killed) + told(\.killed, inHeadline: true), of: event)
    let injured = parted(
      inOrder(told(\.injured, inHeadline: false) + event.injured) + told(\.injured, inHeadline: true),
      of: event)
    account.killed = toll(killed.own)
    account.injured = toll(injured.own)
    account.count = event.drafts.map(\.count).max() ?? 1
    if event.isParted { account.parted = event.venues.first?.kind ?? "" }
    account.claims = claims
    account.rules = [rule] + event.drafts.flatMap(\.rules)
    if let locative = event.locative {
      place(&account, locative, isInTownOnly: event.drafts.allSatisfy(\.isInTownOnly))
    }
    if account.footprint == nil, account.date == .none || isOpen(account.date) {
      return .statement(statement(of: event, account, .unlocated))
    }
    // A headline alone that names no more than a country tells nothing that can be found.
    if event.drafts.allSatisfy(\.isHeadline), (account.footprint?.wherePrecision ?? 7) >= 6 {
      return .statement(statement(of: event, account, .unlocated))
    }
    let isInPassing =
      !isFlash && Substance(of: event, account, firstOfBody: firstOfBody).isInPassing
    if account.date == .none || isInPassing { return .statement(statement(of: event, account, .undated)) }
    let sums = Set((killed.ofTown + injured.ofTown).map(\.toll.evidence)).sorted { $0.start < $1.start }
    return .account(
      account,
      sums: sums.map {
        SiteStatement(
          site: account.siteID, month: nil, statement: Statement(reason: .aggregate, evidence: $0))
      })
  }

  private func isOpen(_ date: AccountDate) -> Bool {
    if case .open = date { true } else { false }
  }

  private func kind(of event: DocumentEvent) -> (IncidentKind, String) {
    // Words and weapons tell more than who did it.
    func told(_ isNamed: Bool) -> [IncidentKind] {
      event.drafts.compactMap { $0.isSpecificKind && $0.isKindNamed == isNamed ? $0.kind : nil }
    }
    let specific = told(true) + told(false)
    guard let first = specific.first else { return (.other, "no word or weapon tells the kind") }
    // "Обстреляли" is said of rifles and missiles as of guns.
    if first == .shelling, !event.drafts.contains(where: { $0.weaponClass == "artillery" }),
      let plain = specific.first(where: { [.armedAttack, .missileStrike, .droneAttack].contains($0) })
    {
      return (plain, "kind from words and weapons: \(plain.label)")
    }
    // What is told first is what the report is about; a plain explosion may turn out to be more.
    let detail = specific.first { $0 != .explosion && $0 != .airStrike }
    let isRefined = first == .explosion || first == .airStrike
    let best =
      isRefined ? detail.flatMap { KindCompatibility.areCompatible($0, first) ? $0 : nil } ?? first : first
    return (best, "kind from words and weapons: \(best.label)")
  }

  /// The most telling date; for news without one, the days of publication.
  private func date(of event: DocumentEvent) -> (AccountDate, String) {
    if let draft = event.bestDated { return (draft.date, draft.dateReason) }
    guard isLead(event) else { return (.none, "no date in the words") }
    guard let published = document.published?.date else {
      return (.none, "no date in the words, and the document is undated")
    }
    return (
      .span(.news(published)),
      "no date in the words; told as news on \(published)"
    )
  }

  /// The headline or the first sentences: what the report is about.
  private func isLead(_ event: DocumentEvent) -> Bool {
    guard document.part?.isFirst ?? true else { return false }
    return (event.drafts + [event.beside].compactMap(\.self)).contains {
      $0.isHeadline || $0.sentence <= firstOfBody + 2
    }
  }

  /// The first number that is not 0, since the beginning gives the sum and later sentences single people,
  /// with what is told to be further; else "some", else 0. One person told of first is one of the number told later.
  private func toll(_ told: [ToldToll]) -> Toll? {
    guard var first = told.firstIndex(where: { ($0.count ?? 0) > 0 }) else {
      return (told.first { $0.count == nil } ?? told.first)?.toll
    }
    if told[first].isPerson,
      let sum = told.firstIndex(where: {
        !$0.isPerson && !$0.isFurther && ($0.count ?? 0) > (told[first].count ?? 0)
      })
    {
      first = sum
    }
    // "… four visitors; in all six were killed."
    if let total = told[first...].first(where: { $0.isTotal && ($0.count ?? 0) >= (told[first].count ?? 0) })
    {
      return total.toll
    }
    let further = told[(first + 1)...].filter(\.isFurther).compactMap(\.count).reduce(0, +)
    let toll = told[first].toll
    return Toll(count: toll.count.map { $0 + further }, evidence: toll.evidence)
  }

  /// As the report tells them, whether in words for the event or in a sentence that goes on about it.
  private func inOrder(_ told: [ToldToll]) -> [ToldToll] {
    told.enumerated().sorted {
      ($0.element.toll.evidence.start, $0.offset) < ($1.element.toll.evidence.start, $1.offset)
    }.map(\.element)
  }

  private func parted(_ told: [ToldToll], of event: DocumentEvent) -> (own: [ToldToll], ofTown: [ToldToll]) {
    let isOfTown = told.map { isOfWholeTown($0.toll, event) }
    return (
      zip(told, isOfTown).filter { !$1 }.map(\.0), zip(told, isOfTown).filter { $1 }.map(\.0)
    )
  }

  /// "28 were killed across Kyiv" is not the toll at the embassy that was damaged that night.
  private func isOfWholeTown(_ toll: Toll, _ event: DocumentEvent) -> Bool {
    func rank(_ locative: Locative) -> Int { PlaceRank.of(locative, ranks) }
    // What fell beside a site was part of the attack on the town.
    guard let locative = event.locative, rank(locative) < PlaceRank.place,
      locative.footprint.relation == .at, let view = view(with: toll.evidence)
    else { return false }
    let places = view.locatives.filter(LocationRule(view: view).isPlacing)
    return !places.isEmpty && places.allSatisfy { rank($0) == PlaceRank.place }
  }

  /// The sentence that words stand in; sentences are in text order and do not overlap.
  private func view(with words: Evidence) -> SentenceView? {
    func range(_ index: Int) -> Range<Int> { report.scalarRange(views[index].sentence.range) }
    var low = 0
    var high = views.count
    while low < high {
      let middle = low + (high - low) / 2
      if range(middle).upperBound < words.end { low = middle + 1 } else { high = middle }
    }
    return low < views.count && range(low).lowerBound <= words.start ? views[low] : nil
  }

  /// A name ("Kinzhal") says more than a class ("missile"), and more words say more than one.
  private func specificity(_ weapon: String) -> (Int, Int) {
    let named = weapon.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase == true
    return (named ? 1 : 0, weapon.split(separator: " ").count)
  }

  private func place(_ account: inout Account, _ locative: Locative, isInTownOnly: Bool) {
    account.footprint = locative.footprint
    let mention = geocoded.mentions[locative.mention]
    if isInTownOnly {
      switch mention.referent {
      case .unregisteredSite(let site): if let place = site.place { return name(&account, place) }
      case .site(let site):
        let seat = FormerSeat(site: site, gazetteer: gazetteer)
        // An airport lies so far out that the town is hardly around it.
        if let town = seat.town, !PlaceRank.isMission(site.kind) {
          var around = locative.footprint
          around.best = town.coordinate
          around.relation = .inSettlement
          around.anchorName = town.name
          around.anchorSite = nil
          account.footprint = try? around.reaching(
            gazetteer.radius(of: town.id), why: "; the words say only that it was in \(town.name)")
          return name(&account, town.id)
        }
        if let town = seat.town {
          account.footprint = try? locative.footprint.reaching(
            seat.reach(from: locative.footprint.best, to: town),
            why: "; the words say only that it was in \(town.name)")
          account.footprint?.anchorSite = nil
          return name(&account, town.id)
        }
      default: break
      }
    }
    switch mention.referent {
    case .site(let named):
      let site = families.site(families.main(of: named.id)) ?? named
      account.siteID = site.id
      account.siteName = site.name
      account.isAtFacility = !PlaceRank.isMission(site.kind)
      account.placeName = site.city
      account.countryCode = site.hostCountry
      let seat = FormerSeat(site: site, gazetteer: gazetteer)
      if let wider = seat.footprint(locative.footprint, account.date) {
        account.footprint = wider
      }
    case .unregisteredSite(let site):
      // A street, a quarter or a hotel says where in the town, and is no site that anybody guards.
      if mention.role == .site, PlaceRank.isMission(site.kind) { account.siteName = site.name }
      if let place = site.place { name(&account, place) }
    case .place(let place): name(&account, place)
    case .unresolved: break
    }
  }

  private func name(_ account: inout Account, _ id: PlaceID) {
    let place = gazetteer.place(id)
    account.placeName = place.name
    account.countryCode = place.country
  }

  private func statement(
    of event: DocumentEvent, _ account: Account, _ reason: Statement.Reason
  ) -> SiteStatement {
    return SiteStatement(
      site: account.siteID, month: nil,
      statement: Statement(reason: reason, evidence: report.evidence(event.drafts[0].range)))
  }
}
