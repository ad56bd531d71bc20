internal import GeoModel

/// A record of JSON Lines whose text is read part by part, since its line is long.
struct LongRecord {
  private let id: String
  private let file: String
  private let line: Int
  /// The members before the text, and what the first of them say.
  private let head: [UInt8]
  private let stated: JSONObject
  private var text = EscapedText()
  private var cutter = PartCutter()
  private var failure: ReadingError?
  private var isDone = false
  private var lateID: String?

  /// `nil` when the text does not begin in what was read of the line, or what stands before it is no JSON.
  ///
  /// - Parameter start: what was read; the text's first byte is at the offset given back.
  static func open(
    _ start: ArraySlice<UInt8>, id: String, file: String, line: Int
  ) -> (record: LongRecord, textStart: Int)? {
    let bytes = Array(start)
    guard let place = textPlace(bytes) else { return nil }
    let head = Array(bytes[..<place.name])
    guard let stated = try? JSONValue(parsing: head + Array(#""text":""}"#.utf8)).object else { return nil }
    return (LongRecord(id: id, file: file, line: line, head: head, stated: stated), place.text)
  }

  private init(id: String, file: String, line: Int, head: [UInt8], stated: JSONObject) {
    self.id = id
    self.file = file
    self.line = line
    self.head = head
    self.stated = stated
  }

  /// Where the member's name begins, and where its value does, behind the quote.
  private static func textPlace(_ bytes: [UInt8]) -> (name: Int, text: Int)? {
    bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, from: 0, to: bytes.count)
      cursor.skipBlanks()
      guard cursor.take(UInt8(ascii: "{")) else { return nil }
      do {
        repeat {
          cursor.skipBlanks()
          let start = cursor.at
          let name = try cursor.string()
          try cursor.colon()
          if cursor.equals(name, "text") {
            return cursor.take(UInt8(ascii: "\"")) ? (start, cursor.at) : nil
          }
          _ = try cursor.value()
          cursor.skipBlanks()
        } while cursor.take(UInt8(ascii: ","))
      } catch {
        return nil
      }
      return nil
    }
  }

  /// The next part; `nil` behind the last one. A failure comes behind it, so that a record begun is ended.
  mutating func next(_ lines: inout LineBytes) throws(ReadingError) -> RawDocument? {
    if isDone {
      guard let failure else { return nil }
      self.failure = nil
      throw failure
    }
    while !text.isAtEnd, !cutter.isReady, failure == nil { try readOn(&lines) }
    // What breaks before the first part is a broken record like any other.
    if !cutter.hasStarted, let failure {
      self.failure = nil
      isDone = true
      throw failure
    }
    var (part, bytes) = cutter.next(
      isAtEnd: text.isAtEnd || failure != nil, isIDLate: Self.id(of: stated) == nil, lateID: lateID,
      language: stated["language"]?.string)
    part.stated = stated
    if !UTF8Check.isValid(bytes) {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
      part = part.asLast
      if !text.isAtEnd, failure == nil { _ = try lines.rest() }
      fail("the text is not UTF-8")
    }
    isDone = part.isLast
    return RawDocument(
      id: Self.id(of: stated) ?? id, file: file, line: line, content: .part(bytes, .jsonLines), part: part)
  }

  private mutating func readOn(_ lines: inout LineBytes) throws(ReadingError) {
    var piece: [UInt8] = []
    do throws(EscapedText.Broken) {
      let used = try text.read(lines.ahead, into: &piece)
      lines.pass(used)
    } catch {
      fail(error.reason)
    }
    cutter.append(piece)
    if failure != nil {
      _ = try lines.rest()
    } else if text.isAtEnd {
      try finish(&lines)
    } else if try !lines.readOn() {
      fail("the text is not closed; a quote should stand at its end")
    }
  }

  /// Reads the members behind the text.
  private mutating func finish(_ lines: inout LineBytes) throws(ReadingError) {
    var rest: [UInt8] = []
    switch try lines.rest() {
    case .bytes(let bytes): rest = bytes
    case nil: break
    case .tooLong, .long: return fail("what stands behind the text is too long")
    }
    let record = head + Array(#""text":"""#.utf8) + rest
    do throws(JSONParseError) {
      guard let object = try JSONValue(parsing: record).object else { return }
      if Self.id(of: stated) == nil { lateID = Self.id(of: object) }
    } catch {
      fail(error.reason)
    }
  }

  private static func id(of object: JSONObject) -> String? {
    guard let value = object["id"] else { return nil }
    return (value.string ?? value.int.map(String.init)).flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func fail(_ reason: String) {
    if failure == nil { failure = ReadingError(.badData, file: file, line: line, "broken JSON: \(reason)") }
  }
}
