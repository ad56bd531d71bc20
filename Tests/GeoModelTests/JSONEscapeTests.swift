import CordonTestSupport
import GeoModel
import Testing

@Suite struct JSONEscapeTests {
  /// Eight bytes are looked at together; what is written is what each of them alone asks for.
  @Test(arguments: 0..<20) func everyByteIsEscapedAsItAsks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let plain = ["a", "Z", "~", " ", "!", "#", "[", "]", "\u{7F}", "é", "Ж", "€", "😀"]
    let special = ["\"", "\\", "\n", "\u{1F}", "\0"]
    for length in 0..<60 {
      // Mostly what needs nothing, so that whole words do.
      let text = (0..<length).map { _ in
        random.int(0..<8) == 0 ? special[random.int(0..<5)] : plain[random.int(0..<13)]
      }.joined()
      var expected = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": expected += "\\\""
        case "\\": expected += "\\\\"
        case "\n": expected += "\\n"
        case "\u{1F}": expected += "\\u001f"
        case "\0": expected += "\\u0000"
        default: expected.unicodeScalars.append(scalar)
        }
      }
      #expect(String(decoding: JSONValue.string(text).utf8, as: UTF8.self) == expected + "\"")
    }
  }
}
