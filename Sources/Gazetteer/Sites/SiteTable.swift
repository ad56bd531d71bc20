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
    let columns = try Self.columns(header, file)
    while let row = reader.next() {
      do throws(CSVReader.RowError) {
        let site = try Self.site(row.fields.get(), columns)
        try add(site, line: row.line)
      } catch {
        problems.append(SiteProblem(file: file, line: row.line, problem: error.problem))
      }
    }
  }

  private static let required = ["id", "name", "kind", "host_country", "city", "lat", "lon", "accuracy_m"]

  private static func columns(
    _ header: CSVReader.Row, _ file: String
  ) throws(GazetteerError) -> [String: Int] {
    var columns: [String: Int] = [:]
    switch header.fields {
    case .success(let names): for (index, name) in names.enumerated() { columns[trimmed(name)] = index }
    case .failure(let error): throw .malformed(path: file, line: header.line, problem: error.problem)
    }
    for name in required where columns[name] == nil {
      throw .malformed(path: file, line: 1, problem: "there is no column '\(name)' in the header")
    }
    return columns
  }

  private mutating func add(_ site: Site, line: Int) throws(CSVReader.RowError) {
    if let earlier = lines[site.id] {
      throw CSVReader.RowError(problem: "the id '\(site.id)' is that of line \(earlier) too")
    }
    lines[site.id] = line
    sites.append(site)
  }

  private static func site(
    _ fields: [String], _ columns: [String: Int]
  ) throws(CSVReader.RowError) -> Site {
    func text(_ name: String) -> String {
      guard let index = columns[name], index < fields.count else { return "" }
      return trimmed(fields[index])
    }
    if fields.count > columns.count {
      throw CSVReader.RowError(
        problem: "\(fields.count) fields where the header has \(columns.count); quote fields with commas")
    }
    for name in ["id", "name", "kind"] where text(name).isEmpty {
      throw CSVReader.RowError(problem: "'\(name)' is empty")
    }
    let position = try coordinate(text("lat"), text("lon"))
    guard let accuracy = Double(text("accuracy_m")), accuracy.isFinite, accuracy > 0 else {
      throw CSVReader.RowError(problem: "'accuracy_m' is '\(text("accuracy_m"))', not a length above 0 m")
    }
    if !text("as_of").isEmpty, Int(text("as_of")) == nil {
      throw CSVReader.RowError(problem: "'as_of' is '\(text("as_of"))', not a year")
    }
    return Site(
      id: text("id"), name: text("name"), kind: text("kind"),
      operatorCountry: try country(text("operator_country"), "operator_country"),
      hostCountry: try country(text("host_country"), "host_country") ?? "", city: text("city"),
      address: text("address").isEmpty ? nil : text("address"), coordinate: position,
      accuracy: Meters(accuracy), source: text("source"), asOf: Int(text("as_of")),
      aliases: text("aliases").split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty })
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

  private static func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }
}
