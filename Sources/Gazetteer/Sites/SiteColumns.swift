/// Where the columns of a table of sites are, found once for all its rows.
struct SiteColumns {
  /// How many columns the header has.
  let count: Int
  let id, name, kind, operatorCountry, hostCountry, city, address: Int?
  let latitude, longitude, accuracy, source, asOf, aliases: Int?

  private static let required = ["id", "name", "kind", "host_country", "city", "lat", "lon", "accuracy_m"]

  /// - Throws: `GazetteerError.malformed` for a header that cannot be read or lacks a column.
  init(_ header: CSVReader.Row, _ file: String) throws(GazetteerError) {
    var columns: [String: Int] = [:]
    switch header.fields {
    case .success(let names): for (index, name) in names.enumerated() { columns[name.trimmed] = index }
    case .failure(let error): throw .malformed(path: file, line: header.line, problem: error.problem)
    }
    for name in Self.required where columns[name] == nil {
      throw .malformed(path: file, line: 1, problem: "there is no column '\(name)' in the header")
    }
    count = columns.count
    id = columns["id"]
    name = columns["name"]
    kind = columns["kind"]
    operatorCountry = columns["operator_country"]
    hostCountry = columns["host_country"]
    city = columns["city"]
    address = columns["address"]
    latitude = columns["lat"]
    longitude = columns["lon"]
    accuracy = columns["accuracy_m"]
    source = columns["source"]
    asOf = columns["as_of"]
    aliases = columns["aliases"]
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Most fields begin and end in letters or digits of ASCII.
    if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return self }
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
