import CordonTestSupport
import GeoModel
import Testing

/// A member's string handed over as bytes is what the whole object has for it, and so are its errors.
@Suite struct LiftedTextTests {
  private func lift(
    _ json: String, keeping isKept: @escaping (String) -> Bool = { _ in true }
  ) throws(JSONParseError) -> (object: JSONObject?, text: [UInt8]?) {
    let result: Result<(object: JSONObject?, text: [UInt8]?), JSONParseError> =
      Array(json.utf8).withUnsafeBufferPointer { bytes in
        do throws(JSONParseError) {
          return .success(try JSONObject.parsing(bytes, lifting: "text", keeping: isKept))
        } catch {
          return .failure(error)
        }
      }
    return try result.get()
  }

  @Test func liftsTheStringOfTheOutermostObjectAlone() throws {
    let (object, text) = try lift(#"{"id": "a", "part": {"text": "inner"}, "text": "Zürich \"\n😀", "n": 1}"#)
    #expect(text.map { String(decoding: $0, as: UTF8.self) } == "Zürich \"\n😀")
    #expect(object?.members.map(\.name) == ["id", "part", "n"])
    #expect(object?["part"]?.object?["text"] == "inner")
  }

  @Test(arguments: [#"{"text": 5}"#, #"{"text": ["a"]}"#, #"{"texts": "a"}"#, "{}"])
  func leavesWhatIsNoSuchString(json: String) throws {
    let (object, text) = try lift(json)
    #expect(text == nil)
    #expect(try object == JSONValue(parsing: json).object)
  }

  @Test(arguments: [
    #"{"text": "a", "text": "b"}"#, #"{"text": 1, "text": "b"}"#, #"{"text": "a", "text": 1}"#,
    #"{"text": "a"#,
    #"{"text": "a\ud800"}"#, #"{"text": "a"} b"#, "{\"text\": \"a\u{1}\"}",
  ])
  func refusesWhatTheParserRefuses(json: String) throws {
    let expected = #expect(throws: JSONParseError.self) { _ = try JSONValue(parsing: json) }
    let error = #expect(throws: JSONParseError.self) { _ = try lift(json) }
    #expect(error?.reason == expected?.reason)
    #expect(error?.column == expected?.column)
  }

  @Test func passesOverWhatIsNotWanted() throws {
    let json = #"{"more": [{"a": "\\"}, "b", [1.5e3, null], "é"], "id": "a", "text": "t", "n": -0.5}"#
    let (object, text) = try lift(json) { $0 == "id" }
    #expect(text == Array("t".utf8))
    #expect(object?["id"] == "a")
    #expect(object?["n"] == .null && object?["more"] == .null)
  }

  @Test(arguments: [
    #"{"more": [1, }"#, #"{"more": {"a" 1}}"#, #"{"more": 01}"#, #"{"more": "a\x"}"#, #"{"more": tru}"#,
    #"{"more": "a"#, #"{"more": 1, "more": 2}"#, #"{"more": [1] "id": "a"}"#, "{\"more\": \"\u{1}\"}",
    #"{"more": "# + String(repeating: "[", count: 200) + String(repeating: "]", count: 200) + "}",
  ])
  func refusesWhatIsBrokenThere(json: String) {
    let expected = #expect(throws: JSONParseError.self) { _ = try JSONValue(parsing: json) }
    let error = #expect(throws: JSONParseError.self) { _ = try lift(json) { $0 == "id" } }
    #expect(error?.reason == expected?.reason)
    #expect(error?.column == expected?.column)
  }

  @Test(arguments: [true, false]) func refusesBytesThatAreNotUTF8ThereToo(isKept: Bool) {
    let bytes = Array(#"{"text": "a", "more": ["b"#.utf8) + [0xE2, 0x82] + Array("\"]}".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let error = #expect(throws: JSONParseError.self) {
        _ = try JSONObject.parsing(bytes, lifting: "text", keeping: { _ in isKept })
      }
      #expect(error?.reason == "this string is not UTF-8")
    }
  }

  @Test func refusesBytesThatAreNotUTF8() {
    let bytes = Array(#"{"text": "a"#.utf8) + [0xC3, 0x28] + Array("\"}".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let error = #expect(throws: JSONParseError.self) {
        _ = try JSONObject.parsing(bytes, lifting: "text", keeping: { _ in true })
      }
      #expect(error?.reason == "this string is not UTF-8")
    }
  }

  @Test(arguments: propertySeeds) func agreesWithTheParser(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pool: [Character] = ["a", "é", "Ж", " ", "\"", "\\", "\n", "\u{1}", "😀", "z"]
    for _ in 0..<200 {
      let text = String((0..<random.int(0..<60)).map { _ in pool[random.int(0..<pool.count)] })
      let value = JSONValue.object(["id": "x", "text": .string(text), "more": [1, 2]])
      let (object, lifted) = try lift(String(decoding: value.utf8, as: UTF8.self))
      #expect(lifted == Array(text.utf8), "\(text.debugDescription)")
      #expect(object == ["id": "x", "more": [1, 2]])
    }
  }
}
