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
    "killed", "injured", "stands_alone", "quote", "parted",
  ]

  init(_ found: [Account], _ mentions: [MentionRecord], standsAlone: Bool) {
    accounts = CellWriter(capacity: 1500 * found.count)
    self.mentions = CellWriter(capacity: 400 * mentions.count)
    found.withUnsafeBufferPointer { found in
      for place in found.indices { append(found[place], standsAlone: standsAlone) }
    }
    var writer = JSONWriter()
    mentions.withUnsafeBufferPointer { mentions in
      // They come in text order but where one stands within another.
      func precedes(_ a: Int, _ b: Int) -> Bool {
        (mentions[a].start, mentions[a].end) < (mentions[b].start, mentions[b].end)
      }
      let isSorted = mentions.indices.dropFirst().allSatisfy { !precedes($0, $0 - 1) }
      for place in isSorted ? Array(mentions.indices) : mentions.indices.sorted(by: precedes) {
        append(mentions[place], &writer)
      }
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
    accounts.append(account.parted)
    accounts.append(blob: said)
  }

  /// The cells of its row in the layer of mentions, without that row between: mentions are as many as all else.
  private mutating func append(_ mention: MentionRecord, _ writer: inout JSONWriter) {
    mentions.append(point: mention.coordinate)
    mentions.append(mention.rowID)
    for text in [mention.text, mention.name, mention.kind, mention.role, mention.document] {
      mentions.append(named: text)
    }
    mentions.append(mention.start)
    mentions.append(mention.end)
    mentions.append(mention.geonameID)
    mentions.append(named: mention.siteID)
    mentions.append(named: mention.country)
    mentions.append(Rounding.degrees(mention.coordinate.latitude))
    mentions.append(Rounding.degrees(mention.coordinate.longitude))
    mentions.append(Rounding.meters(mention.uncertainty))
    mentions.append(mention.wherePrecision)
    mentions.append(Rounding.share(mention.probability))
    writer.removeAll()
    writer.append(list: mention.reasons) { $0.append($1) }
    mentions.append(writer)
  }
}
