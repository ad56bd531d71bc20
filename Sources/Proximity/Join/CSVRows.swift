internal import GeoModel

/// Makes rows with positions of comma-separated text.
package struct CSVRows: Sendable {
  let columns: [String]
  let delimiter: UInt8
  let latitude, longitude: Int
  let id: Int?

  /// - Throws: ``JoinInputError`` when there are no columns for a position.
  init(header: CSVBlocks.Block, path: String) throws(JoinInputError) {
    let delimiter = Self.delimiter(of: header.bytes)
    self.delimiter = delimiter
    let columns = header.bytes.withUnsafeBufferPointer { bytes in
      var spans: [Range<Int>] = []
      var at = 0
      _ = Self.nextRecord(bytes, &at, delimiter, &spans)
      return spans.map { String(decoding: Self.content(bytes, $0), as: UTF8.self) }
    }
    func find(_ names: [String], _ what: String) throws(JoinInputError) -> Int {
      if let index = ColumnNames.index(of: names, in: columns) { return index }
      throw JoinInputError(
        kind: .malformed, path: path,
        reason: "line 1 names no column for the \(what) (\(names.prefix(4).joined(separator: ", "))); "
          + "it has \(columns.prefix(12).joined(separator: ", "))")
    }
    let latitude = try find(ColumnNames.latitude, "latitude")
    let longitude = try find(ColumnNames.longitude, "longitude")
    self.columns = columns
    self.latitude = latitude
    self.longitude = longitude
    id = ColumnNames.index(of: ColumnNames.id, in: columns)
  }

  /// Of the usual ones the one that the first line has most of.
  private static func delimiter(of header: [UInt8]) -> UInt8 {
    let usual = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    let counts = usual.map { candidate in header.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return usual[counts.firstIndex(of: most) ?? 0]
  }

  /// - Parameter names: what the columns are called in the output.
  func rows(_ block: CSVBlocks.Block, form: RowForm, names: [String]) -> PointRows {
    var rows = PointRows()
    let isVerbatim = form == .none || (form == .csv && delimiter == UInt8(ascii: ","))
    if isVerbatim, let ends = block.ends {
      take(block, ends, form, &rows)
      rows.bytes = block.bytes
      return rows
    }
    var text = JSONWriter()
    block.bytes.withUnsafeBufferPointer { bytes in
      let expected = bytes.count / 100
      rows.positions.reserveCapacity(expected)
      rows.ids.reserveCapacity(expected)
      rows.numbers.reserveCapacity(expected)
      var spans: [Range<Int>] = []
      spans.reserveCapacity(columns.count + 8)
      var at = 0
      var line = block.firstLine
      while at < bytes.count {
        let start = at
        let lines = Self.nextRecord(bytes, &at, delimiter, &spans)
        defer { line += lines.count }
        if spans.count == 1, spans[0].isEmpty { continue }
        guard let position = position(bytes, spans, lines, line, &rows) else { continue }
        rows.positions.append(position)
        rows.numbers.append(line)
        if isVerbatim {
          rows.ids.append(id.map { spans[$0] } ?? 0..<0)
          if form == .csv { rows.records.append(start..<lines.end) }
        } else {
          rewrite(bytes, spans, form, names, &text, &rows)
        }
      }
    }
    rows.bytes = isVerbatim ? block.bytes : text.finish()
    return rows
  }

  func position(
    _ bytes: UnsafeBufferPointer<UInt8>, _ spans: [Range<Int>], _ lines: Record, _ line: Int,
    _ rows: inout PointRows
  ) -> Coordinate? {
    func refuse(_ reason: String) -> Coordinate? {
      rows.problems.append(RowProblem(place: "line \(line)", reason: reason))
      return nil
    }
    if lines.isBroken { return refuse("something stands behind a closing quote, or a quote is not closed") }
    guard spans.count == columns.count else {
      return refuse("it has \(spans.count) fields, and the first line \(columns.count)")
    }
    let y = Self.content(bytes, spans[latitude])
    let x = Self.content(bytes, spans[longitude])
    guard let lat = DecimalNumber.parse(y), let lon = DecimalNumber.parse(x) else {
      if y.isEmpty || x.isEmpty { return refuse("it has no position") }
      let (wrong, what) = DecimalNumber.parse(y) == nil ? (y, "latitude") : (x, "longitude")
      return refuse("the \(what) \"\(String(decoding: wrong.prefix(40), as: UTF8.self))\" is not a number")
    }
    guard let position = Coordinate(wrapping: lon, latitude: lat) else {
      return refuse(
        abs(lat) > 90
          ? "the latitude \(lat) is not in -90 ... 90" : "the longitude \(lon) is not in -180 ... 180")
    }
    return position
  }

  private func rewrite(
    _ bytes: UnsafeBufferPointer<UInt8>, _ spans: [Range<Int>], _ form: RowForm, _ names: [String],
    _ text: inout JSONWriter, _ rows: inout PointRows
  ) {
    func field(_ span: Range<Int>) -> [UInt8] {
      let isQuoted = bytes[span].first == UInt8(ascii: "\"")
      let content = Self.content(bytes, span)
      return isQuoted ? unquoted(content) : Array(content)
    }
    let idStart = text.count
    if let id { text.append(csvField: field(spans[id])) }
    rows.ids.append(idStart..<text.count)
    let start = text.count
    for (i, span) in spans.enumerated() {
      if i > 0 { text.append(byte: UInt8(ascii: ",")) }
      if form == .csv {
        text.append(csvField: field(span))
      } else {
        text.append(names[i])
        text.append(byte: UInt8(ascii: ":"))
        text.append(typed: field(span))
      }
    }
    rows.records.append(start..<text.count)
  }
}

extension CSVRows {
  struct Record {
    /// How many lines it takes.
    var count = 1
    /// Where its text ends, without the line end.
    var end = 0
    var isBroken = false
  }

  /// The fields of the record at `at`, which moves on to the next; quotes stay.
  @inline(__always)
  static func nextRecord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ delimiter: UInt8, _ spans: inout [Range<Int>]
  ) -> Record {
    spans.removeAll(keepingCapacity: true)
    var record = Record()
    let end = bytes.count
    while true {
      let start = at
      if at < end, bytes[at] == UInt8(ascii: "\"") {
        at += 1
        while at < end {
          if bytes[at] == UInt8(ascii: "\"") {
            at += 1
            if at == end || bytes[at] != UInt8(ascii: "\"") { break }
          } else if bytes[at] == 0x0A {
            record.count += 1
          }
          at += 1
        }
        if bytes[at - 1] != UInt8(ascii: "\"") || at - start < 2 { record.isBroken = true }
        if at < end, bytes[at] != delimiter, bytes[at] != 0x0A, bytes[at] != 0x0D { record.isBroken = true }
      }
      skip(bytes, &at, delimiter)
      if at < end, bytes[at] == delimiter {
        spans.append(start..<at)
        at += 1
        continue
      }
      record.end = at > start && bytes[at - 1] == 0x0D ? at - 1 : at
      spans.append(start..<record.end)
      at += 1
      return record
    }
  }

  /// Moves on to the next delimiter or line end, eight bytes at a time.
  @inline(__always)
  private static func skip(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ delimiter: UInt8) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let delimiters = ones &* UInt64(delimiter)
    let lineEnds = ones &* 0x0A
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let (a, b) = (word ^ delimiters, word ^ lineEnds)
      // The lowest bit set is that of the first byte that is zero; higher ones may be wrong.
      let found = (((a &- ones) & ~a) | ((b &- ones) & ~b)) & (ones &* 0x80)
      if found != 0 {
        at += found.trailingZeroBitCount / 8
        return
      }
      at += 8
    }
    while at < bytes.count, bytes[at] != delimiter, bytes[at] != 0x0A { at += 1 }
  }

  /// A field without its quotes and the blanks round it; doubled quotes stay doubled.
  @inline(__always)
  static func content(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    var (from, to) = (span.lowerBound, span.upperBound)
    if to - from >= 2, bytes[from] == UInt8(ascii: "\""), bytes[to - 1] == UInt8(ascii: "\"") {
      from += 1
      to -= 1
    }
    while from < to, bytes[from] == 0x20 { from += 1 }
    while from < to, bytes[to - 1] == 0x20 { to -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[from..<to])
  }

  private func unquoted(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isSecond = false
    for byte in content {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { result.append(byte) }
    }
    return result
  }
}
