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

  /// A made-up dump of two lines, and one that is wrong, beside a world of one town.
  private func smallWorld() throws -> FreshFolder {
    let folder = try FreshFolder()
    for (name, text) in [
      "folding.tsv": "from\tto\tnote\n",
      "settlements/UA.tsv": """
      geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
      698740\tOdesa\t46.48572\t30.74383\tUA\t17\t\t1010537\tOdessa

      """,
      "countries.tsv":
        "iso2\tgeonameid\tname\tlat\tlon\tcapital_geonameid\tpopulation\tnames\tshort_forms\tpoint_source\n",
      "regions.tsv":
        "code\tgeonameid\tname\tlat\tlon\tcountry\tpopulation\tpoint_source\tnames\tabbreviations\n",
      "districts.tsv":
        "code\tname\tlat\tlon\tcountry\tadmin1\tpopulation\tmembers\tradius_km\tpoint_source\tnames\n",
      "features.tsv": "id\tname\tkind\tlat\tlon\tradius_km\twest\tsouth\teast\tnorth\tnames\n",
      "demonyms.tsv": "iso2\tlang\tkind\tform\n",
      "sites.csv":
        "id,name,kind,operator_country,host_country,city,address,lat,lon,accuracy_m,source,aliases\n",
    ] { try folder.write(text, to: "data/" + name) }
    let row =
      "9000001\tDobrynka\tDobrynka\t\t46.6\t30.8\tP\tPPL\tUA\t\t17\t\t\t\t7\t\t100\tEurope/Kyiv\t2024-01-01\n"
    let other = row.replacingOccurrences(of: "9000001", with: "9000002")
      .replacingOccurrences(of: "46.6", with: "48.6")
    try folder.write(row + other, to: "good.txt")
    try folder.write(row + "9000003\tShort\n", to: "UA.txt")
    return folder
  }

  private func run(_ arguments: [String], in folder: FreshFolder, gazetteer: String = "") throws
    -> Program.Outcome
  {
    try Program.run(
      arguments, in: folder.url,
      environment: [
        "CORDON_DATA": folder.url.path + "/data", "CORDON_CACHE": folder.url.path + "/cache",
        "CORDON_GAZETTEER": gazetteer,
      ])
  }

  @Test func anImportIsMadeShownAndUsed() throws {
    let folder = try smallWorld()
    let made = try run(["gazetteer", "import", "good.txt", "--name", "mine"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.isEmpty)
    #expect(made.output.contains("/cache/import-mine.index"))
    let look = ["gazetteer", "look", "Dobrynka", "--format", "jsonl"]
    #expect(try run(look, in: folder).outputLines.isEmpty)
    #expect(try run(look + ["--gazetteer", "mine"], in: folder).outputLines.count == 2)
    #expect(try run(look, in: folder, gazetteer: "mine").outputLines.count == 2)
    #expect(try run(look + ["--gazetteer", "default"], in: folder, gazetteer: "mine").outputLines.isEmpty)
    let info = try run(["gazetteer", "info", "--gazetteer", "mine", "--verify"], in: folder)
    #expect(info.status == 0)
    #expect(info.output.contains("good.txt"))
  }

  @Test func aWrongLineIsToldAndTheRestDone() throws {
    let folder = try smallWorld()
    let made = try run(["gazetteer", "import", "UA.txt"], in: folder)
    #expect(made.status == 1)
    #expect(
      made.errorLines == ["cordon: UA.txt:2: 2 columns where 19 are needed; the line is left out"])
    #expect(
      try run(["gazetteer", "look", "Dobrynka", "--gazetteer", "UA"], in: folder).outputLines.count == 2)
  }

  @Test func importsThatCannotBeAreRefused() throws {
    let folder = try smallWorld()
    try folder.write("no dump\n", to: "none.txt")
    #expect(try run(["gazetteer", "import", "none.txt"], in: folder).status == 65)
    #expect(try run(["gazetteer", "import", "absent.txt"], in: folder).status == 66)
    #expect(try run(["gazetteer", "import", "good.txt", "--languages", "en"], in: folder).status == 64)
    #expect(try run(["gazetteer", "import", "good.txt"], in: folder).status == 0)
    #expect(try run(["gazetteer", "import", "good.txt"], in: folder).status == 73)
    #expect(try run(["gazetteer", "import", "good.txt", "--force"], in: folder).status == 0)
    let absent = try run(["gazetteer", "info", "--gazetteer", "absent"], in: folder)
    #expect(absent.status == 66)
    #expect(absent.errorLines.count == 1)
  }
}
