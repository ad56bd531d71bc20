import Foundation
import Gazetteer
import GeoModel
import Testing

@Suite struct ImportTests {
  private let fixture: Fixture
  private var folder: TemporaryFolder { fixture.folder }

  init() throws { fixture = try Fixture() }

  private func file(_ name: String) -> String { folder.path + "/" + name }

  private func run(_ job: GazetteerImport) throws -> ImportReport {
    try job.run(data: fixture.data, cache: fixture.cache)
  }

  /// Imports rows as `UA.txt` and opens the result.
  @discardableResult
  private func imported(
    _ rows: [String] = ImportFixture.rows, _ change: (inout GazetteerImport) -> Void = { _ in }
  ) throws -> (gazetteer: Gazetteer, report: ImportReport) {
    try folder.write(ImportFixture.text(rows), to: "UA.txt")
    var job = GazetteerImport(dumps: [file("UA.txt")])
    change(&job)
    let report = try run(job)
    return (try Gazetteer.open(data: fixture.data, cache: fixture.cache, named: "UA"), report)
  }

  @Test func rowsAddToWhatShips() throws {
    let (gazetteer, report) = try imported()
    let added = try #require(gazetteer.place(geonameID: 9_000_001))
    #expect(added.name == "Dobrynka")
    #expect(added.featureClass == .settlement)
    #expect(added.coordinate == Coordinate(reducing: 30.8, latitude: 46.6))
    #expect(gazetteer.candidates(named: "добринка").map(\.place) == [added.id])
    #expect(added.parentRegion.map { gazetteer.place($0).key } == "region:UA.17")
    #expect(gazetteer.candidates(named: "Ganja").count == 1, "what ships stays")
    #expect(gazetteer.candidates(named: "азербайджанская").first?.kind == .adjective)
    #expect(report.counts.rows == 14)
    #expect(report.counts.otherClasses == 2)
    #expect(report.counts.badRows == 0)
    #expect(report.problems.isEmpty)
    #expect(gazetteer.damagedSections() == [])
  }

  @Test func aRowTakesThePlaceOfTheOneThatShips() throws {
    let (gazetteer, report) = try imported()
    let odesa = try #require(gazetteer.place(geonameID: 698740))
    #expect(odesa.name == "Odesa City")
    #expect(odesa.population == 1_015_826)
    #expect(report.counts.replaced == 1)
    for name in ["Odesa City", "Odessos", "Oděsa"] {
      #expect(gazetteer.candidates(named: name).contains { $0.place == odesa.id }, "\(name)")
    }
    #expect(gazetteer.candidates(named: "Odesa").count == 1)
  }

