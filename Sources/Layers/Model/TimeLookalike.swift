/// Texts that GIS programs would take for dates or times.
///
/// They guess the type of a GeoJSON column from its values: when every text of a column starts like a time,
/// the column becomes one and the rest of the words is lost. A column of free text in which that would
/// happen is written in quotation marks.
enum TimeLookalike {
  /// `9:05…` and `12:30…`; `2024-03-01` and `2024/03/01` alone or before a blank or a T; after blanks.
  ///
  /// A date that goes on in another way, as incident ids do, is text to everybody.
  static func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8.drop { $0 == UInt8(ascii: " ") }.prefix(11))
    func digits(from start: Int) -> Int {
      bytes.dropFirst(start).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    }
    func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
    let first = digits(from: 0)
    guard let separator = byte(first), digits(from: first + 1) > 0 else { return false }
    if separator == UInt8(ascii: ":") { return first == 1 || first == 2 }
    guard first == 4, separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else { return false }
    let second = first + 1 + digits(from: first + 1)
    guard byte(second) == separator, digits(from: second + 1) > 0 else { return false }
    let end = byte(second + 1 + digits(from: second + 1))
    return end == nil || end == UInt8(ascii: " ") || end == UInt8(ascii: "T")
  }

  /// Looks at the rows of a layer as they pass.
  struct Watch {
    /// Text columns of which no text has been seen that is no time.
    private var isCandidate: [Bool]
    private var isTold: [Bool]

    init(_ layer: Layer) {
      isCandidate = layer.columns.map { $0.kind == .text }
      isTold = layer.columns.map { _ in false }
    }

    mutating func see(_ row: Layer.Row) {
      for (column, value) in row.values.enumerated() where isCandidate[column] {
        if case .text(let text) = value { see(text, in: column) }
      }
    }

    mutating func see(_ text: String, in column: Int) {
      guard isCandidate[column] else { return }
      isTold[column] = true
      isCandidate[column] = matches(text)
    }

    /// The columns every text of which looks like a time.
    var suspicious: Set<Int> { Set(isTold.indices.filter { isTold[$0] && isCandidate[$0] }) }
  }
}
