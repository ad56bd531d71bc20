internal import GRDB
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Reading

/// Which accounts tell of one event, worked out anew from all accounts of a case, and by which ids the events
/// are known.
///
/// Since every account takes part as if all had come at once, adding in parts gives what adding at once gives.
/// An id stays with the event that has most of its accounts.
struct Regrouping {
  struct Group {
    /// Their numbers in the table of accounts, ascending.
    var accounts: [Int]
    /// `nil` for an event that is new.
    var id: String?
    var isChanged = true
    /// Their places among the outlines.
    fileprivate let members: [Int]
  }

  private(set) var groups: [Group] = []
  /// Accounts that fit nowhere, with what they say instead.
  private(set) var left: [Int: SiteStatement] = [:]
  /// Ids that no event has any more, with that of the event their accounts went to; `nil` for none.
  private(set) var retired: [String: String?] = [:]

  private let merger: IncidentMerger
  private let outlines: [Account]

  init(_ db: Database, merger: IncidentMerger) throws {
    self.merger = merger
    let (outlines, gathering, alone) = try Self.outlines(db)
    self.outlines = outlines
    let gathered = merger.gather(gathering.map { outlines[$0] })
    var events = gathered.groups.map { $0.map { gathering[$0] } } + alone.map { [$0] }
    for (account, statement) in gathered.left { left[outlines[gathering[account]].key ?? 0] = statement }
    try Self.join(&events, outlines, try Self.pairs(db))
    for event in events where IncidentMerger.isIncident(event.lazy.map { outlines[$0] }) {
      groups.append(Group(accounts: event.compactMap { outlines[$0].key }.sorted(), members: event))
    }
    try giveIDs(db)
  }

  /// What the accounts of an event amount to, as far as they are known without their words.
  func incident(of group: Group) -> Incident? { merger.incident(of: group.members.map { outlines[$0] }) }

