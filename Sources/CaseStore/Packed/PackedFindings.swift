internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// What was found in a document as rows of the case.
struct PackedFindings: Sendable {
  /// Columns of `accounts` but for the id, which begins with the document's and ends in the number of the account;
  /// then what the account says, by ``AccountCoding``.
  private(set) var accounts = CellWriter()
  private(set) var accountCount = 0
  /// Columns of `mentions`, by their places in the document.
  private(set) var mentions = CellWriter()
  /// By the keys that the accounts name them by.
  private(set) var shapes: [Int: Geometry] = [:]

  static let accountColumns = [
    "document", "kind", "date_from", "date_to", "date_prec", "open_month", "open_day", "site_id", "site",
    "place",
    "country", "lat", "lon", "uncertainty_m", "anchor", "anchor_site", "start", "end", "n_events", "weapon",
    "killed", "injured", "stands_alone", "quote",
  ]

  init(_ found: [Account], _ mentions: [MentionRecord], standsAlone: Bool) {
    accounts = CellWriter(capacity: 1500 * found.count)
    self.mentions = CellWriter(capacity: 400 * mentions.count)
    for account in found { append(account, standsAlone: standsAlone) }
    for mention in mentions.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      append(mention.layerRow)
    }
  }

  private mutating func append(_ account: Account, standsAlone: Bool) {
    var span: DaySpan?
    var open: (month: Int?, day: Int?) = (nil, nil)
    switch account.date {
    case .span(let dated): span = dated
    case .open(let month, let day, _): open = (month ?? 0, day)
    case .none: break
    }
    let footprint = account.footprint
    let said = AccountCoding.encode(account) { shape in
      let key = ShapeKeys.shared.key(of: shape)
      shapes[key] = shape
      return key
    }
    accountCount += 1
    accounts.append(account.document)
    accounts.append(account.kind.rawValue)
    accounts.append(span?.from.description)
    accounts.append(span?.to.description)
    accounts.append(span?.precision)
    accounts.append(open.month)
    accounts.append(open.day)
    for text in [account.siteID, account.siteName, account.placeName, account.countryCode] {
      accounts.append(text)
    }
    accounts.append(footprint?.best.latitude)
    accounts.append(footprint?.best.longitude)
    accounts.append(footprint?.radius.value)
    accounts.append(footprint?.anchorName)
    accounts.append(footprint?.anchorSite)
    accounts.append(account.sentences.first?.start)
    accounts.append(account.sentences.first?.end)
    accounts.append(account.count)
    accounts.append(account.weapon)
    accounts.append(account.killed?.count)
    accounts.append(account.injured?.count)
    accounts.append(standsAlone)
    accounts.append(account.sentences.map(\.quote).joined(separator: " … "))
    accounts.append(blob: said)
  }

  private mutating func append(_ row: Layer.Row) {
    mentions.append(blob: row.geometry.map(GeometryBlob.encode) ?? [])
    mentions.append(row.id)
    for value in row.values { mentions.append(value) }
  }
}
