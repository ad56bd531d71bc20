internal import GRDB
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What accounts say, as `gpkg_cordon_accounts` holds it.
///
/// It begins with the number of its form, which no length that ``Packing`` writes can be. Cases of format 2 have
/// packed JSON, which is read as long as it stands there.
enum AccountCoding {
  private static let head: [UInt8] = [1, 0, 0, 0xFF]
  /// Of an account that is told apart from another of its document: by what follows first.
  private static let partedHead: [UInt8] = [2, 0, 0, 0xFF]

  static func encode(_ account: Account, keep: (Geometry) -> Int) -> [UInt8] {
    var writer = CompactWriter(head: account.parted == nil ? head : partedHead)
    if let parted = account.parted { writer.append(parted) }
    writer.append(account.document)
    writer.append(account.kind.rawValue)
    append(account.date, to: &writer)
    writer.append(account.dateReason)
    for text in [account.weapon, account.siteID, account.siteName, account.placeName, account.countryCode] {
      writer.append(text)
    }
    for toll in [account.killed, account.injured] {
      writer.append(toll) {
        $0.append($1.count)
        append($1.evidence, to: &$0)
      }
    }
    writer.append(account.count)
    writer.append(account.sentences) { append($1, to: &$0) }
    writer.append(account.effects) {
      $0.append($1.kind.rawValue)
      append($1.evidence, to: &$0)
    }
    writer.append(account.rules) { $0.append($1) }
    writer.append(account.footprint) { append($1, to: &$0, keep) }
    writer.append(account.claims) { append($1, to: &$0) }
    return writer.bytes
  }

  /// - Throws: `DatabaseError` when the bytes are not what was written, and what `find` throws.
  static func decode(_ data: UnsafeRawBufferPointer, find: (Int) throws -> Geometry?) throws -> Account {
    let isParted = data.starts(with: partedHead)
    guard isParted || data.starts(with: head) else {
      return try CaseCoding.account(try JSONValue(parsing: try Packing.unpack(Data(data))), find: find)
    }
    var reader = CompactReader([UInt8](data), from: head.count)
    let parted = isParted ? try reader.text() : nil
    var account = Account(document: try reader.text(), kind: try reader.word())
    account.date = try date(&reader)
    account.parted = parted
    account.dateReason = try reader.text()
    account.weapon = try reader.optionalText()
    account.siteID = try reader.optionalText()
    account.siteName = try reader.optionalText()
    account.placeName = try reader.optionalText()
    account.countryCode = try reader.optionalText()
    account.killed = try reader.optional(toll)
    account.injured = try reader.optional(toll)
    account.count = try reader.number()
    account.sentences = try reader.list(evidence)
    account.effects = try reader.list { (reader) throws(DatabaseError) in
      Effect(kind: try reader.word(), evidence: try evidence(&reader))
    }
    account.rules = try reader.list { (reader) throws(DatabaseError) in try reader.text() }
    if try reader.byte() == 1 { account.footprint = try footprint(&reader, find) }
    account.claims = try reader.list(claim)
    guard reader.isAtEnd else { throw CompactReader.damaged }
    return account
  }
}

extension AccountCoding {
  private static func append(_ date: AccountDate, to writer: inout CompactWriter) {
    switch date {
    case .none: writer.append(0)
    case .span(let span):
      writer.append(1)
      for number in [span.from.dayNumber, span.to.dayNumber, span.precision] { writer.append(number) }
    case .open(let month, let day, let reason):
      writer.append(2)
      writer.append(month)
      writer.append(day)
      writer.append(reason)
    }
  }

  private static func date(_ reader: inout CompactReader) throws(DatabaseError) -> AccountDate {
    switch try reader.number() {
    case 0: return .none
    case 1:
      let (from, to) = (try day(&reader), try day(&reader))
      guard from <= to else { throw CompactReader.damaged }
      return .span(DaySpan(from: from, to: to, precision: try reader.number()))
    case 2:
      return .open(
        month: try reader.optionalNumber(), day: try reader.optionalNumber(), reason: try reader.text())
    default: throw CompactReader.damaged
    }
  }

  private static func day(_ reader: inout CompactReader) throws(DatabaseError) -> CalendarDate {
    let number = try reader.number()
    guard abs(number) < 10_000_000 else { throw CompactReader.damaged }
    return CalendarDate(dayNumber: number)
  }

  private static func append(_ evidence: Evidence, to writer: inout CompactWriter) {
    writer.append(evidence.document)
    writer.append(evidence.start)
    writer.append(evidence.end)
    writer.append(evidence.quote)
  }

  private static func evidence(_ reader: inout CompactReader) throws(DatabaseError) -> Evidence {
    Evidence(
      document: try reader.text(), start: try reader.number(), end: try reader.number(),
      quote: try reader.text())
  }

  private static func toll(_ reader: inout CompactReader) throws(DatabaseError) -> Toll {
    Toll(count: try reader.optionalNumber(), evidence: try evidence(&reader))
  }

  private static func append(_ claim: Claim, to writer: inout CompactWriter) {
    writer.append(claim.claimant)
    writer.append(claim.stance.rawValue)
    writer.append(claim.about)
    writer.append(claim.weapon)
    writer.append(claim.scope.rawValue)
    append(claim.evidence, to: &writer)
  }

  private static func claim(_ reader: inout CompactReader) throws(DatabaseError) -> Claim {
    Claim(
      claimant: try reader.text(), stance: try reader.word(), about: try reader.optionalText(),
      weapon: try reader.optionalText(), scope: try reader.word(), evidence: try evidence(&reader))
  }

  private static func append(
    _ footprint: Footprint, to writer: inout CompactWriter, _ keep: (Geometry) -> Int
  ) {
    writer.append(footprint.relation.rawValue)
    writer.append(footprint.anchorName)
    writer.append(footprint.anchorSite)
    for number in [footprint.best.latitude, footprint.best.longitude, footprint.radius.value] {
      writer.append(number)
    }
    writer.append(footprint.wherePrecision)
    writer.append(footprint.geoPrecision)
    writer.append(footprint.statedDistance) { writer, stated in
      for length in [stated.best, stated.low, stated.high] { writer.append(length.value) }
      writer.append(stated.text)
    }
    writer.append(footprint.reason)
    writer.append(key: keep(footprint.geometry))
    writer.append(footprint.ring) { $0.append(key: keep($1)) }
  }

  private static func footprint(
    _ reader: inout CompactReader, _ find: (Int) throws -> Geometry?
  ) throws -> Footprint {
    let relation: SpatialRelation = try reader.word()
    let (anchor, site) = (try reader.text(), try reader.optionalText())
    let (latitude, longitude, radius) = (try reader.double(), try reader.double(), try reader.double())
    let (wherePrecision, geoPrecision) = (try reader.number(), try reader.number())
    let stated = try reader.optional { (reader) throws(DatabaseError) in
      StatedDistance(
        best: Meters(try reader.double()), low: Meters(try reader.double()),
        high: Meters(try reader.double()),
        text: try reader.text())
    }
    let reason = try reader.text()
    let shape = try find(try reader.key())
    let ring = try reader.optional { (reader) throws(DatabaseError) in try reader.key() }
    guard let best = Coordinate(longitude: longitude, latitude: latitude), let shape else {
      throw CompactReader.damaged
    }
    return Footprint(
      geometry: shape, best: best, radius: Meters(radius), ring: try ring.flatMap { try find($0) },
      relation: relation, statedDistance: stated, anchorName: anchor, anchorSite: site,
      wherePrecision: wherePrecision, geoPrecision: geoPrecision, reason: reason)
  }
}
