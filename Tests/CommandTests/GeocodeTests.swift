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

  /// However many peoples a text names.
  @Test func manyPeoples() throws {
    let peoples =
      "Kenyan, Peruvian, Norwegian, German, French, Italian, Spanish, Polish, Turkish, Chinese and Swedish"
    let run = try Program.run(
      ["geocode", "--format", "jsonl"], input: "The \(peoples) envoys of the club met in Nairobi on Monday.")
    #expect(run.status == 0, "\(run.errors)")
    let line = try JSONDecoder().decode(Line.self, from: Data(run.output.utf8))
    #expect(line.toponyms.last?.geonameid == 184_745)
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

  /// `--spans` answers for the given spans, `--places` and `--country` for what the user says.
  @Test func userKnowledge() throws {
    let folder = try FreshFolder()
    let text = "A blast shook Tripoli on Sunday."
    try folder.write("{\"id\":\"a\",\"text\":\"\(text)\"}\n", to: "in.jsonl")
    try folder.write("{\"id\":\"a\",\"toponyms\":[{\"start\":14,\"end\":21}]}\n", to: "spans.jsonl")
    try folder.write("action\tname\tplace\npin\tTripoli\tgeonames:266826\n", to: "own.tsv")
    func id(_ options: [String]) throws -> Int? {
      let run = try Program.run(
        ["geocode", folder.url.appending(path: "in.jsonl").path, "--format", "jsonl"] + options)
      #expect(run.status == 0, "\(run.errors)")
      let line = try JSONDecoder().decode(Line.self, from: Data(run.output.utf8))
      #expect(line.toponyms.map(\.text) == ["Tripoli"])
      return line.toponyms.first?.geonameid
    }
    #expect(try id([]) == 2_210_247)
    #expect(try id(["--spans", folder.url.appending(path: "spans.jsonl").path]) == 2_210_247)
    #expect(try id(["--places", folder.url.appending(path: "own.tsv").path]) == 266_826)
    #expect(try id(["--country", "LB"]) == 266_826)
    #expect(try id(["--near", "geo:34.4,35.8"]) == 266_826)
  }

  @Test(arguments: [
    (["--country", "XX"], Int32(64), "no country 'XX'"), (["--near", "34,35"], 64, "geo:LATITUDE,LONGITUDE"),
    (["--places", "/nowhere.tsv"], 66, "/nowhere.tsv"),
    (["--spans", "/nowhere.jsonl"], 66, "/nowhere.jsonl"),
  ])
  func clearErrors(options: [String], status: Int32, words: String) throws {
    let run = try Program.run(["geocode", "-"] + options, input: "A blast shook Aden, Yemen.")
    #expect(run.status == status)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  /// "Odessa region" is the region in every spelling; plain Tripoli is the Libyan one.
  @Test(arguments: [
    ("en", "A fire broke out in the Odessa region on Sunday.", "Odesa Oblast"),
    ("ro", "Un incendiu a izbucnit în regiunea Odesa.", "Odesa Oblast"),
    ("uk", "Пожежа сталася в селі. Одеська область відновлює мережі.", "Odesa Oblast"),
    ("en", "A fire broke out in the Clifton district of Karachi.", "Clifton, Karachi"),
    ("en", "Iraq and Iran signed a pact. Officials flew to Damascus on Monday.", "Damascus"),
  ])
  func regionsAndQuarters(language: String, text: String, name: String) throws {
    let record = try JSONSerialization.data(withJSONObject: ["id": "x", "text": text, "language": language])
    let run = try Program.run(
      ["geocode", "--format", "jsonl"], input: String(decoding: record, as: UTF8.self) + "\n")
    #expect(run.output.contains("\"name\":\"\(name)\""), "\(run.output)")
    #expect(!run.output.contains("\"country\":\"US\""), "\(run.output)")
  }
}
