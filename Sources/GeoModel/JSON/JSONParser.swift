extension JSONValue {
  /// How deep arrays and objects may be nested unless the caller says otherwise.
  public static let defaultDepthLimit = 128

  /// Reads one JSON text (RFC 8259) in UTF-8, strictly.
  ///
  /// Refused besides what the grammar refuses: text after the value, invalid UTF-8, an unpaired surrogate
  /// escape, a member name that occurs twice in one object, a number beyond the range of a double. A byte order
  /// mark at the start is skipped. Integers beyond 64 bits become `double`, and so does `-0`.
  ///
  /// - Parameter depthLimit: how many arrays and objects may be inside each other.
  public init(
    parsing bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int = JSONValue.defaultDepthLimit
  ) throws(JSONParseError) {
    var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
    self = try parser.text()
  }

  public init(
    parsing bytes: some Collection<UInt8>, depthLimit: Int = JSONValue.defaultDepthLimit
  ) throws(JSONParseError) {
    func read(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONParseError> {
      do throws(JSONParseError) {
        return .success(try JSONValue(parsing: buffer, depthLimit: depthLimit))
      } catch {
        return .failure(error)
      }
    }
    let result = bytes.withContiguousStorageIfAvailable(read) ?? Array(bytes).withUnsafeBufferPointer(read)
    self = try result.get()
  }

  public init(
    parsing text: String, depthLimit: Int = JSONValue.defaultDepthLimit
  ) throws(JSONParseError) {
    try self.init(parsing: text.utf8, depthLimit: depthLimit)
  }
}

extension JSONObject {
  /// Reads one JSON object as `JSONValue.init(parsing:)` does, and hands the string of one of its members over as
  /// UTF-8 bytes instead of among its members: a long text is wanted as bytes.
  ///
  /// - Parameter isKept: tells by its name whether a member is wanted. The others are passed over; a name that occurs
  ///   twice inside them, and half a surrogate pair, is not refused.
  /// - Returns: `object` is `nil` for a JSON text that is no object, `text` when the object has no such string.
  package static func parsing(
    _ bytes: UnsafeBufferPointer<UInt8>, lifting name: StaticString,
    keeping isKept: @escaping (String) -> Bool
  ) throws(JSONParseError) -> (object: JSONObject?, text: [UInt8]?) {
    var parser = JSONParser(
      bytes: bytes, depthLimit: JSONValue.defaultDepthLimit, lifting: name, keeping: isKept)
    let value = try parser.text()
    return (value.object, parser.lifted)
  }
}

/// A cursor over the bytes of one JSON text.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let depthLimit: Int
  /// The member of the outermost object whose string is kept in `lifted`.
  let liftedName: StaticString?
  var lifted: [UInt8]?
  /// Which members of the outermost object are wanted.
  let isKept: (String) -> Bool
  var at = 0

  init(
    bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int, lifting name: StaticString? = nil,
    keeping isKept: @escaping (String) -> Bool = { _ in true }
  ) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    liftedName = name
    self.isKept = isKept
  }

  mutating func text() throws(JSONParseError) -> JSONValue {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
    let result = try value(depth: 0)
    skipBlanks()
    if at < bytes.count { throw error("nothing may follow the value") }
    return result
  }

  func error(_ reason: String, at place: Int? = nil) -> JSONParseError {
    JSONParseError(reason, at: min(place ?? at, bytes.count), in: bytes)
  }

  mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONParseError) -> JSONValue {
    skipBlanks()
    guard at < bytes.count else { throw error("the text ends where a value should be") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw error("\(found()) cannot start a value")
    }
  }

  /// What stands at the cursor, for messages.
  func found() -> String {
    guard at < bytes.count else { return "the end of the text" }
    let byte = bytes[at]
    return (0x21...0x7E).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONParseError) -> JSONValue {
    let count = word.utf8CodeUnitCount
    for i in 0..<count where at + i >= bytes.count || bytes[at + i] != word.utf8Start[i] {
      throw error("only true, false, null, a number, a string, an array or an object can stand here")
    }
    at += count
    return value
  }

  private mutating func enter(_ depth: Int) throws(JSONParseError) {
    if depth > depthLimit { throw error("arrays and objects are nested deeper than \(depthLimit)") }
    at += 1
    skipBlanks()
  }

  private mutating func array(depth: Int) throws(JSONParseError) -> JSONValue {
    let start = at
    try enter(depth)
    var elements: [JSONValue] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") {
      at += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth))
      skipBlanks()
      guard at < bytes.count else { throw error("this array is not closed with ]", at: start) }
      switch bytes[at] {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        at += 1
        return .array(elements)
      default: throw error("a comma or ] should stand here, not \(found())")
      }
    }
  }

  private func isLifted(_ name: String) -> Bool {
    liftedName.map { $0.utf8CodeUnitCount == name.utf8.count && name == "\($0)" } ?? false
  }

  private mutating func object(depth: Int) throws(JSONParseError) -> JSONValue {
    let start = at
    try enter(depth)
    var members: [JSONObject.Member] = []
    // Only made for large objects; comparing with the few names of a small one is faster.
    var names: Set<String> = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "}") {
      at += 1
      return .object(JSONObject())
    }
    while true {
      skipBlanks()
      guard at < bytes.count else { throw error("this object is not closed with }", at: start) }
      guard bytes[at] == UInt8(ascii: "\"") else {
        throw error("a member name in double quotes should stand here, not \(found())")
      }
      let nameStart = at
      let name = try string()
      if members.count == 16 { names = Set(members.map(\.name)) }
      let isLifted = depth == 1 && isLifted(name)
      let isKnown =
        members.count < 16 ? members.contains { $0.name == name } : !names.insert(name).inserted
      let isRepeated = isKnown || isLifted && lifted != nil
      if isRepeated { throw error("the member \"\(name)\" occurs twice", at: nameStart) }
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
        throw error("a colon should follow the member name, not \(found())")
      }
      at += 1
      skipBlanks()
      if isLifted, at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        lifted = try stringBytes()
      } else if depth == 1, !isKept(name), passOver(depth) {
        // Kept by its name alone, so that it may not come again.
        members.append(JSONObject.Member(name: name, value: .null))
      } else {
        members.append(JSONObject.Member(name: name, value: try value(depth: depth)))
      }
      skipBlanks()
      guard at < bytes.count else { throw error("this object is not closed with }", at: start) }
      switch bytes[at] {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"):
        at += 1
        return .object(JSONObject(distinct: members))
      default: throw error("a comma or } should stand here, not \(found())")
      }
    }
  }

  /// Moves behind a value without making anything of it; stays where it is when something is wrong with the value.
  private mutating func passOver(_ depth: Int) -> Bool {
    var cursor = JSONCursor(bytes, from: at, to: bytes.count)
    guard (try? cursor.value(depth: depth)) != nil,
      UTF8Check.isValid(UnsafeBufferPointer(rebasing: bytes[at..<cursor.at]))
    else { return false }
    at = cursor.at
    return true
  }
}
