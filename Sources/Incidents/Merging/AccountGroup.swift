import GeoModel
import Geocoding
import Reading

/// Accounts of one event, with what matching needs of them at hand.
struct AccountGroup {
  private(set) var accounts: [Account] = []
  let span: DaySpan
  private(set) var kinds: Set<IncidentKind> = []
  private(set) var documents: Set<String> = []
  /// The smallest footprint told.
  private(set) var footprint: Footprint?
  /// Names of sites that no register has.
  private(set) var unregisteredNames: Set<String> = []
  private var towns: Set<Town> = []

  /// A place named, and whether by a registered site in it.
  private struct Town: Hashable {
    let place: String
    let country: String?
    let isBySite: Bool
  }

  init(_ account: Account, span: DaySpan) {
    self.span = span
    add(account)
  }

  mutating func add(_ account: Account) {
    accounts.append(account)
    kinds.insert(account.kind)
    documents.insert(account.document)
    if let told = account.footprint, told.radius.value < footprint?.radius.value ?? .infinity {
      footprint = told
    }
    if account.siteID == nil, let name = account.siteName { unregisteredNames.insert(name) }
    if let town = town(of: account, bySite: account.siteID != nil) { towns.insert(town) }
  }

  /// "near Aktau" and a registered site that is said to be in Aktau may be the same, however far
  /// out of the town the site lies.
  func isOfSameTown(_ account: Account) -> Bool {
    town(of: account, bySite: account.siteID == nil).map(towns.contains) ?? false
  }

  private func town(of account: Account, bySite: Bool) -> Town? {
    account.placeName.map { Town(place: $0, country: account.countryCode, isBySite: bySite) }
  }
}
