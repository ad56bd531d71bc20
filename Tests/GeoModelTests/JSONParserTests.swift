import CordonTestSupport
import GeoModel
import Testing

@Suite struct JSONParserTests {
  static let readable: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true\n", true), ("false", false), ("0", 0), ("-12", -12),
    ("1.0", .double(1)),
    ("-0", .double(-0.0)), ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
    ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1e3", .double(1000)),
    ("12E-2", .double(0.12)),
    ("0.1", .double(0.1)), ("2.2250738585072014e-308", .double(2.2250738585072014e-308)),
    ("123456789012345678901234567890", .double(123_456_789_012_345_677_877_719_597_056)),
    ("0.000000000000000000000000000001", .double(1e-30)), ("179.99999999999997", .double(179.99999999999997)),
    (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
    (#""\u041a\u0438\u0457\u0432 \ud83d\ude80 Київ""#, .string("Київ 🚀 Київ")), ("[]", []), ("{}", [:]),
    ("[1,[2.5],{\"a\":null}]", [1, [2.5], ["a": nil]]), ("\u{FEFF}{\"b\":1,\"a\":2}", ["b": 1, "a": 2]),
  ]

  @Test(arguments: readable)
  func reads(_ text: String, _ expected: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == expected)
  }

  @Test(arguments: [
    ("", 1, 1), ("{", 1, 1), ("[1,", 1, 4), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6), ("{\"a\":1,}", 1, 8),
    ("[1,\n 2,\n x]", 3, 2), ("01", 1, 1), ("1.", 1, 3), (".5", 1, 1), ("1e", 1, 3), ("-", 1, 2),
    ("+1", 1, 1),
    ("1e999", 1, 1), ("NaN", 1, 1), ("nul", 1, 1), ("[1]]", 1, 4), ("\"a", 1, 1), ("\"\\x\"", 1, 2),
    ("\"\\ud800\"", 1, 2), ("\"\\u12g4\"", 1, 6), ("\"a\u{1}\"", 1, 3), ("{\"ї\":1,\"ї\":2}", 1, 8),
    ("{a:1}", 1, 2), ("[\"Київ\" 1]", 1, 9), ("'a'", 1, 1),
  ])
  func refuses(_ text: String, _ line: Int, _ column: Int) {
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text) }
    #expect(error?.line == line)
    #expect(error?.column == column, "\(error.map(\.description) ?? "")")
  }

  @Test func refusesInvalidUTF8() {
    for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22]]
      as [[UInt8]]
    {
      #expect(throws: JSONParseError.self) { try JSONValue(parsing: bytes) }
    }
  }

  @Test func findsARepeatedNameAmongMany() {
    let members = (0..<40).map { "\"m\($0)\":1" } + ["\"m3\":2"]
    let error = #expect(throws: JSONParseError.self) {
      try JSONValue(parsing: "{" + members.joined(separator: ",") + "}")
    }
    #expect(error?.reason.contains("\"m3\"") == true)
  }

  @Test func nestingHasALimit() throws {
    let deep = String(repeating: "[", count: 129) + String(repeating: "]", count: 129)
    #expect(throws: JSONParseError.self) { try JSONValue(parsing: deep) }
    #expect(throws: Never.self) { try JSONValue(parsing: deep, depthLimit: 129) }
  }

  @Test(arguments: propertySeeds) func readsWhatItWrites(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.json(depth: 4)
      #expect(try JSONValue(parsing: value.utf8) == value)
      var writer = JSONWriter()
      writer.append(indented: value)
      #expect(try JSONValue(parsing: writer.finish()) == value)
    }
  }

  @Test(arguments: propertySeeds) func cutTextNeverReads(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = JSONValue.object(["a": random.json(depth: 4), "b": random.json(depth: 4)]).utf8
    for end in 0..<bytes.count {
      #expect(throws: JSONParseError.self, "cut after \(end)") { try JSONValue(parsing: bytes[..<end]) }
    }
  }
}

extension SplitMix64 {
  mutating func json(depth: Int) -> JSONValue {
    switch int(0..<(depth > 0 ? 8 : 6)) {
    case 0: return .null
    case 1: return .bool(int(0..<2) == 0)
    case 2: return .int(Int(truncatingIfNeeded: next()) >> int(0..<64))
    case 3:
      let value = Double(bitPattern: next())
      return .double(value.isFinite ? value : 0.5)
    case 4: return .double((double(-180...180) * 1e7).rounded() / 1e7)
    case 5: return .string(text())
    case 6: return .array((0..<int(0..<5)).map { _ in json(depth: depth - 1) })
    default: return .object(JSONObject((0..<int(0..<5)).map { _ in (text(), json(depth: depth - 1)) }))
    }
  }

  mutating func text() -> String {
    let scalars: [Unicode.Scalar] = ["a", "Z", "\"", "\\", "\n", "\u{1}", "/", "ї", "ə", "😀", "\u{301}", " "]
    return String(String.UnicodeScalarView((0..<int(0..<9)).map { _ in scalars[int(0..<scalars.count)] }))
  }
}
