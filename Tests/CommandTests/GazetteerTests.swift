import Foundation
import Testing

struct GazetteerTests {
  @Test func theBareNameIsTheFirstOneShown() throws {
    let look = try Program.run(["gazetteer", "look", "Paris", "--format", "jsonl", "--limit", "2"])
    #expect(look.status == 0)
    #expect(look.outputLines.first?.contains("\"full_name\":\"Paris, Île-de-France, France\"") == true)
    #expect(look.outputLines.count == 2)
  }

  @Test func aParentPicksAmongNamesakes() throws {
    let look = try Program.run(["gazetteer", "look", "Paris, Texas", "--format", "jsonl"])
    #expect(look.outputLines.allSatisfy { $0.contains("\"admin1\":\"TX\"") })
    #expect(!look.outputLines.isEmpty)
  }

  @Test func nothingFoundIsNoError() throws {
    let look = try Program.run(["gazetteer", "look", "Xyzzyplugh", "--format", "table"])
    #expect(look.status == 0)
    #expect(look.output.isEmpty)
    #expect(look.errorLines.count == 1)
  }

  @Test func theIndexIsWhole() throws {
    let run = try Program.run(["gazetteer", "info", "--verify", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let info = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let places = try #require(info?["places"] as? [String: Int])
    #expect(places["settlement"] == 234_908)
  }
}
