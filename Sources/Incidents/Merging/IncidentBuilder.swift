import GeoModel
import Geocoding
import Reading

/// Chooses the values of an incident among those of its accounts, and says how.
struct IncidentBuilder {
  let accounts: [Account]

  func incident() -> Incident? {
    guard let dated = accounts.min(by: { $0.mergeKey < $1.mergeKey }), case .span(let date) = dated.date,
      let placed = placed(), let footprint = placed.footprint
    else { return nil }
    var incident = Incident(id: "", date: date, kind: kind(), footprint: footprint)
    incident.accounts = accounts.sorted { $0.documentKey < $1.documentKey }
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
    (incident.killed, incident.choices["killed"]) = toll(\.killed)
    (incident.injured, incident.choices["injured"]) = toll(\.injured)
    return incident
  }

  /// The kind most documents tell; of equals that of the most exact account. A plain explosion or air
  /// strike gives way to a kind that says more.
  private func kind() -> IncidentKind {
    let told = accounts.filter { $0.kind != .other }.sorted { $0.mergeKey < $1.mergeKey }
    let isPlain: (IncidentKind) -> Bool = { $0 == .explosion || $0 == .airStrike }
    let telling = told.contains { !isPlain($0.kind) } ? told.filter { !isPlain($0.kind) } : told
    let support = Dictionary(grouping: telling, by: \.kind).mapValues { Set($0.map(\.document)).count }
    return telling.enumerated().max { a, b in
      (support[a.element.kind] ?? 0, -a.offset) < (support[b.element.kind] ?? 0, -b.offset)
    }?.element.kind ?? .other
  }

  /// A registered site before a named one before a place, dated words before undated; then the smallest
  /// footprint.
  private func placed() -> Account? {
    accounts.filter { $0.footprint != nil }.min { a, b in
      let (first, second) = (a.placeKey, b.placeKey)
      return first < second
    }
  }

  /// A name before a class of weapon, then the one most documents give, then that of the most exact account.
  private func weapon() -> (String?, String?) {
    let told = accounts.filter { $0.weapon != nil }.sorted { $0.mergeKey < $1.mergeKey }
    let counts = Dictionary(grouping: told) { $0.weapon ?? "" }.mapValues { Set($0.map(\.document)).count }
    let best = told.enumerated().max { a, b in
      rank(a.element.weapon, counts, a.offset) < rank(b.element.weapon, counts, b.offset)
    }
    guard let best, let weapon = best.element.weapon else { return (nil, nil) }
    return (weapon, "“\(weapon)” (\(best.element.document)), of \(counts.count) told")
  }

  private func rank(_ weapon: String?, _ counts: [String: Int], _ offset: Int) -> (Int, Int, Int) {
    let isExact = accounts.contains { account in
      guard account.weapon == weapon, case .span = account.date else { return false }
      return true
    }
    return ((isExact ? 2 : 0) + (weapon?.hasCapital == true ? 1 : 0), counts[weapon ?? ""] ?? 0, -offset)
  }

  /// The number most documents give; of equals the greatest.
  private func toll(_ field: KeyPath<Account, Toll?>) -> (Int?, String?) {
    let numbers = accounts.compactMap { account in
      account[keyPath: field]?.count.map { (count: $0, document: account.document) }
    }
    guard !numbers.isEmpty else { return (nil, nil) }
    let support = Dictionary(grouping: numbers, by: \.count).mapValues { Set($0.map(\.document)).count }
    let best = support.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let best else { return (nil, nil) }
    return (
      best.key, "told by \(best.value) of \(Set(numbers.map(\.document)).count) documents that give a number"
    )
  }
}

extension Account {
  fileprivate var documentKey: MergeKey {
    MergeKey(numbers: [], texts: [document, MergeKey.padded(sentences.first?.start ?? 0)])
  }

  fileprivate var placeKey: MergeKey {
    var rank = siteID != nil ? 0 : siteName != nil ? 2 : 4
    if case .open = date { rank += 1 }
    return MergeKey(
      numbers: [rank, footprint.map { Int($0.radius.value) } ?? Int.max],
      texts: [document, MergeKey.padded(sentences.first?.start ?? 0)])
  }
}

extension String {
  var hasCapital: Bool { unicodeScalars.contains { $0.properties.isUppercase } }
}
