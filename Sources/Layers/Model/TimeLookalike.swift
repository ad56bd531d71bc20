/// Texts that GIS programs would take for dates or times.
///
/// They guess the type of a GeoJSON column from its values: when every text of a column starts like a time,
/// the column becomes one and the rest of the words is lost. A column of free text in which that would
/// happen is written in quotation marks.
enum TimeLookalike {
  /// `12:30…`, `2024-03-01…`, `2024/03/01…`, `01:02:03…`, after blanks.
  static func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8.drop { $0 == UInt8(ascii: " ") }.prefix(10))
    func digits(from start: Int) -> Int {
      bytes.dropFirst(start).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    }
    let first = digits(from: 0)
    guard (1...4).contains(first), bytes.count > first else { return false }
    let separator = bytes[first]
    guard digits(from: first + 1) > 0 else { return false }
    switch separator {
    case UInt8(ascii: ":"): return first <= 2
    case UInt8(ascii: "-"), UInt8(ascii: "/"): return first == 4
    default: return false
    }
  }

  /// The rows with every column of such texts quoted.
  static func guarded(_ layer: Layer) -> [Layer.Row] {
    let suspicious = layer.columns.indices.filter { index in
      guard layer.columns[index].kind == .text else { return false }
      let texts = layer.rows.lazy.compactMap { row -> String? in
        if case .text(let text) = row.values[index] { text } else { nil }
      }
      return !texts.isEmpty && texts.allSatisfy(matches)
    }
    guard !suspicious.isEmpty else { return layer.rows }
    return layer.rows.map { row in
      var values = row.values
      for index in suspicious {
        if case .text(let text) = values[index] { values[index] = .text("«\(text)»") }
      }
      return Layer.Row(id: row.id, geometry: row.geometry, values: values)
    }
  }
}
