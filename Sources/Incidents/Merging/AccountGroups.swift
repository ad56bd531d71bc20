import Geocoding
import Reading

/// Accounts gathered by event, with an index by day.
struct AccountGroups {
  private(set) var groups: [[Account]] = []
  private var spans: [DaySpan] = []
  private var byDay: [Int: [Int]] = [:]
  private let places: PlaceCompatibility

  init(places: PlaceCompatibility) { self.places = places }

  /// Puts an account where it fits; a statement when it fits nowhere and cannot stand alone.
  mutating func add(_ account: Account) -> SiteStatement? {
    switch account.date {
    case .span(let span): addDated(account, span)
    case .open(let month, let day, _): addOpen(account, month, day)
    case .none: statement(account, .undated)
    }
  }

  private mutating func addDated(_ account: Account, _ span: DaySpan) -> SiteStatement? {
    let fitting = candidates(span).compactMap { group in
      score(account, span, group).map { (group: group, score: $0) }
    }.sorted { ($1.score, $0.group) < ($0.score, $1.group) }
    guard let best = fitting.first else {
      guard account.footprint != nil else { return statement(account, .unlocated) }
      begin(account, span)
      return nil
    }
    if account.count > 1 && span.precision > 1 {
      // "two drone attacks in August" are the days told elsewhere, when there are no more of them.
      for fit in fitting.prefix(account.count) { groups[fit.group].append(account) }
      return nil
    }
    if span.precision >= 3, fitting.count > 1, fitting[1].score == best.score {
      return statement(account, .aggregate)
    }
    groups[best.group].append(account)
    return nil
  }

  /// A date without its year joins the one event at its place in that month.
  private mutating func addOpen(_ account: Account, _ month: Int?, _ day: Int?) -> SiteStatement? {
    let fitting = groups.indices.filter { group in
      guard let month, spans[group].from.month == month, spans[group].precision <= 4 else { return false }
      if let day, spans[group].precision == 1, spans[group].from.day != day { return false }
      guard KindCompatibility.areCompatible(account.kind, groups[group][0].kind) else { return false }
      return placeScore(account, group).map { $0 >= 3 } ?? false
    }
    guard fitting.count == 1 else { return statement(account, .undated) }
    groups[fitting[0]].append(account)
    return nil
  }

  private mutating func begin(_ account: Account, _ span: DaySpan) {
    groups.append([account])
    spans.append(span)
    for day in span.from.dayNumber...min(span.to.dayNumber, span.from.dayNumber + 366) {
      byDay[day, default: []].append(groups.count - 1)
    }
  }

  private func candidates(_ span: DaySpan) -> [Int] {
    var found: Set<Int> = []
    for day in span.from.dayNumber...min(span.to.dayNumber, span.from.dayNumber + 366) {
      found.formUnion(byDay[day] ?? [])
    }
    return found.sorted()
  }

  private func score(_ account: Account, _ span: DaySpan, _ group: Int) -> Int? {
    let kinds = groups[group].map(\.kind)
    guard KindCompatibility.areCompatible(account.kind, kinds), let place = placeScore(account, group)
    else { return nil }
    let sameKind = kinds.contains(account.kind) ? 2 : 0
    let sameDate = spans[group] == span ? 3 : 0
    return place + sameKind + sameDate
  }

  /// How well the places fit; an account without a place fits a group of its own specific kind.
  private func placeScore(_ account: Account, _ group: Int) -> Int? {
    guard let footprint = account.footprint else {
      let isUnmistakable = account.kind == .aircraftCrash || groups[group].contains { $0.document == account.document }
      return isUnmistakable && groups[group].contains { $0.kind == account.kind } ? 0 : nil
    }
    let there = groups[group].compactMap(\.footprint).min { $0.radius < $1.radius }
    guard let there else { return 0 }
    if let here = account.siteName, account.siteID == nil,
      groups[group].contains(where: { $0.siteID == nil && $0.siteName == here })
    {
      return 5
    }
    return places.score(footprint, there) ?? sameTown(account, groups[group])
  }

  /// "near Aktau" and a registered site that is said to be in Aktau may be the same, however far
  /// out of the town the site lies.
  private func sameTown(_ account: Account, _ group: [Account]) -> Int? {
    let fits = group.contains { other in
      (account.siteID == nil) != (other.siteID == nil) && account.placeName != nil
        && account.placeName == other.placeName && account.countryCode == other.countryCode
    }
    return fits ? 2 : nil
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
