/// A tab-separated table with a header line: UTF-8, LF or CRLF, no quoting.
struct Table {
  let path: String
  private let bytes: [UInt8]

  init(path: String) throws(GazetteerError) {
    self.path = path
    bytes = try FileSystem.read(path)
  }

  /// Reads the rows with the columns asked for, in that order, wherever they stand in the file.
  ///
  /// Empty lines and lines that begin with `#` are passed over. Columns nobody asked for are ignored.
  ///
  /// - Throws: `GazetteerError.malformed` for a missing column, a line with too few fields, or what `body` throws.
  func forEachRow(
    columns: [String], _ body: (borrowing TableRow) throws(GazetteerError) -> Void
  ) throws(GazetteerError) {
    var failure: GazetteerError?
    bytes.withUnsafeBufferPointer { text in
      do throws(GazetteerError) {
        try scan(text, columns, body)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ columns: [String],
    _ body: (borrowing TableRow) throws(GazetteerError) -> Void
  ) throws(GazetteerError) {
    var line = 1
    var position = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let header = Self.nextLine(text, &position)
    let names = Self.fields(header).map { String(decoding: $0, as: UTF8.self) }
    var places: [Int] = []
    for column in columns {
      guard let place = names.firstIndex(of: column) else {
        throw .malformed(path: path, line: 1, problem: "there is no column '\(column)' in the header")
      }
      places.append(place)
    }
    let needed = (places.max() ?? -1) + 1
    var row = TableRow(path: path, columns: columns)
    while position < text.count {
      line += 1
      let content = Self.nextLine(text, &position)
      if content.isEmpty || content[0] == 0x23 { continue }
      let fields = Self.fields(content)
      guard fields.count >= needed else {
        throw .malformed(
          path: path, line: line, problem: "\(fields.count) fields where \(names.count) are needed")
      }
      row.line = line
      row.fields.removeAll(keepingCapacity: true)
      for place in places { row.fields.append(fields[place]) }
      try body(row)
    }
  }

  private static func nextLine(
    _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> UnsafeBufferPointer<UInt8> {
    let start = position
    while position < text.count, text[position] != 0x0A { position += 1 }
    var end = position
    position += 1
    if end > start, text[end - 1] == 0x0D { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  private static func fields(_ line: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    var fields: [UnsafeBufferPointer<UInt8>] = []
    var start = 0
    for index in 0...line.count where index == line.count || line[index] == 0x09 {
      fields.append(UnsafeBufferPointer(rebasing: line[start..<index]))
      start = index + 1
    }
    return fields
  }
}
