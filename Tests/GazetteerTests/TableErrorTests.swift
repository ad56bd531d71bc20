import Gazetteer
import Testing

@Suite struct TableErrorTests {
  private func failure(_ file: String, _ change: (String) -> String) throws -> String {
    let fixture = try Fixture()
    let content = try #require(FixtureData.files[file])
    try fixture.folder.write(change(content) + "\n", to: "data/" + file)
    do {
      _ = try fixture.open()
      return "no error"
    } catch {
      return "\(error)".replacing(fixture.data + "/", with: "")
    }
  }

  @Test func namesFileLineAndColumn() throws {
    let message = try failure("settlements/UA.tsv") { $0.replacing("50.45466", with: "950.45466") }
    #expect(
      message == "settlements/UA.tsv:3: 'lat' is '950.45466', not a number within ±90 degrees; "
        + "correct the line and run again")
  }

  @Test(arguments: [
    ("settlements/UA.tsv", "30.5238", "30.52.38", "3: 'lon'"),
    ("settlements/UA.tsv", "2797553", "many", "3: 'population' is 'many', not a whole number"),
    ("settlements/UA.tsv", "703448\tKyiv", "703448\t", "3: 'name' is empty"),
    ("settlements/UA.tsv", "UA\t12", "PL\t12", "3: the country is 'PL' in the file of UA"),
    ("settlements/UA.tsv", "\t2797553\tKiev|Київ|Киев|Kiyev", "", "3: 7 fields where 9 are needed"),
    ("regions.tsv", "UA.17\t", "UA17\t", "2: 'code' is 'UA17', which has not 2 parts"),
    ("regions.tsv", "abbreviations", "short", "1: there is no column 'abbreviations' in the header"),
    ("demonyms.tsv", "people", "folk", "5: 'kind' is 'folk', neither adjective nor people"),
    ("demonyms.tsv", "AZ\ten\tadj", "ZZ\ten\tadj", "2: 'ZZ' is no country of countries.tsv"),
    ("features.tsv", "27.5\t40.9", "27.5\t-140.9", "is not on the globe"),
    ("features.tsv", "\t600\t", "\tbig\t", "2: 'radius_km' is 'big', not a number"),
    ("folding.tsv", "ı\ti", "ıı\ti", "'from' is 'ıı', not a single character"),
  ])
  func tellsWhatIsWrong(_ file: String, _ text: String, _ replacement: String, _ expected: String) throws {
    let message = try failure(file) { $0.replacing(text, with: replacement) }
    #expect(message.hasPrefix(file + ":"), "\(message)")
    #expect(message.contains(expected), "\(message)")
  }

  @Test func aMissingTable() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "data/settlements/UA.tsv")
    #expect(throws: GazetteerError.tableMissing(path: folder.path + "/data/countries.tsv")) {
      try Gazetteer.open(data: folder.path + "/data", cache: folder.path)
    }
  }

  @Test func aCacheThatCannotBeWritten() throws {
    let fixture = try Fixture()
    try fixture.folder.write("a file where a folder is needed", to: "blocked")
    do {
      _ = try Gazetteer.open(data: fixture.data, cache: fixture.folder.path + "/blocked/cache")
      Issue.record("no error")
    } catch {
      #expect(
        "\(error)".hasPrefix("cannot write the compiled index in \(fixture.folder.path)/blocked/cache:"))
      #expect("\(error)".contains("CORDON_CACHE"))
    }
  }
}
