import Foundation
import Testing

/// `near` on the case of the sample reports, which is mapped once.
struct NearTests {
  private struct Hit: Decodable {
    let id: String
    let dateFrom: String
    let kind: String
    let distanceM: Double
    let nearestM: Double
    let farthestM: Double
    let within: String
    let chance: Double
  }

  private struct SampleCase {
    let folder: FreshFolder

    init() throws {
      folder = try FreshFolder()
      let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "seeds")
      let run = try Program.run(["map", seeds.path, "--out", "case"], in: folder.url)
      try #require(run.status == 0, "\(run.errors)")
    }
  }

  private static let sample = Result { try SampleCase() }

  private func near(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["near"] + arguments + ["--case", "case"], in: Self.sample.get().folder.url)
  }

  private func hits(_ arguments: String...) throws -> [Hit] {
    let run = try Program.run(
      ["near"] + arguments + ["--case", "case", "--format", "json"], in: Self.sample.get().folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Hit].self, from: Data(run.output.utf8))
  }

  @Test func theStrikesNearTheEmbassyAndNoOthers() throws {
    let found = try hits("Embassy of Azerbaijan in Kyiv", "--within", "500m")
    #expect(found.map(\.dateFrom).sorted() == ["2024-01-02", "2025-08-28", "2025-11-14"])
    for hit in found {
      #expect(hit.nearestM <= hit.distanceM && hit.distanceM <= hit.farthestM)
      #expect(hit.nearestM <= 500)
      #expect((0...1).contains(hit.chance))
    }
    #expect(found.map(\.distanceM) == found.map(\.distanceM).sorted())
  }

  @Test func daysAndKindsNarrowTheList() throws {
    let since = try hits("az-emb-kyiv", "--within", "500m", "--since", "2025-08-28")
    #expect(since.map(\.dateFrom).sorted() == ["2025-08-28", "2025-11-14"])
    let until = try hits("az-emb-kyiv", "--within", "500m", "--until", "2025-08-27")
    #expect(until.map(\.dateFrom) == ["2024-01-02"])
    let kind = try hits("az-emb-kyiv", "--within", "1000km", "--kind", "drone-attack")
    #expect(!kind.isEmpty && kind.allSatisfy { $0.kind == "drone_attack" })
  }

  @Test(arguments: ["table", "json", "jsonl", "csv", "geojson"])
  func everyFormatNamesEveryHit(format: String) throws {
    let run = try near("az-emb-kyiv", "--within", "500m", "--format", format)
    for hit in try hits("az-emb-kyiv", "--within", "500m") { #expect(run.output.contains(hit.id)) }
  }

  @Test func nothingFoundIsNoError() throws {
    let run = try near("geo:0,0", "--within", "5km")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    let json = try near("geo:0,0", "--within", "5km", "--format", "json")
    #expect(json.output == "[]\n")
  }

  @Test func mistakesAreTold() throws {
    #expect(try near("az-emb-kyiv", "--within", "500").status == 0)
    #expect(try near("az-emb-kyiv", "--within", "close").status == 64)
    #expect(try near("az-emb-kyiv", "--within", "1km", "--since", "14.11.2025").status == 64)
    #expect(
      try near("az-emb-kyiv", "--within", "1km", "--since", "2025-02-01", "--until", "2025-01-01").status
        == 64)
    #expect(try near("az-emb-kyiv", "--within", "1km", "--kind", "earthquake").status == 64)
    #expect(try near("Embassy of Nowhere in Atlantis", "--within", "1km").status == 66)
    let noCase = try Program.run(["near", "geo:50,30", "--within", "1km", "--case", "/"])
    #expect(noCase.status == 66)
    #expect(noCase.errors.contains("there is no case here"))
  }

  @Test func aDamagedCaseIsTold() throws {
    let folder = try FreshFolder()
    try folder.write("[{\"id\": 7}]", to: "case/incidents.json")
    let run = try Program.run(["near", "geo:50,30", "--within", "1km", "--case", "case"], in: folder.url)
    #expect(run.status == 65)
    #expect(run.errorLines.count == 1)
  }

  // MARK: Show

  private func show(_ id: String) throws -> Program.Outcome {
    try Program.run(["show", id, "--case", "case"], in: Self.sample.get().folder.url)
  }

  @Test func showWalksBackToTheSentences() throws {
    let run = try show("2024-01-02")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("2024-01-02-kyiv-embassy-of-azerbaijan-missile-strike\n"))
    #expect(run.output.contains("about 35 steps"))
    #expect(run.output.contains("account of 003_8bbf6f9962cc8bdd.txt"))
    #expect(run.output.contains("(002_08fa226afe8f6cb6.txt 875–"))
  }

  @Test func showAsksForMoreOfAnAmbiguousId() throws {
    let several = try show("2025-08")
    #expect(several.status == 64)
    #expect(several.errors.contains("3 incidents"))
    let none = try show("1999")
    #expect(none.status == 64)
    #expect(none.errors.contains("cordon near"))
  }
}
