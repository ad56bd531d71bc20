import Geocoding
import Reading

/// Accounts gathered by event.
struct AccountGroups {
  private(set) var groups: [AccountGroup] = []
  private var index = GroupIndex()
  private var byMonth: [Int: [Int]] = [:]
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
    let fitting = index.candidates(span, account.footprint).compactMap { group in
      score(account, span, groups[group]).map { (group: group, score: $0) }
    }.sorted { ($1.score, $0.group) < ($0.score, $1.group) }
    guard let best = fitting.first else {
      guard account.footprint != nil else { return statement(account, .unlocated) }
      begin(account, span)
      return nil
    }
    if account.count > 1 && span.precision > 1 {
      // "two drone attacks in August" are the days told elsewhere, when there are no more of them.
      for fit in fitting.prefix(account.count) { groups[fit.group].add(account) }
      return nil
    }
    if span.precision >= 3, fitting.count > 1, fitting[1].score == best.score {
      return statement(account, .aggregate)
    }
    groups[best.group].add(account)
    return nil
  }

  /// A date without its year joins the one event at its place in that month.
  private mutating func addOpen(_ account: Account, _ month: Int?, _ day: Int?) -> SiteStatement? {
    let fitting = (month.flatMap { byMonth[$0] } ?? []).filter { number in
      let group = groups[number]
      guard group.span.precision <= 4, KindCompatibility.areCompatible(account.kind, Array(group.kinds))
      else {
        return false
      }
      if let day, group.span.precision == 1, group.span.from.day != day { return false }
      return placeScore(account, group).map { $0 >= 3 } ?? false
    }
    guard fitting.count == 1 else { return statement(account, .undated) }
    groups[fitting[0]].add(account)
    return nil
  }

  private mutating func begin(_ account: Account, _ span: DaySpan) {
    groups.append(AccountGroup(account, span: span))
    index.insert(groups.count - 1, span, account.footprint)
    byMonth[span.from.month, default: []].append(groups.count - 1)
  }

  private func score(_ account: Account, _ span: DaySpan, _ group: AccountGroup) -> Int? {
    guard KindCompatibility.areCompatible(account.kind, Array(group.kinds)),
      let place = placeScore(account, group)
    else { return nil }
    return place + (group.kinds.contains(account.kind) ? 2 : 0) + (group.span == span ? 3 : 0)
  }

  /// How well the places fit; an account without a place fits a crash, or what its own document tells, of
  /// the same kind.
  private func placeScore(_ account: Account, _ group: AccountGroup) -> Int? {
    guard let footprint = account.footprint else {
      let isUnmistakable = account.kind == .aircraftCrash || group.documents.contains(account.document)
      return isUnmistakable && group.kinds.contains(account.kind) ? 0 : nil
    }
    guard let there = group.footprint else { return 0 }
    if account.siteID == nil, let name = account.siteName, group.unregisteredNames.contains(name) { return 5 }
    return places.score(footprint, there) ?? (group.isOfSameTown(account) ? 2 : nil)
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
