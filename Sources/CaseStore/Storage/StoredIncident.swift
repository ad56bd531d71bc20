internal import GRDB
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// An incident as its row in `gpkg_cordon_incidents` holds it: exact, and without its accounts and claims, which
/// have tables of their own and are counted here.
struct StoredIncident {
  /// Name and type of each column, in order; the row begins with others.
  private static let columns = [
    ("day", "INTEGER NOT NULL"), ("last_day", "INTEGER"), ("date_prec", "INTEGER"), ("kind", "TEXT"),
    ("site", "TEXT"), ("site_id", "TEXT"), ("site_name", "TEXT"), ("at_facility", "BOOLEAN"),
    ("place_name", "TEXT"), ("country", "TEXT"), ("weapon", "TEXT"), ("killed", "INTEGER"),
    ("injured", "INTEGER"), ("some_killed", "BOOLEAN"), ("some_injured", "BOOLEAN"), ("confidence", "REAL"),
    ("relation", "TEXT"), ("anchor", "TEXT"), ("anchor_site", "TEXT"), ("lat", "REAL"), ("lon", "REAL"),
    ("radius_m", "REAL"), ("where_prec", "INTEGER"), ("geo_precision", "INTEGER"), ("stated", "TEXT"),
    ("stated_m", "REAL"), ("stated_low_m", "REAL"), ("stated_high_m", "REAL"), ("reason", "TEXT"),
    ("shape", "INTEGER"), ("ring", "INTEGER"), ("n_accounts", "INTEGER"), ("n_documents", "INTEGER"),
    ("n_claims", "INTEGER"), ("n_disagreements", "INTEGER"), ("details", "TEXT"),
  ]

  static let declaration = columns.map { "\($0.0) \($0.1)" }.joined(separator: ", ")

  /// All but the last column, the details, of the table named `c`.
  static let selection = columns.dropLast().map { "c.\($0.0)" }.joined(separator: ", ")

  static let count = columns.count

  static func append(_ incident: Incident, to cells: inout CellWriter, shapes: ShapeStore) throws {
    let footprint = incident.footprint
    let stated = footprint.statedDistance
    for number in [incident.date.from.dayNumber, incident.date.to.dayNumber, incident.date.precision] {
      cells.append(number)
    }
    for text in [
      incident.kind.rawValue, CaseIndex.ownSite(of: incident), incident.siteID, incident.siteName,
    ] { cells.append(text) }
    cells.append(incident.isAtFacility)
    for text in [incident.placeName, incident.countryCode, incident.weapon] { cells.append(text) }
    for number in [incident.killed, incident.injured] { cells.append(number) }
    for flag in [incident.tellsOfKilled, incident.tellsOfInjured] { cells.append(flag) }
    cells.append(incident.confidence)
    for text in [footprint.relation.rawValue, footprint.anchorName, footprint.anchorSite] {
      cells.append(text)
    }
    for number in [footprint.best.latitude, footprint.best.longitude, footprint.radius.value] {
      cells.append(number)
    }
    for number in [footprint.wherePrecision, footprint.geoPrecision] { cells.append(number) }
    cells.append(stated?.text)
    for number in [stated?.best.value, stated?.low.value, stated?.high.value] { cells.append(number) }
    cells.append(footprint.reason)
    for shape in [try shapes.keep(footprint.geometry), try footprint.ring.map(shapes.keep)] {
      cells.append(shape)
    }
    for number in [
      incident.accounts.count, incident.documents.count, incident.claims.count,
      incident.disagreements.count,
    ] { cells.append(number) }
    cells.append(text: CaseCoding.details(of: incident).utf8)
  }

  /// - Parameters:
  ///   - row: ``selection``, with other columns before.
  ///   - first: where the selection begins.
  static func incident(_ id: String, _ row: Row, from first: Int, shapes: ShapeStore) throws -> Incident {
    var next = first
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
      defer { next += 1 }
      return row[next]
    }
    func damaged(_ what: String) -> DatabaseError {
      DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(what) of the incident \(id) cannot be read")
    }
    let from = CalendarDate(dayNumber: value() ?? 0)
    let to = CalendarDate(dayNumber: value() ?? from.dayNumber)
    let precision: Int? = value()
    guard let kind = (value() as String?).flatMap(IncidentKind.init(rawValue:)), from <= to else {
      throw damaged("the day or the kind")
    }
    next += 1
    let (siteID, siteName): (String?, String?) = (value(), value())
    let isAtFacility: Bool = value() ?? false
    let (place, country, weapon): (String?, String?, String?) = (value(), value(), value())
    let (killed, injured): (Int?, Int?) = (value(), value())
    let (someKilled, someInjured): (Bool?, Bool?) = (value(), value())
    let confidence: Double? = value()
    let relation = (value() as String?).flatMap(SpatialRelation.init(rawValue:))
    let (anchor, anchorSite): (String?, String?) = (value(), value())
    let (latitude, longitude, radius): (Double?, Double?, Double?) = (value(), value(), value())
    let (wherePrecision, geoPrecision): (Int?, Int?) = (value(), value())
    let stated: String? = value()
    let (best, low, high): (Double?, Double?, Double?) = (value(), value(), value())
    let reason: String? = value()
    let shape = try (value() as Int?).flatMap { try shapes.find($0) }
    let ring = try (value() as Int?).flatMap { try shapes.find($0) }
    guard let relation, let position = Coordinate(longitude: longitude ?? .nan, latitude: latitude ?? .nan),
      let shape
    else { throw damaged("the place") }
    var incident = Incident(
      id: id, date: DaySpan(from: from, to: to, precision: precision), kind: kind,
      footprint: Footprint(
        geometry: shape, best: position, radius: Meters(radius ?? 0), ring: ring, relation: relation,
        statedDistance: stated.map {
          StatedDistance(best: Meters(best ?? 0), low: Meters(low ?? 0), high: Meters(high ?? 0), text: $0)
        },
        anchorName: anchor ?? "", anchorSite: anchorSite, wherePrecision: wherePrecision ?? 7,
        geoPrecision: geoPrecision ?? 3, reason: reason ?? ""))
    incident.siteID = siteID
    incident.siteName = siteName
    incident.isAtFacility = isAtFacility
    incident.placeName = place
    incident.countryCode = country
    incident.weapon = weapon
    incident.killed = killed
    incident.injured = injured
    incident.confidence = confidence ?? 0
    incident.unread.tellsOfKilled = someKilled ?? false
    incident.unread.tellsOfInjured = someInjured ?? false
    incident.unread.accounts = value() ?? 0
    incident.unread.documents = value() ?? 0
    incident.unread.claims = value() ?? 0
    incident.unread.disagreements = value() ?? 0
    return incident
  }
}