  /// All accounts without their words and shapes, in the order of their documents; and the numbers of those that
  /// are to be gathered, and of those that stand alone.
  private static func outlines(_ db: Database) throws -> (all: [Account], gathering: [Int], alone: [Int]) {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT fid, document, kind, date_from, date_to, date_prec, open_month, open_day, site_id, site, place,
          country, lat, lon, uncertainty_m, anchor, anchor_site, start, n_events, stands_alone, parted
        FROM accounts ORDER BY document, fid
        """)
    var all: [Account] = []
    var gathering: [Int] = []
    var alone: [Int] = []
    var texts = SharedTexts()
    var days = SharedDays()
    while let row = try rows.next() {
      let document: String = texts[row[1]] ?? ""
      var account = Account(document: document, kind: IncidentKind(rawValue: row[2]) ?? .other)
      account.key = row[0]
      if let from = days[row[3]], let to = days[row[4]], from <= to {
        account.date = .span(DaySpan(from: from, to: to, precision: row[5]))
      } else if let month = row[6] as Int? {
        account.date = .open(month: month == 0 ? nil : month, day: row[7], reason: "")
      }
      account.siteID = texts[row[8]]
      account.siteName = texts[row[9]]
      account.placeName = texts[row[10]]
      account.countryCode = row[11]
      if let latitude = row[12] as Double?, let longitude = row[13] as Double?,
        let best = Coordinate(longitude: longitude, latitude: latitude)
      {
        account.footprint = Footprint(
          geometry: .point(best), best: best, radius: Meters(row[14] ?? 0), relation: .at,
          anchorName: texts[row[15]] ?? "", anchorSite: texts[row[16]], wherePrecision: 1, geoPrecision: 1,
          reason: "")
      }
      let start: Int = row[17] ?? 0
      account.sentences = [Evidence(document: document, start: start, end: start, quote: "")]
      account.count = row[18] ?? 1
      account.parted = texts[row[20]]
      if row[19] == true { alone.append(all.count) } else { gathering.append(all.count) }
      all.append(account)
    }
    return (all, gathering, alone)
  }

  /// Pairs of accounts that an analyst joined.
  private static func pairs(_ db: Database) throws -> [(Int, Int)] {
    try Row.fetchAll(db, sql: "SELECT one, other FROM gpkg_cordon_joined ORDER BY rowid").map {
      ($0[0], $0[1])
    }
  }

  private static func join(_ events: inout [[Int]], _ outlines: [Account], _ pairs: [(Int, Int)]) throws {
    guard !pairs.isEmpty else { return }
    var home: [Int: Int] = [:]
    for (index, event) in events.enumerated() {
      for account in event { home[outlines[account].key ?? 0, default: index] = index }
    }
    for (one, other) in pairs {
      guard let from = home[one], let to = home[other], from != to else { continue }
      for account in events[from] { home[outlines[account].key ?? 0] = to }
      let known = Set(events[to])
      events[to] += events[from].filter { !known.contains($0) }
      events[from] = []
    }
    events.removeAll(where: \.isEmpty)
  }

  private mutating func giveIDs(_ db: Database) throws {
    var former: [Int: [String]] = [:]
    var sizes: [String: Int] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT account, incident FROM gpkg_cordon_members")
    while let row = try rows.next() {
      let id: String = row[1]
      former[row[0], default: []].append(id)
      sizes[id, default: 0] += 1
    }
    var wishes: [(shared: Int, id: String, group: Int)] = []
    for (index, group) in groups.enumerated() {
      var shared: [String: Int] = [:]
      for account in group.accounts { for id in former[account] ?? [] { shared[id, default: 0] += 1 } }
      for (id, count) in shared { wishes.append((count, id, index)) }
    }
    wishes.sort { ($1.shared, $0.id, $0.group) < ($0.shared, $1.id, $1.group) }
    var taken: Set<String> = []
    for wish in wishes where groups[wish.group].id == nil && taken.insert(wish.id).inserted {
      groups[wish.group].id = wish.id
      groups[wish.group].isChanged =
        wish.shared != groups[wish.group].accounts.count || wish.shared != sizes[wish.id]
    }
    for wish in wishes where !taken.contains(wish.id) {
      if retired[wish.id] == nil { retired[wish.id] = .some(groups[wish.group].id) }
    }
    for id in sizes.keys where !taken.contains(id) && retired[id] == nil { retired[id] = .some(nil) }
  }

  /// Names the events that are new, clear of all names there are or were.
  mutating func name(besides used: Set<String>) {
    var used = used
    let new = groups.indices.filter { groups[$0].id == nil }.compactMap { index in
      incident(of: groups[index]).map { incident in
        NewEvent(
          name: IncidentMerger.naturalID(of: incident), latitude: incident.footprint.best.latitude,
          longitude: incident.footprint.best.longitude, documents: incident.documents.joined(), index: index)
      }
    }.sorted {
      ($0.name, $0.latitude, $0.longitude, $0.documents) < ($1.name, $1.latitude, $1.longitude, $1.documents)
    }
    // Of a name that thousands share, the numbers that are taken are not tried again.
    var numbers: [String: Int] = [:]
    for event in new {
      var id = event.name
      var number = numbers[event.name] ?? 1
      if number > 1 { id = "\(event.name)-\(number)" }
      while !used.insert(id).inserted {
        number += 1
        id = "\(event.name)-\(number)"
      }
      numbers[event.name] = number
      groups[event.index].id = id
    }
  }

  private struct NewEvent {
    let name: String
    let latitude: Double
    let longitude: Double
    let documents: String
    let index: Int
  }
}

/// Days that thousands of accounts have in common, each read once.
private struct SharedDays {
  private var known: [String: CalendarDate?] = [:]

  subscript(text: String?) -> CalendarDate? {
    mutating get {
      guard let text else { return nil }
      if let day = known[text] { return day }
      let day = CalendarDate(iso: text)
      known[text] = .some(day)
      return day
    }
  }
}

/// Texts that thousands of accounts have in common, each once in memory.
private struct SharedTexts {
  private var known: Set<String> = []

  subscript(text: String?) -> String? {
    mutating get { text.map { known.insert($0).memberAfterInsert } }
  }
}
