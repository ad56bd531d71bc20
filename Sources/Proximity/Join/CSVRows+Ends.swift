internal import GeoModel

extension CSVRows {
  /// The rows of text whose fields were found already, as they stand in it.
  func take(_ block: CSVBlocks.Block, _ ends: FieldEnds, _ form: RowForm, _ rows: inout PointRows) {
    let count = ends.records.count
    let width = columns.count
    rows.positions.reserveCapacity(count)
    rows.ids.reserveCapacity(count)
    rows.numbers.reserveCapacity(count)
    if form == .csv { rows.records.reserveCapacity(count) }
    var spans: [Range<Int>] = []
    block.bytes.withUnsafeBufferPointer { bytes in
      ends.fields.withUnsafeBufferPointer { fields in
        ends.records.withUnsafeBufferPointer { records in
          guard let base = bytes.baseAddress else { return }
          var start = 0
          var line = block.firstLine
          var first = 0
          for record in 0..<count {
            let end = Int(records[record])
            var lines = Record(end: end)
            if ends.holdsLineEnds { lines.count = 1 + bytes[start..<end].count { $0 == 0x0A } }
            defer {
              start = end + 1
              line += lines.count
            }
            let last = first + width - 1
            guard last < fields.count, fields[last] == records[record] else {
              // It has more fields than there are columns, or fewer.
              spans.removeAll(keepingCapacity: true)
              var from = start
              repeat {
                let to = Int(fields[first])
                spans.append(from..<to)
                from = to + 1
                first += 1
              } while from <= end
              if spans.count == 1, withoutReturn(bytes, spans[0]).isEmpty { continue }
              _ = position(bytes, spans, lines, line, &rows)
              continue
            }
            defer { first = last + 1 }
            func span(_ column: Int) -> Range<Int> {
              let from = column == 0 ? start : Int(fields[first + column - 1]) + 1
              let to = Int(fields[first + column])
              return column == width - 1 ? withoutReturn(bytes, from..<to) : from..<to
            }
            let (y, x) = (span(latitude), span(longitude))
            let position: Coordinate
            if let lat = DecimalNumber.parse(base, from: y.lowerBound, to: y.upperBound),
              let lon = DecimalNumber.parse(base, from: x.lowerBound, to: x.upperBound),
              let usual = Coordinate(longitude: lon, latitude: lat)
            {
              position = usual
            } else {
              guard let unusual = self.position(bytes, columns.indices.map(span), lines, line, &rows) else {
                continue
              }
              position = unusual
            }
            rows.positions.append(position)
            rows.numbers.append(line)
            rows.ids.append(id.map(span) ?? 0..<0)
            if form == .csv { rows.records.append(start..<withoutReturn(bytes, start..<end).upperBound) }
          }
        }
      }
    }
  }

  /// A span at the end of a line that may end with a carriage return.
  @inline(__always)
  private func withoutReturn(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Range<Int>) -> Range<Int> {
    guard !span.isEmpty, bytes[span.upperBound - 1] == 0x0D else { return span }
    return span.lowerBound..<(span.upperBound - 1)
  }
}
