import GeoModel
import Geocoding
import Reading

/// Accounts gathered by event; accounts are known by their numbers in the list they come from.
struct AccountGroups {
  private(set) var groups: [AccountGroup] = []
  private var days = GroupIndex()
  private var months = GroupIndex()
  private var traits = GroupTraits()
  private let places: PlaceCompatibility

  init(places: PlaceCompatibility) { self.places = places }

  /// Puts an account where it fits; a statement when it fits nowhere and cannot stand alone.
  mutating func add(_ account: Account, number: Int) -> SiteStatement? {
    let told = traits.read(account, places.sites)
    switch account.date {
    case .span(let span): return addDated(account, told, number, span)
    case .open(let month, let day, _): return addOpen(account, told, number, month, day)
    case .none: return statement(account, .undated)
    }
  }

  private mutating func addDated(
    _ account: Account, _ told: ToldTraits, _ number: Int, _ span: DaySpan
  ) -> SiteStatement? {
    var fitting: [(score: Int, group: Int)] = []
    days.forEachCandidate(GroupIndex.days(of: span), told.spot) { group in
      guard let score = score(told, span, group) else { return true }
      fitting.append((score, group))
      return true
    }
    guard !fitting.isEmpty else {
      guard account.footprint != nil else { return statement(account, .unlocated) }
      begin(account, told, number, span)
      return nil
    }
    fitting.sort { ($1.score, $0.group) < ($0.score, $1.group) }
    if account.count > 1 && span.precision > 1 {
      // "two drone attacks in August" are the days told elsewhere, when there are no more of them.
      for fit in fitting.prefix(account.count) { join(fit.group, told, number) }
      return nil
    }
    if span.precision >= 3, fitting.count > 1, fitting[1].score == fitting[0].score {
      return statement(account, .aggregate)
    }
    join(fitting[0].group, told, number)
    return nil
  }

  /// A date without its year joins the one event at its place in that month.
  private mutating func addOpen(
    _ account: Account, _ told: ToldTraits, _ number: Int, _ month: Int?, _ day: Int?
  ) -> SiteStatement? {
    guard let month, told.spot != nil else { return statement(account, .undated) }
    var fitting: [Int] = []
    months.forEachCandidate(month...month, told.spot) { group in
      let span = groups[group].span
      guard span.precision <= 4, groups[group].kinds.areCompatible(with: told.kind) else { return true }
      if let day, span.precision == 1, span.from.day != day { return true }
      if let score = placeScore(told, group), score >= 3 { fitting.append(group) }
      return fitting.count < 2
    }
    guard fitting.count == 1 else { return statement(account, .undated) }
    join(fitting[0], told, number)
    return nil
  }

  private mutating func begin(_ account: Account, _ told: ToldTraits, _ number: Int, _ span: DaySpan) {
    groups.append(AccountGroup(span: span))
    let group = groups.count - 1
    join(group, told, number)
    days.insert(group, GroupIndex.days(of: span), told.spot)
    months.insert(group, span.from.month...span.from.month, told.spot)
  }

  private mutating func join(_ group: Int, _ told: ToldTraits, _ number: Int) {
    groups[group].add(number, told)
    traits.note(told, of: group)
  }

  private func score(_ told: ToldTraits, _ span: DaySpan, _ group: Int) -> Int? {
    guard groups[group].kinds.areCompatible(with: told.kind), let place = placeScore(told, group) else {
      return nil
    }
    return place + (traits.isOfSameVenue(told, as: group) ? 4 : 0)
      + (groups[group].kinds.contains(told.kind) ? 2 : 0) + (groups[group].span == span ? 3 : 0)
  }

  /// How well the places fit; an account without a place fits a crash, or what its own document tells, of
  /// the same kind.
  private func placeScore(_ told: ToldTraits, _ group: Int) -> Int? {
    if traits.isParted(told, from: group) { return nil }
    guard let spot = told.spot else {
      let isUnmistakable = told.kind == .aircraftCrash || traits.isTold(of: group, in: told.document)
      return isUnmistakable && groups[group].kinds.contains(told.kind) ? 0 : nil
    }
    guard let there = groups[group].spot else { return 0 }
    if traits.isOfOtherMission(told, than: group) { return nil }
    if let name = told.unregisteredName, traits.has(group, unregisteredName: name) { return 5 }
    return places.score(spot, there) ?? (traits.isOfSameTown(told, as: group) ? 2 : nil)
  }

  private func statement(_ account: Account, _ reason: Statement.Reason) -> SiteStatement? {
    guard let sentence = account.sentences.first else { return nil }
    var month: Int?
    switch account.date {
    case .open(let open, _, _): month = open
    case .span(let span) where span.precision <= 4: month = span.from.month
    default: break
    }
    return SiteStatement(
      site: account.siteID, month: month, statement: Statement(reason: reason, evidence: sentence))
  }
}
