import GeoModel
import Testing

@Suite struct JSONWriterTests {
  func text(_ value: JSONValue) -> String { String(decoding: value.utf8, as: UTF8.self) }

  @Test func writesTheSameBytes() {
    let value: JSONValue = [
      "id": "a\"\\\n\u{1}ї", "n": nil, "yes": true, "int": -42, "real": 1.0, "tenth": 0.1,
      "list": [1, [], [:]],
    ]
    #expect(
      text(value)
        == #"{"id":"a\"\\\n\u0001ї","n":null,"yes":true,"int":-42,"real":1.0,"tenth":0.1,"list":[1,[],{}]}"#)
  }

  @Test func neverWritesWhatJSONHasNot() {
    #expect(text([.double(.nan), .double(.infinity), .double(-.infinity)]) == "[null,null,null]")
  }

  @Test func extremesOfIntegers() {
    #expect(text([.int(.min), .int(.max), 0, 9, 10]) == "[-9223372036854775808,9223372036854775807,0,9,10]")
  }

  @Test func rounds() {
    #expect(text(.decimal(12.345678, places: 2)) == "12.35")
    #expect(text(.decimal(-7.0000001, places: 3)) == "-7.0")
    #expect(text(.decimal(1e300, places: 3)) == "1e+300")
    #expect(text(.decimal(.nan, places: 1)) == "null")
  }

  @Test func indents() {
    var writer = JSONWriter()
    writer.append(indented: ["a": [1, 2], "b": [["c": nil]], "d": [:]])
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        {
          "a": [1, 2],
          "b": [
            {
              "c": null
            }
          ],
          "d": {}
        }
        """)
  }

  @Test func objectKeepsOrderAndReplaces() {
    var object: JSONObject = ["b": 1, "a": 2]
    object["b"] = 3
    object["c"] = 4
    object["a"] = nil
    #expect(text(.object(object)) == #"{"b":3,"c":4}"#)
    #expect(object["a"] == nil && object.count == 2)
  }
}
