public import Gazetteer
public import GeoModel
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads sites from tables of other makers: CSV with commas or semicolons, whose columns are found by name, and
/// GeoJSON points. The Database of Embassies' own file is one of them.
public struct SiteImport {
  private static let columns: [String: [String]] = [
    "id": ["id", "qid", "wikidata_id"],
    "name": ["name", "label", "title", "itemlabel"],
    "kind": ["kind", "type"],
    "operator": ["operator_country", "operator_country_iso2", "operator"],
    "host": ["host_country", "host_country_iso2", "country"],
    "city": ["city", "place", "location"],
    "address": ["address", "street_address"],
    "lat": ["lat", "latitude"],
    "lon": ["lon", "longitude", "lng"],
    "accuracy": ["accuracy_m", "uncertainty_m", "radius_m"],
    "source": ["source"],
    "aliases": ["aliases"],
  ]

  private let gazetteer: Gazetteer
  private let accuracy: Meters
  private var countries: [String: String] = [:]

  /// - Parameter accuracy: the radius taken where a table gives none.
  public init(gazetteer: Gazetteer, accuracy: Meters) {
    self.gazetteer = gazetteer
    self.accuracy = accuracy
  }

  /// The sites of a file; rows that cannot be used come as problems.
  ///
  /// - Throws: `GazetteerError` when the file cannot be read or is of no such form.
  public mutating func sites(
    in path: String
  ) throws(GazetteerError) -> (sites: [Site], problems: [SiteProblem]) {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw .unreadable(path: path, reason: "the file cannot be read; check its name and permissions")
    }
    let bytes = [UInt8](data)
    let isJSON = bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
    let rows = isJSON ? try points(bytes, path) : try lines(bytes, path)
    var sites: [Site] = []
    var problems: [SiteProblem] = []
    var ids: Set<String> = []
    for row in rows {
      do throws(EventRowError) {
        let site = try self.site(try row.get(), path, &ids)
        sites.append(site)
      } catch {
        let line = (try? row.get().line) ?? 0
        problems.append(SiteProblem(file: path, line: line, problem: error.reason))
      }
    }
    return (sites, problems)
  }

  private mutating func site(
    _ fields: NamedFields, _ path: String, _ ids: inout Set<String>
  ) throws(EventRowError) -> Site {
    func first(_ role: String) -> String? {
      Self.columns[role]?.lazy.compactMap { fields[$0] }.first
    }
    let names = Self.columns
    func column(_ role: String) -> String { names[role]?.first { fields[$0] != nil } ?? role }
    let position = try fields.position(longitude: column("lon"), latitude: column("lat"))
    let kind = first("kind") ?? "site"
    let operatorCountry = try first("operator").map { (name) throws(EventRowError) in try code(name) }
    let hostCountry = try first("host").map { (name) throws(EventRowError) in try code(name) } ?? ""
    let city = first("city") ?? ""
    let owner = operatorCountry.flatMap { gazetteer.country($0)?.name }
    let name =
      first("name")
      ?? kind.prefix(1).uppercased() + kind.dropFirst() + (owner.map { " of \($0)" } ?? "")
      + (city.isEmpty ? "" : " in \(city)")
    var id = first("id") ?? Self.slug("\(operatorCountry ?? "") \(kind) \(city)")
    var number = 1
    let base = id
    while !ids.insert(id).inserted {
      guard first("id") == nil else {
        throw EventRowError(reason: "the id '\(id)' is that of another row too")
      }
      number += 1
      id = "\(base)-\(number)"
    }
    var within = accuracy
    if let text = first("accuracy") {
      guard let value = Double(text), value > 0, value < 2e7 else {
        throw EventRowError(reason: "'\(column("accuracy"))' is '\(text)', not a length above 0 m")
      }
      within = Meters(value)
    }
    return Site(
      id: id, name: name, kind: kind, operatorCountry: operatorCountry, hostCountry: hostCountry, city: city,
      address: first("address"), coordinate: position, accuracy: within,
      source: first("source") ?? path.split(separator: "/").last.map(String.init) ?? path,
      aliases: (first("aliases") ?? "").split(separator: "|").map { String($0).trimmedBlanks })
  }

  /// A country's code as it stands, or that of a country of this name.
  private mutating func code(_ name: String) throws(EventRowError) -> String {
    if let known = countries[name] { return known }
    var found: String?
    if name.utf8.count == 2, gazetteer.country(name.uppercased()) != nil { found = name.uppercased() }
    if found == nil {
      found =
        gazetteer.candidates(named: name).lazy.map { [gazetteer] in gazetteer.place($0.place) }
        .first { $0.featureClass == .country }?.country
    }
    guard let found else { throw EventRowError(reason: "'\(name)' is no country the gazetteer knows") }
    countries[name] = found
    return found
  }

  private static func slug(_ text: String) -> String {
    text.lowercased().unicodeScalars.split { !($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
  }

  private func lines(
    _ bytes: [UInt8], _ path: String
  ) throws(GazetteerError) -> [Result<NamedFields, EventRowError>] {
    let header = bytes.prefix { $0 != 0x0A }
    let isSemicolons = header.count { $0 == UInt8(ascii: ";") } > header.count { $0 == UInt8(ascii: ",") }
    var reader = CSVReader(bytes, separator: UInt8(ascii: isSemicolons ? ";" : ","))
    guard case .success(let titles)? = reader.next()?.fields else {
      throw .malformed(path: path, line: 1, problem: "the first line should name the columns")
    }
    let columns = titles.map { $0.trimmedBlanks.lowercased() }
    for role in ["lat", "lon"] where Self.columns[role]?.contains(where: columns.contains) != true {
      throw .malformed(
        path: path, line: 1,
        problem:
          "there is no column \((Self.columns[role] ?? []).map { "'\($0)'" }.joined(separator: " or "))")
    }
    var rows: [Result<NamedFields, EventRowError>] = []
    while let row = reader.next() {
      switch row.fields {
      case .failure(let error):
        rows.append(.failure(EventRowError(reason: "line \(row.line): \(error.problem)")))
      case .success(let values):
        rows.append(
          .success(
            NamedFields(
              values: Dictionary(zip(columns, values), uniquingKeysWith: { first, _ in first }),
              line: row.line)))
      }
    }
    return rows
  }

  private func points(
    _ bytes: [UInt8], _ path: String
  ) throws(GazetteerError) -> [Result<NamedFields, EventRowError>] {
    guard let features = (try? JSONValue(parsing: bytes))?.object?["features"]?.array else {
      throw .malformed(path: path, line: 1, problem: "it should be a GeoJSON FeatureCollection")
    }
    return features.enumerated().map { index, value in
      guard let feature = try? Feature(geoJSON: value, fallbackID: ""),
        case .point(let position)? = feature.geometry
      else { return .failure(EventRowError(reason: "feature \(index + 1) is no point")) }
      var values: [String: String] = ["lat": "\(position.latitude)", "lon": "\(position.longitude)"]
      if !feature.id.isEmpty { values["id"] = feature.id }
      for member in feature.properties.members where values[member.name.lowercased()] == nil {
        values[member.name.lowercased()] = member.value.string ?? member.value.number.map { "\($0)" }
      }
      return .success(NamedFields(values: values, line: index + 1))
    }
  }
}
