import Gazetteer
public import Reading

extension IncidentMerger {
  /// Accounts gathered by event, by their numbers in the list that was given.
  public struct Gathered {
    /// Each with at least one account; one that tells of several events may be in several.
    public var groups: [[Int]]
    /// What fits nowhere and cannot stand alone, with what it says instead.
    public var left: [(account: Int, statement: SiteStatement)]
  }

  /// Gathers accounts by event; the order in which they are given does not matter.
  ///
  /// It looks at no more of an account than its document, dates, kind, place, count and first sentence's
  /// position, and at no more of its footprint than position, radius and anchor. The time it takes grows with the
  /// number of accounts, and with how many of one day and region there are.
  public func gather(_ accounts: [Account]) -> Gathered {
    var groups = AccountGroups(places: places)
    var left: [(account: Int, statement: SiteStatement)] = []
    // Numbers that lie together are sorted and not keys, which hold texts; most accounts differ in their numbers.
    let keys = accounts.map(\.mergeKey)
    var order = keys.indices.map { (vagueness: keys[$0].vagueness, radius: keys[$0].radius, account: $0) }
    order.sort { a, b in
      if (a.vagueness, a.radius) != (b.vagueness, b.radius) {
        return (a.vagueness, a.radius) < (b.vagueness, b.radius)
      }
      return (keys[a.account], a.account) < (keys[b.account], b.account)
    }
    for (_, _, number) in order {
      if let statement = groups.add(accounts[number], number: number) { left.append((number, statement)) }
    }
    return Gathered(groups: groups.groups.map(\.accounts), left: left)
  }

  /// The incident that accounts of one event tell of, without id and rating; `nil` when none of them has
  /// both a date and a place.
  public func incident(of accounts: [Account]) -> Incident? {
    var incident = IncidentBuilder(accounts: accounts).incident()
    // Accounts of a case do not keep what kind of site theirs is.
    if let site = incident?.siteID.flatMap(places.sites.site) {
      incident?.isAtFacility = !PlaceRank.isMission(site.kind)
    }
    return incident
  }

  /// Whether accounts of one event amount to an incident: one has a date, and one a place.
  public static func isIncident(_ accounts: some Sequence<Account>) -> Bool {
    var (isDated, isPlaced) = (false, false)
    for account in accounts {
      if case .span = account.date { isDated = true }
      if account.footprint != nil { isPlaced = true }
      if isDated, isPlaced { return true }
    }
    return false
  }

  /// Brings the claims of an incident into order, finds what is disagreed on, and rates it.
  public func settle(_ incident: inout Incident) {
    incident.claims = Set(incident.claims).map { ($0.sortKey, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    incident.disagreements = Disagreements.found(in: incident)
    confidence.rate(&incident)
  }

  /// The id an incident gets when nothing else has it.
  public static func naturalID(of incident: Incident) -> String {
    var named = [incident]
    IncidentNaming.name(&named)
    return named[0].id
  }
}

extension SiteClaim {
  /// Which incidents at its site a claim concerns: the latest that its document can have known.
  ///
  /// - Parameter dates: the first days of the incidents at the site, ascending.
  /// - Returns: indices into `dates`, and the claim as it is to be attached to them.
  public func concerned(
    among dates: [CalendarDate], published: CalendarDate?
  ) -> (places: [Int], claim: Claim) {
    let known = dates.indices.filter { index in
      let isTold = published.map { dates[index] <= $0 } ?? true
      return isTold && (month == nil || dates[index].month == month)
    }.suffix(IncidentMerger.seriesLimit)
    return (Array(known), claim.scoped(known.count > 1 ? .series : .incident))
  }
}
