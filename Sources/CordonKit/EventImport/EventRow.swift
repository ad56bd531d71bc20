internal import GeoModel
internal import Incidents
internal import Reading

/// One event of a data set, whatever its form.
struct EventRow {
  /// Different from that of every other event of its data set, and the same when the event is revised.
  var id: String
  /// The data set, in a word: "acled".
  var dataSet: String
  var line: Int
  var date: DaySpan
  var dateReason: String
  var kind: IncidentKind
  var position: Coordinate
  /// Within which the event lies.
  var radius: Meters
  var radiusReason: String
  /// GED's `where_prec` and ACLED's `geo_precision`.
  var wherePrecision: Int
  var geoPrecision: Int
  var place: String?
  var country: String?
  var killed: Int?
  var injured: Int?
  var weapon: String?
  /// What is said of it, in the data set's words.
  var text: String
  var title: String?
  var source: String?
  var url: String?
  /// What else a reader should know, one phrase each.
  var rules: [String] = []
}

/// Why a row is no event.
struct EventRowError: Error {
  let reason: String
}

/// The fields of a row by the names of their columns.
struct NamedFields {
  let values: [String: String]
  let line: Int

  /// A field without blanks around it; `nil` when it is empty or there is no such column.
  subscript(name: String) -> String? {
    guard let value = values[name]?.trimmedBlanks, !value.isEmpty else { return nil }
    return value
  }

  func required(_ name: String) throws(EventRowError) -> String {
    guard let value = self[name] else { throw EventRowError(reason: "'\(name)' is empty") }
    return value
  }

  func number(_ name: String) throws(EventRowError) -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) else {
      throw EventRowError(reason: "'\(name)' is '\(text)', not a whole number")
    }
    return number
  }

  func position(longitude: String, latitude: String) throws(EventRowError) -> Coordinate {
    let (lon, lat) = (try required(longitude), try required(latitude))
    guard
      let position = Double(lon).flatMap({ lon in
        Double(lat).flatMap { Coordinate(longitude: lon, latitude: $0) }
      })
    else {
      throw EventRowError(
        reason: "'\(latitude)', '\(longitude)' are '\(lat)', '\(lon)', not degrees within ±90 and ±180")
    }
    return position
  }

  /// `2024-05-03`, also with a time behind it, or `03 May 2024`.
  func day(_ name: String) throws(EventRowError) -> CalendarDate {
    let text = try required(name)
    guard let day = CalendarDate(eventDay: text) else {
      throw EventRowError(reason: "'\(name)' is '\(text)', not a day such as 2024-05-03 or 03 May 2024")
    }
    return day
  }
}

extension CalendarDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  init?(eventDay text: String) {
    if let day = CalendarDate(iso: text) {
      self = day
      return
    }
    let parts = text.split { $0 == " " || $0 == "-" }
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), year > 999,
      let month = Self.months.firstIndex(of: parts[1].prefix(3).lowercased())
    else { return nil }
    self.init(year: year, month: month + 1, day: day)
  }
}

extension String {
  var trimmedBlanks: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
