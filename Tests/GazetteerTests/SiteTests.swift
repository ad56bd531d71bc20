import Gazetteer
import GeoModel
import Testing

@Suite struct SiteTests {
  let folding = Fixture.shared.folding
  static let header =
    "id,name,kind,operator_country,host_country,city,address,lat,lon,accuracy_m,source,aliases\n"

  private func load(_ files: String...) throws -> SiteRegistry {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for (index, content) in files.enumerated() {
      try folder.write(content, to: "sites\(index).csv")
      paths.append(folder.path + "/sites\(index).csv")
    }
    return try SiteRegistry.load(files: paths, folding: folding)
  }

  static let sites =
    header + """
      az-emb-kyiv,Embassy of Azerbaijan in Kyiv,embassy,AZ,UA,Kyiv,"24 ""H"" Street, Kyiv",50.46082,30.49056,75,Wikidata,Azerbaijan's embassy in Kyiv|посольство Азербайджана в Киеве
      az-hon-kharkiv,Honorary Consulate of Azerbaijan in Kharkiv,honorary consulate,AZ,UA,Kharkiv,,49.9929,36.2304,100,,
      artem,Artem plant,arms plant,,UA,Kyiv,,50.4628,30.4859,300,"two
      lines",Завод «Артем»
      gb-hc-abuja,High Commission in Abuja,high commission,GB,NG,Abuja,,9.05,7.49,150,,

      """

  @Test func readsRows() throws {
    let registry = try load(Self.sites)
    #expect(registry.problems == [])
    #expect(registry.sites.map(\.id) == ["az-emb-kyiv", "az-hon-kharkiv", "artem", "gb-hc-abuja"])
    let embassy = try #require(registry.site(id: "az-emb-kyiv"))
    #expect(embassy.address == "24 \"H\" Street, Kyiv")
    #expect(embassy.coordinate == Coordinate(longitude: 30.49056, latitude: 50.46082))
    #expect(embassy.accuracy == Meters(75))
    #expect(embassy.aliases.count == 2)
    #expect(registry.site(id: "artem")?.source == "two\nlines")
    #expect(registry.site(id: "artem")?.operatorCountry == nil)
  }

  @Test func findsByNameAndByWhatItIs() throws {
    let registry = try load(Self.sites)
    func ids(_ sites: [Site]) -> [String] { sites.map(\.id) }
    #expect(ids(registry.sites(named: "AZERBAIJAN’S EMBASSY IN KYIV")) == ["az-emb-kyiv"])
    #expect(ids(registry.sites(named: "завод артем")) == ["artem"])
    #expect(ids(registry.sites(named: "Azerbaijan's embassy")) == [])
    #expect(ids(registry.sites(kind: "embassy")) == ["az-emb-kyiv", "gb-hc-abuja"])
    #expect(ids(registry.sites(kind: "high_commission")) == ["gb-hc-abuja", "az-emb-kyiv"])
    #expect(ids(registry.sites(kind: "diplomatic mission", operatorCountry: "AZ")) == ["az-emb-kyiv"])
    #expect(ids(registry.sites(kind: "consulate", city: "KHARKIV")) == ["az-hon-kharkiv"])
    #expect(ids(registry.sites(kind: "arms plant", hostCountry: "UA")) == ["artem"])
    #expect(
      ids(registry.sites(operatorCountry: "AZ", hostCountry: "UA")) == ["az-emb-kyiv", "az-hon-kharkiv"])
  }

  @Test func oneBadRowIsToldAndTheRestLoaded() throws {
    let registry = try load(
      Self.header + """
        a,A,embassy,AZ,UA,Kyiv,,95,30,75,,
        b,B,embassy,Azerbaijan,UA,Kyiv,,50,30,75,,
        c,C,embassy,AZ,UA,Kyiv,,50,30,0,,
        d,D,embassy,AZ,UA,Kyiv,"never closed,50,30,75,,
        ,E,embassy,AZ,UA,Kyiv,,50,30,75,,
        f,F,embassy,AZ,UA,Kyiv, St. "Quoted",50,30,75,,
        g,G,embassy,AZ,UA,Kyiv,,50,30,75,,,more,fields
        h,H,embassy,AZ,UA,Kyiv,"x"y,50,30,75,,
        ok,Fine,embassy,AZ,UA,Kyiv,,50,30,75,,
        ok,Again,embassy,AZ,UA,Kyiv,,50,30,75,,
        """)
    #expect(registry.sites.map(\.name) == ["Fine"])
    #expect(registry.problems.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 9, 11])
    #expect(
      registry.problems[0].description.hasSuffix(
        "sites0.csv:2: 'lat', 'lon' are '95', '30', not degrees within ±90 and ±180; the row was left out"))
    #expect(registry.problems[3].problem == "text behind the closing quote of field 7")
    #expect(registry.problems[8].problem == "the id 'ok' is that of line 10 too")
  }

  @Test func anOpenQuoteSwallowsOnlyItsLine() throws {
    let registry = try load(
      Self.header + "a,A,embassy,AZ,UA,Kyiv,\"open,50,30,75,,\nb,B,embassy,AZ,UA,Kyiv,,50,30,75,,\n")
    #expect(registry.sites.map(\.id) == ["b"])
    #expect(registry.problems.map(\.problem) == ["the quote that opens field 7 is never closed"])
    #expect(registry.problems.map(\.line) == [2])
  }

  @Test func laterFilesWin() throws {
    let registry = try load(
      Self.sites,
      Self.header
        + "artem,Artem works,arms plant,UA,UA,Kyiv,,50.46,30.48,100,,\r\nnew,New,park,,UA,Kyiv,,1,2,3,,\r\n"
    )
    #expect(registry.sites.map(\.id) == ["az-emb-kyiv", "az-hon-kharkiv", "artem", "gb-hc-abuja", "new"])
    #expect(registry.site(id: "artem")?.name == "Artem works")
    #expect(registry.sites(named: "Artem plant") == [])
  }

  @Test func headersAndFilesThatAreWrong() throws {
    #expect(throws: GazetteerError.self) { try load("id,name\n1,2\n") }
    #expect(throws: GazetteerError.self) { try load("") }
    #expect(throws: GazetteerError.self) {
      try SiteRegistry.load(files: ["/not/there.csv"], folding: folding)
    }
  }

  @Test func suggests() throws {
    let registry = try load(Self.sites)
    #expect(registry.suggestions(for: "az-emb-kiev").first == "az-emb-kyiv")
    #expect(
      registry.suggestions(for: "Embasy of Azerbaijan in Kyiv").first == "Embassy of Azerbaijan in Kyiv")
    #expect(registry.suggestions(for: "Artme plant").first == "Artem plant")
    #expect(registry.suggestions(for: "zzzzzzzzzz") == [])
    #expect(registry.suggestions(for: "") == [])
  }
}
