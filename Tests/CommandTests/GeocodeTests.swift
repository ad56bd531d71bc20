import Foundation
import Testing

struct GeocodeTests {
  private struct Line: Decodable {
    struct Toponym: Decodable {
      let start: Int
      let end: Int
      let text: String
      let lat: Double?
      let lon: Double?
      let geonameid: Int?
    }

    let id: String
    let toponyms: [Toponym]
  }

  /// Offsets count scalars: of one in four bytes, of a letter and its accent, of what JSON escapes.
  @Test func offsetsCountScalars() throws {
    let text = "🔥 Le cafe\u{301} de Łódź, Poland: \"Oslo\" awaits."
    let record = try JSONSerialization.data(withJSONObject: ["id": "x/1", "text": text])
    let run = try Program.run(
      ["geocode", "--format", "jsonl"], input: String(decoding: record, as: UTF8.self) + "\n")
    #expect(run.status == 0, "\(run.errors)")
    let line = try JSONDecoder().decode(Line.self, from: Data(run.output.utf8))
    #expect(line.id == "x/1")
    let scalars = Array(text.unicodeScalars)
    for toponym in line.toponyms {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[toponym.start..<toponym.end])
      #expect(String(words) == toponym.text)
    }
    #expect(line.toponyms.map(\.text).contains("Łódź"))
    #expect(line.toponyms.first { $0.text == "Łódź" }?.geonameid == 3_093_133)
  }

  @Test(arguments: ["table", "json", "jsonl", "geojson"])
  func eachFormatIsTheSameTwice(format: String) throws {
    let input = "Crews from Oslo and Lima, Peru, met Norwegian officials in Nairobi, Kenya."
    let first = try Program.run(["geocode", "-", "--format", format, "--explain"], input: input)
    let second = try Program.run(["geocode", "-", "--format", format, "--explain"], input: input)
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(first.output.contains("Nairobi"))
    #expect(!first.output.contains("Norwegian"))
    if format != "table", format != "jsonl" {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(first.output.utf8)) }
    }
    let demonyms = try Program.run(["geocode", "-", "--format", format, "--demonyms"], input: input)
    #expect(demonyms.output.contains("Norwegian"))
  }
}
