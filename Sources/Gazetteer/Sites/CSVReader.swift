/// Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, doubled quotes and line
/// breaks; lines end in LF or CRLF; a byte order mark is passed over.
package struct CSVReader {
  package struct Row {
    /// The line on which the row begins, from 1.
    package let line: Int
    /// The fields, or what is wrong with the row.
    package let fields: Result<[String], RowError>
  }

  package struct RowError: Error {
    package let problem: String
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var line = 1
  /// Fields of the widest row so far.
  private var width = 0

  package init(_ bytes: [UInt8], separator: UInt8 = 0x2C) {
    self.bytes = bytes
    self.separator = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next row that is not empty; `nil` at the end.
  ///
  /// A row whose quote is never closed ends with its first line, so that one slip does not swallow the file.
  package mutating func next() -> Row? {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { skipLineBreak() }
    guard position < bytes.count else { return nil }
    let (startLine, startPosition) = (line, position)
    do throws(RowError) {
      return Row(line: startLine, fields: .success(try fields()))
    } catch {
      (line, position) = (startLine, startPosition)
      skipLine()
      return Row(line: startLine, fields: .failure(error))
    }
  }

  private mutating func fields() throws(RowError) -> [String] {
    var fields: [String] = []
    fields.reserveCapacity(width)
    defer { width = max(width, fields.count) }
    while true {
      fields.append(try field(fields.count + 1))
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    if position < bytes.count { skipLineBreak() }
    return fields
  }

  private mutating func field(_ number: Int) throws(RowError) -> String {
    if position < bytes.count, bytes[position] == 0x22 { return try quoted(number) }
    let start = position
    while position < bytes.count, !endsField(bytes[position]) {
      if bytes[position] == 0x22 {
        throw RowError(problem: "a quote inside field \(number), which does not begin with one")
      }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quoted(_ number: Int) throws(RowError) -> String {
    var content: ArraySlice<UInt8> = []
    position += 1
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A { line += 1 }
      guard byte == 0x22 else { continue }
      if position < bytes.count, bytes[position] == 0x22 {
        // Of two quotes the first belongs to the text.
        content += bytes[start..<position]
        position += 1
        start = position
      } else {
        content = content.isEmpty ? bytes[start..<(position - 1)] : content + bytes[start..<(position - 1)]
        guard position == bytes.count || endsField(bytes[position]) else {
          throw RowError(problem: "text behind the closing quote of field \(number)")
        }
        return String(decoding: content, as: UTF8.self)
      }
    }
    throw RowError(problem: "the quote that opens field \(number) is never closed")
  }

  private func endsField(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    if position < bytes.count { skipLineBreak() }
  }

  private mutating func skipLineBreak() {
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    line += 1
  }
}
