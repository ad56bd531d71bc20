internal import GeoModel

/// Reads a table of sites.
struct SiteTable {
  private(set) var sites: [Site] = []
  private(set) var problems: [SiteProblem] = []
  private let file: String
  private var lines: [String: Int] = [:]

  /// - Throws: `GazetteerError.unreadable` when there is no such file, `.malformed` when its header lacks a column.
  static func read(_ path: String) throws(GazetteerError) -> SiteTable {
    try SiteTable(bytes: FileSystem.read(path), file: path)
  }

  /// - Parameter file: name for messages.
  init(bytes: [UInt8], file: String) throws(GazetteerError) {
    self.file = file
    var reader = CSVReader(bytes)
    guard let header = reader.next() else {
      throw .malformed(path: file, line: 1, problem: "the file is empty")
    }
    let columns = try SiteColumns(header, file)
    while let row = reader.next() {
      do throws(CSVReader.RowError) {
        let site = try Self.site(row.fields.get(), columns)
        try add(site, line: row.line)
      } catch {
        problems.append(SiteProblem(file: file, line: row.line, problem: error.problem))
      }
    }
  }

  private mutating func add(_ site: Site, line: Int) throws(CSVReader.RowError) {
    if let earlier = lines[site.id] {
      throw CSVReader.RowError(problem: "the id '\(site.id)' is that of line \(earlier) too")
    }
    lines[site.id] = line
    sites.append(site)
  }

  private static func site(
    _ fields: [String], _ columns: SiteColumns
  ) throws(CSVReader.RowError) -> Site {
    func text(_ column: Int?) -> String {
      guard let column, column < fields.count else { return "" }
      return fields[column].trimmed
    }
    if fields.count > columns.count {
      throw CSVReader.RowError(
        problem: "\(fields.count) fields where the header has \(columns.count); quote fields with commas")
    }
    let (id, name, kind) = (text(columns.id), text(columns.name), text(columns.kind))
    for (name, text) in [("id", id), ("name", name), ("kind", kind)] where text.isEmpty {
      throw CSVReader.RowError(problem: "'\(name)' is empty")
    }
    let position = try coordinate(text(columns.latitude), text(columns.longitude))
    let extent = text(columns.accuracy)
    guard let accuracy = Double(extent), accuracy.isFinite, accuracy > 0 else {
      throw CSVReader.RowError(problem: "'accuracy_m' is '\(extent)', not a length above 0 m")
    }
    let year = text(columns.asOf)
    let asOf = Int(year)
    if !year.isEmpty, asOf == nil { throw CSVReader.RowError(problem: "'as_of' is '\(year)', not a year") }
    let address = text(columns.address)
    return Site(
      id: id, name: name, kind: kind,
      operatorCountry: try country(text(columns.operatorCountry), "operator_country"),
      hostCountry: try country(text(columns.hostCountry), "host_country") ?? "", city: text(columns.city),
      address: address.isEmpty ? nil : address, coordinate: position, accuracy: Meters(accuracy),
      source: text(columns.source), asOf: asOf,
      aliases: text(columns.aliases).split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty })
  }

  private static func coordinate(
    _ latitude: String, _ longitude: String
  ) throws(CSVReader.RowError) -> Coordinate {
    guard let lat = Double(latitude), let lon = Double(longitude),
      let coordinate = Coordinate(longitude: lon, latitude: lat)
    else {
      throw CSVReader.RowError(
        problem: "'lat', 'lon' are '\(latitude)', '\(longitude)', not degrees within ±90 and ±180")
    }
    return coordinate
  }

  private static func country(_ code: String, _ column: String) throws(CSVReader.RowError) -> String? {
    if code.isEmpty { return nil }
    guard CountryCode.pack(code) != nil else {
      throw CSVReader.RowError(problem: "'\(column)' is '\(code)', not a two-letter country code in capitals")
    }
    return code
  }
}
