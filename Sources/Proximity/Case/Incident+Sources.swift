internal import GeoModel
internal import Geocoding
public import Incidents
internal import Reading

extension Incident {
  /// Its accounts, those that tell most of it first, and one of each document before a second one of any: what to
  /// show where there are more than anybody reads.
  ///
  /// An account tells more the more facts it gives, then the more closely it places them, then the more it says.
  public var accountsByWeight: [Account] {
    guard accounts.count > 1 else { return accounts }
    let weights = accounts.map(AccountWeight.init)
    var seen: Set<String> = []
    var first: [Int] = []
    var further: [Int] = []
    for place in accounts.indices.sorted(by: { weights[$0] < weights[$1] }) {
      if seen.insert(accounts[place].document).inserted { first.append(place) } else { further.append(place) }
    }
    return (first + further).map { accounts[$0] }
  }
}

/// How much an account tells, and where it stands; the one that tells most is the least.
private struct AccountWeight: Comparable {
  private let facts: Int
  private let radius: Double
  private let words: Int
  private let document: String
  private let start: Int

  init(_ account: Account) {
    var isDated = false
    if case .span(let span) = account.date { isDated = span.precision == 1 }
    facts = [
      isDated, account.siteID != nil, account.weapon != nil, account.killed?.count != nil,
      account.injured?.count != nil, !account.claims.isEmpty,
    ].count(where: \.self)
    radius = account.footprint?.radius.value ?? .infinity
    words = account.sentences.reduce(0) { $0 + $1.end - $1.start }
    document = account.document
    start = account.sentences.first?.start ?? 0
  }

  static func < (a: AccountWeight, b: AccountWeight) -> Bool {
    (-a.facts, a.radius, -a.words, a.document, a.start)
      < (-b.facts, b.radius, -b.words, b.document, b.start)
  }
}
