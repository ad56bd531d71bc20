internal import GRDB
internal import GeoKernel
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension CaseReader {
  /// What is taken when the analyst gave no `uncertainty_m`.
  private static let usualRadius = Meters(500)

  /// The incidents that an analyst added to the layer: rows with a point and a date that Cordon did not write; by
  /// date, then id.
  ///
  /// - Parameter rows: numbers of rows to look at; all unless given.
  func drawnIncidents(rows: [Int64]? = nil) throws -> [Incident] {
    let among = rows.map { " AND i.fid IN (\($0.map(String.init).joined(separator: ", ")))" } ?? ""
    return try Row.fetchAll(
      db,
      sql: """
        SELECT i.fid, i.id, i.geom, coalesce(i.date_from, i.time_start), coalesce(i.date_to, i.time_end),
          i.date_prec, i.kind, i.uncertainty_m, i.site_id, i.site, i.place, i.country, i.weapon, i.killed,
          i.injured, i.title
        FROM incidents i
        WHERE NOT EXISTS (SELECT 1 FROM gpkg_cordon_written w WHERE w.fid = i.fid) AND i.dismissed IS NOT 1\(among)
        """
    ).compactMap(Self.drawn).sorted { ($0.date.from, $0.id) < ($1.date.from, $1.id) }
  }

  /// `nil` for a row without a point or a day.
  private static func drawn(_ row: Row) -> Incident? {
    func text(_ index: Int) -> String? {
      (String.fromDatabaseValue(row[index] as DatabaseValue)).flatMap { $0.isEmpty ? nil : $0 }
    }
    func number(_ index: Int) -> Double? { Double.fromDatabaseValue(row[index] as DatabaseValue) }
    guard let blob = Data.fromDatabaseValue(row[2] as DatabaseValue),
      let position = GeometryBlob.point([UInt8](blob)),
      let from = text(3).flatMap({ CalendarDate(iso: $0) })
    else { return nil }
    let to = text(4).flatMap { CalendarDate(iso: $0) } ?? from
    let given = number(7).flatMap { $0 > 0 && $0 < 2e7 ? Meters($0) : nil }
    let radius = given ?? usualRadius
    guard let area = try? GeodesicDisc(center: position, radius: radius).outline() else { return nil }
    let fid: Int64 = row[0]
    var incident = Incident(
      id: text(1) ?? "row-\(fid)",
      date: DaySpan(from: from, to: max(from, to), precision: number(5).map { Int($0) }),
      kind: text(6).flatMap(IncidentKind.init) ?? .other,
      footprint: Footprint(
        geometry: area, best: position, radius: radius, relation: .near,
        anchorName: text(10) ?? text(9) ?? text(15) ?? "a point an analyst drew",
        wherePrecision: radius <= .kilometers(5) ? 1 : radius <= .kilometers(25) ? 2 : 4,
        geoPrecision: radius <= .kilometers(5) ? 1 : radius <= .kilometers(25) ? 2 : 3,
        reason: "drawn by an analyst"
          + (given == nil ? "; no uncertainty_m is given, and \(radius.roundedLabel) is taken." : ".")))
    incident.siteID = text(8)
    incident.siteName = text(9)
    incident.placeName = text(10)
    incident.countryCode = text(11)
    incident.weapon = text(12)
    incident.killed = number(13).map { Int($0) }
    incident.injured = number(14).map { Int($0) }
    incident.confidence = 0.95
    incident.confidenceReasons = ["said by the analyst"]
    return incident
  }
}
