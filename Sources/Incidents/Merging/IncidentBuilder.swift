import GeoModel
import Geocoding
import Reading

/// Chooses the values of an incident among those of its accounts, and says how.
struct IncidentBuilder {
  let accounts: [Account]
  /// The places of the accounts, the most telling first.
  private let telling: [Int]

  init(accounts: [Account]) {
    self.accounts = accounts
    let keys = accounts.count < 2 ? [] : accounts.map(\.mergeKey)
    telling = accounts.count < 2 ? Array(accounts.indices) : accounts.indices.sorted { keys[$0] < keys[$1] }
  }

  func incident() -> Incident? {
    guard let dated = telling.first.map({ accounts[$0] }), case .span(let date) = dated.date,
      let placed = placed(), let footprint = placed.footprint
    else { return nil }
    var incident = Incident(id: "", date: date, kind: kind(), footprint: footprint)
    incident.accounts = byDocument()
    incident.siteID = placed.siteID
    incident.siteName = placed.siteName
    incident.isAtFacility = placed.isAtFacility
    incident.placeName = placed.placeName
    incident.countryCode = placed.countryCode
    incident.claims = accounts.flatMap(\.claims)
    incident.choices["date"] = "the most exact date told: \(dated.document), \(dated.dateReason)"
    incident.choices["where"] = "the smallest footprint told: \(placed.document), \(footprint.reason)"
    incident.choices["kind"] =
      "what most tell, or else says most, among: \(Set(accounts.map(\.kind.label)).sorted().joined(separator: ", "))"
    (incident.weapon, incident.choices["weapon"]) = weapon()
    (incident.killed, incident.choices["killed"]) = toll { $0.killed?.count }
    (incident.injured, incident.choices["injured"]) = toll { $0.injured?.count }
    return incident
  }

  /// The kind most documents tell; of equals that of the most exact account. A plain explosion or air
  /// strike gives way to a kind that says more.
  private func kind() -> IncidentKind {
    guard accounts.count > 1 else { return accounts.first?.kind ?? .other }
    let told = telling.map { accounts[$0].kind }
    let isPlain: (IncidentKind) -> Bool = { $0 == .explosion || $0 == .airStrike }
    let isPlainOnly = told.allSatisfy { $0 == .other || isPlain($0) }
    var documents: [IncidentKind: Set<String>] = [:]
    var order: [IncidentKind] = []
    for (place, kind) in zip(telling, told) where kind != .other && (isPlainOnly || !isPlain(kind)) {
      if documents[kind] == nil { order.append(kind) }
      documents[kind, default: []].insert(accounts[place].document)
    }
    return order.enumerated().max { a, b in
      (documents[a.element]?.count ?? 0, -a.offset) < (documents[b.element]?.count ?? 0, -b.offset)
    }?.element ?? .other
  }

  /// A registered site before a named one before a place, dated words before undated; then the smallest
  /// footprint.
  private func placed() -> Account? {
    var best: (key: (Int, Int, String, Int), place: Int)?
    for place in accounts.indices where accounts[place].footprint != nil {
      let key = accounts[place].placeKey
      if best.map({ key < $0.key }) ?? true { best = (key, place) }
    }
    return best.map { accounts[$0.place] }
  }

  private func byDocument() -> [Account] {
    guard accounts.count > 1 else { return accounts }
    return accounts.indices.sorted { a, b in
      if accounts[a].document != accounts[b].document { return accounts[a].document < accounts[b].document }
      return (accounts[a].sentences.first?.start ?? 0) < (accounts[b].sentences.first?.start ?? 0)
    }.map { accounts[$0] }
  }

  /// A name before a class of weapon, then the one most documents give, then that of the most exact account.
  private func weapon() -> (String?, String?) {
    var documents: [String: Set<String>] = [:]
    var exact: Set<String> = []
    // Of each weapon the most telling account.
    var order: [(weapon: String, document: String)] = []
    for place in telling {
      guard let weapon = accounts[place].weapon else { continue }
      if documents[weapon] == nil { order.append((weapon, accounts[place].document)) }
      documents[weapon, default: []].insert(accounts[place].document)
      if case .span = accounts[place].date { exact.insert(weapon) }
    }
    func rank(_ place: Int) -> (Int, Int, Int) {
      let weapon = order[place].weapon
      return (
        (exact.contains(weapon) ? 2 : 0) + (weapon.hasCapital ? 1 : 0), documents[weapon]?.count ?? 0, -place
      )
    }
    guard let best = order.indices.max(by: { rank($0) < rank($1) }) else { return (nil, nil) }
    return (order[best].weapon, "“\(order[best].weapon)” (\(order[best].document)), of \(order.count) told")
  }

  /// The number most documents give; of equals the greatest.
  private func toll(_ count: (Account) -> Int?) -> (Int?, String?) {
    var support: [Int: Set<String>] = [:]
    var documents: Set<String> = []
    for place in accounts.indices {
      guard let told = count(accounts[place]) else { continue }
      support[told, default: []].insert(accounts[place].document)
      documents.insert(accounts[place].document)
    }
    guard let best = support.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) else {
      return (nil, nil)
    }
    return (best.key, "told by \(best.value.count) of \(documents.count) documents that give a number")
  }
}

extension Account {
  fileprivate var placeKey: (Int, Int, String, Int) {
    var rank = siteID != nil ? 0 : siteName != nil ? 2 : 4
    if case .open = date { rank += 1 }
    return (rank, footprint.map { Int($0.radius.value) } ?? Int.max, document, sentences.first?.start ?? 0)
  }
}

extension String {
  var hasCapital: Bool {
    unicodeScalars.contains { $0.isASCII ? ("A"..."Z").contains($0) : $0.properties.isUppercase }
  }
}