  @Test func divisionsAreUpdatedByCode() throws {
    let (gazetteer, report) = try imported()
    let region = try #require(gazetteer.region("UA.17"))
    #expect(region.coordinate == Coordinate(reducing: 30, latitude: 46.75))
    #expect(!region.isPointDerived)
    #expect(region.name == "Odesa Oblast")
    #expect(gazetteer.candidates(named: "Одещина").map(\.place) == [region.id])
    #expect(gazetteer.candidates(named: "Одесская область").map(\.place) == [region.id])
    #expect(gazetteer.country("UA")?.coordinate == Coordinate(reducing: 32.5, latitude: 49))
    #expect(gazetteer.district("US.TX.439")?.geonameID == 9_000_004)
    #expect(gazetteer.candidates(named: "Tarrant").count == 1)
    let district = try #require(gazetteer.district("UA.17.5110"))
    #expect(district.name == "Odeskyi Raion")
    #expect(
      Set(gazetteer.members(of: district.id).compactMap { gazetteer.place($0).geonameID })
        == [698740, 9_000_001, 9_000_002])
    #expect((report.counts.divisionsUpdated, report.counts.divisionsAdded) == (3, 1))
  }

  /// Districts that ship have words for codes: the name then says which one a dump means.
  @Test func aDistrictIsKnownByItsName() throws {
    let table = try #require(FixtureData.files["districts.tsv"])
    let rows = [
      "UA.17.odeskyi\tOdeskyi Raion\t46.4\t30.6\tUA\t17\t0\t2\t20\tderived\tuk:Одеський район",
      "UA.08.odeskyi\tOdeskyi Raion\t46.9\t33\tUA\t08\t0\t2\t20\tderived\t",
    ]
    try folder.write(table + "\n" + rows.joined(separator: "\n") + "\n", to: "data/districts.tsv")
    let (gazetteer, report) = try imported()
    let district = try #require(gazetteer.district("UA.17.odeskyi"))
    #expect(district.coordinate == Coordinate(reducing: 30.7, latitude: 46.55))
    #expect(gazetteer.district("UA.17.5110") == nil)
    #expect(gazetteer.members(of: district.id).count == 3)
    #expect(gazetteer.place(geonameID: 9_000_001)?.parentDistrict == district.id)
    #expect(gazetteer.candidates(named: "Одеський район").map(\.place) == [district.id])
    #expect(gazetteer.district("UA.08.odeskyi")?.isPointDerived == true, "of another region")
    #expect(report.counts.divisionsAdded == 0)
  }

  @Test func everySettlementIsInTheRunOfItsParents() throws {
    let gazetteer = try imported().gazetteer
    for key in ["country:UA", "region:UA.17", "country:US", "district:US.TX.439"] {
      let parent = try #require(gazetteer.place(key: key))
      let members = gazetteer.members(of: parent.id)
      #expect(!members.isEmpty)
      for member in members {
        let place = gazetteer.place(member)
        #expect([place.parentCountry, place.parentRegion, place.parentDistrict].contains(parent.id))
      }
    }
  }

  @Test func naturalFeaturesHaveKindsAndReaches() throws {
    let (gazetteer, report) = try imported()
    for (id, featureClass, kind) in [
      (9_000_005, FeatureClass.river, "river"), (9_000_006, .mountains, "mountain"),
      (9_000_007, .other, "park"),
    ] {
      let place = try #require(gazetteer.place(geonameID: id))
      #expect(place.featureClass == featureClass)
      #expect(place.kind == kind)
      #expect(place.key == "geonames:\(id)")
      #expect(place.radius == nil, "no table states one")
      let extent = gazetteer.extent(of: place.id)
      #expect(extent.isDerived && extent.radius > .zero)
    }
    #expect(gazetteer.place(geonameID: 9_000_008) == nil)
    #expect(report.counts.features == 4)
  }

  @Test func spotsComeWhenAskedFor() throws {
    let (gazetteer, report) = try imported { $0.includesSpots = true }
    #expect(gazetteer.place(geonameID: 9_000_008)?.kind == "spot")
    #expect(gazetteer.place(geonameID: 9_000_009)?.kind == "road")
    #expect(report.counts.otherClasses == 0)
  }

  /// A sea that ships keeps its box; one of the same name elsewhere is another.
  @Test func aFeatureThatShipsIsNotDoubled() throws {
    let (gazetteer, report) = try imported()
    let sea = try #require(gazetteer.place(key: "feature:black-sea"))
    #expect(sea.geonameID == 630_671)
    #expect(sea.box != nil)
    #expect(gazetteer.candidates(named: "Euxine").map(\.place) == [sea.id])
    #expect(gazetteer.candidates(named: "Black Sea").count == 2)
    #expect(report.counts.featuresMerged == 1)
  }

  @Test func wrongLinesAreLeftOutAndTold() throws {
    var rows = ImportFixture.rows
    rows.insert("9000050\ttoo\tfew", at: 1)
    rows.insert(ImportFixture.row(0, "Zero", at: (1, 1), "P.PPL"), at: 2)
    rows.append(ImportFixture.row(9_000_051, "North of North", at: (90.5, 1), "P.PPL"))
    rows.append(ImportFixture.row(9_000_052, "", at: (1, 1), "P.PPL"))
    rows.append(ImportFixture.row(9_000_053, "Odd", at: (1, 1), "X.PPL"))
    rows.append(ImportFixture.row(9_000_054, "Odd", at: (1, 1), "P.PPL", "Ukraine"))
    rows.append(ImportFixture.row(9_000_055, "Odd", at: (1, 1), "P.PPL", population: -3))
    let (gazetteer, report) = try imported(rows)
    #expect(report.counts.badRows == 7)
    #expect(report.problems.map(\.line) == [2, 3, 17, 18, 19, 20, 21])
    #expect(report.problems.allSatisfy { $0.file == file("UA.txt") })
    #expect(
      report.problems.first?.description.hasSuffix(
        "UA.txt:2: 3 columns where 19 are needed; the line is left out") == true)
    #expect(gazetteer.place(geonameID: 9_000_002) != nil)
    #expect(gazetteer.candidates(named: "Odd").isEmpty)
  }

  @Test func ofManyWrongLinesTheFirstAreTold() throws {
    let rows = ImportFixture.rows + Array(repeating: "wrong", count: 1000)
    let report = try imported(rows).report
    #expect(report.counts.badRows == 1000)
    #expect(report.problems.count == 20)
  }

  @Test func aFileWithoutARightLineIsAnError() throws {
    #expect(throws: GazetteerError.self) { try imported(["geonameid,name", "1,Odesa"]) }
    #expect(throws: GazetteerError.self) { try imported([]) }
    #expect(folder.names("cache").allSatisfy { !$0.hasPrefix("import") }, "nothing is left behind")
  }

  @Test func lineEndsAndMarksMakeNoDifference() throws {
    let plain = try imported().gazetteer
    let bytes = try Data(contentsOf: URL(fileURLWithPath: plain.indexPath))
    let text = ImportFixture.text(ImportFixture.rows, lineEnd: "\r\n")
    try folder.write("\u{FEFF}" + text.dropLast(), to: "UA.txt")
    var job = GazetteerImport(dumps: [file("UA.txt")])
    job.overwrites = true
    _ = try run(job)
    #expect(try Data(contentsOf: URL(fileURLWithPath: plain.indexPath)) == bytes)
  }

  @Test func zippedIsReadLikePlain() throws {
    let text = Data(ImportFixture.text(ImportFixture.rows).utf8)
    let zip = StoredZip.archive([("readme.txt", Data("no table".utf8)), ("UA.txt", text)])
    try zip.write(to: URL(fileURLWithPath: file("UA.zip")))
    let report = try run(GazetteerImport(dumps: [file("UA.zip")]))
    #expect(report.counts == (try imported { $0.name = "plain" }).report.counts)
    #expect(report.indexPath.hasSuffix("/import-UA.index"))
  }

  @Test func deflatedIsUnpacked() throws {
    try DeflatedZip.archive.write(to: URL(fileURLWithPath: file("UA.zip")))
    let report = try run(GazetteerImport(dumps: [file("UA.zip")]))
    #expect(report.counts.rows == 40)
    let gazetteer = try Gazetteer.open(data: fixture.data, cache: fixture.cache, named: "UA")
    #expect(gazetteer.place(geonameID: 9_000_040)?.name == "Dobrynka 39")
  }

  /// Every byte of the packed file and its lists matters: a changed one gives an error, and never a wrong index.
  @Test func damagedArchivesAreRefused() throws {
    let whole = DeflatedZip.archive
    for length in [200, whole.count - 30] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: file("UA.zip")))
      #expect(throws: GazetteerError.self, "cut to \(length)") {
        try run(GazetteerImport(dumps: [file("UA.zip")]))
      }
    }
    for position in stride(from: 130, to: 330, by: 60) {
      var damaged = whole
      damaged[position] ^= 0x55
      try damaged.write(to: URL(fileURLWithPath: file("UA.zip")))
      #expect(throws: GazetteerError.self, "byte \(position)") {
        try run(GazetteerImport(dumps: [file("UA.zip")]))
      }
    }
  }

  @Test func alternateNamesHaveLanguages() throws {
    try folder.write(ImportFixture.alternateNames, to: "names.txt")
    let (gazetteer, report) = try imported { $0.alternateNames = file("names.txt") }
    let romanian = try #require(gazetteer.candidates(named: "Dobrînca").first)
    #expect(romanian.languages == gazetteer.languageSet("ro"))
    #expect(gazetteer.candidates(named: "Добринка").count == 1, "those of the main table too")
    #expect(gazetteer.candidates(named: "Salty Corner").isEmpty, "a nickname")
    #expect(gazetteer.candidates(named: "https example.org Dobrynka").isEmpty)
    #expect(gazetteer.candidates(named: "KYV").map(\.kind) == [.abbreviation])
    #expect(gazetteer.candidates(named: "Kyiv City").map(\.kind) == [.shortForm], "a place that ships")
    #expect(report.counts.alternateNames == 4)
  }

  @Test func languagesCanBeChosen() throws {
    try folder.write(ImportFixture.alternateNames, to: "names.txt")
    let gazetteer = try imported {
      $0.alternateNames = file("names.txt")
      $0.languages = ["ro"]
    }.gazetteer
    #expect(gazetteer.candidates(named: "Dobrînca").count == 1)
    #expect(gazetteer.candidates(named: "Добрынка").isEmpty)
    #expect(gazetteer.candidates(named: "Добринка").isEmpty, "of no known language")
    #expect(gazetteer.candidates(named: "Dobrynka").count == 1)
  }

  @Test func theLastOfTwoRowsCounts() throws {
    let first = ImportFixture.row(9_000_001, "Old Name", at: (46, 30), "P.PPL")
    let (gazetteer, report) = try imported([first] + ImportFixture.rows)
    #expect(gazetteer.place(geonameID: 9_000_001)?.name == "Dobrynka")
    #expect(gazetteer.candidates(named: "Old Name").count == 1)
    #expect(report.counts.settlements == Fixture.shared.info.placeCounts[.settlement].map { $0 + 2 })
  }

  @Test func aNameIsTakenOnlyOnce() throws {
    try imported()
    #expect(throws: GazetteerError.importExists(path: fixture.cache + "/import-UA.index")) { try imported() }
    #expect(throws: GazetteerError.badImportName("../up")) { try imported { $0.name = "../up" } }
    #expect(throws: GazetteerError.badImportName("default")) { try imported { $0.name = "default" } }
  }

  @Test func importsAreFoundByNamePathAndVariable() throws {
    let path = try imported().gazetteer.indexPath
    #expect(
      try Gazetteer.open(data: fixture.data, cache: fixture.cache, named: path).info.isOutdated == false)
    let surroundings = Surroundings(
      variables: ["CORDON_GAZETTEER": "UA", "CORDON_CACHE": fixture.cache], executable: nil,
      currentFolder: "/")
    let named = try Gazetteer.open(data: fixture.data, surroundings: surroundings)
    #expect(named.info.importedFiles == [file("UA.txt")])
    let shipped = try Gazetteer.open(data: fixture.data, named: "default", surroundings: surroundings)
    #expect(shipped.info.importedFiles.isEmpty)
    #expect(shipped.place(geonameID: 9_000_001) == nil)
    #expect(throws: GazetteerError.self) {
      try Gazetteer.open(data: fixture.data, cache: fixture.cache, named: "FR")
    }
  }

  @Test func changedTablesMakeItOutdatedAndDamageUnusable() throws {
    let path = try imported().gazetteer.indexPath
    let table = try #require(FixtureData.files["settlements/AZ.tsv"])
    try folder.write(
      table.replacingOccurrences(of: "Ganja", with: "Gandz") + "\n", to: "data/settlements/AZ.tsv")
    #expect(try Gazetteer.open(data: fixture.data, cache: fixture.cache, named: "UA").isOutdated)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[50] ^= 0x40
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: GazetteerError.importUnusable(path: path)) {
      try Gazetteer.open(data: fixture.data, cache: fixture.cache, named: "UA")
    }
  }
}
