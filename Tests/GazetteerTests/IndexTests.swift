import Foundation
import Gazetteer
import Synchronization
import Testing

@Suite struct IndexTests {
  @Test func isBuiltOnceAndThenOpened() throws {
    let fixture = try Fixture()
    let stages = Mutex<[Double]>([])
    let first = try Gazetteer.open(data: fixture.data, cache: fixture.cache) { progress in
      stages.withLock { $0.append(progress.fraction) }
    }
    #expect(first.wasBuilt)
    let seen = stages.withLock { $0 }
    #expect(seen.last == 1)
    #expect(seen == seen.sorted())
    let second = try Gazetteer.open(data: fixture.data, cache: fixture.cache) { _ in
      Issue.record("nothing is to be built")
    }
    #expect(!second.wasBuilt)
    #expect(second.info == first.info)
    #expect(second.damagedSections() == [])
    #expect(fixture.folder.names("cache").count == 1, "no temporary file is left")
  }

  @Test func theSameTablesGiveTheSameBytes() throws {
    let fixture = try Fixture()
    let path = try fixture.open().indexPath
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    _ = try Gazetteer.open(data: fixture.data, cache: fixture.cache, rebuild: true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
  }

  @Test func aChangedTableRebuilds() throws {
    let fixture = try Fixture()
    #expect(try fixture.open().candidates(named: "Otaci").isEmpty)
    try fixture.folder.write(
      "geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames\n"
        + "617638\tOtaci\t48.43\t27.79\tMD\t\t\t6043\tОтачь\n", to: "data/settlements/MD.tsv")
    let gazetteer = try fixture.open()
    #expect(gazetteer.wasBuilt)
    #expect(gazetteer.candidates(named: "Отачь").count == 1)
    #expect(try !fixture.open().wasBuilt)
  }

  /// Same length, other content: only the time tells.
  @Test func aTouchedTableRebuilds() throws {
    let fixture = try Fixture()
    _ = try fixture.open()
    let table = try #require(FixtureData.files["settlements/AZ.tsv"])
    try fixture.folder.write(
      table.replacingOccurrences(of: "Ganja", with: "Gandz") + "\n", to: "data/settlements/AZ.tsv")
    let gazetteer = try fixture.open()
    #expect(gazetteer.wasBuilt)
    #expect(gazetteer.place(geonameID: 586523)?.name == "Gandz")
  }

  @Test func damageToTheHeaderRebuilds() throws {
    let fixture = try Fixture()
    let url = URL(fileURLWithPath: try fixture.open().indexPath)
    let whole = try Data(contentsOf: url)
    // Bytes all over header and section table, a file cut short, one grown, and an empty one.
    let headerEnd = 48 + 12 * 32
    var damaged = (0..<headerEnd).map { position in
      var copy = whole
      copy[position] ^= 0x40
      return copy
    }
    damaged += [whole.dropLast(1), whole + Data([0]), Data(), whole.prefix(20)].map { Data($0) }
    for (number, bytes) in damaged.enumerated() where number % 37 == 0 || number >= headerEnd {
      try bytes.write(to: url)
      let gazetteer = try fixture.open()
      #expect(gazetteer.wasBuilt, "damage \(number)")
      #expect(gazetteer.candidates(named: "Odesa").count == 1)
    }
    #expect(try Data(contentsOf: url) == whole)
  }

  /// Damage inside the sections is told when asked for, and reading never leaves the file.
  @Test(arguments: [UInt8(0x00), 0xFF, 0x5A]) func damageInsideIsSurvived(_ filling: UInt8) throws {
    let fixture = try Fixture()
    let url = URL(fileURLWithPath: try fixture.open().indexPath)
    let whole = try Data(contentsOf: url)
    let headerEnd = 48 + 12 * 32
    for start in stride(from: headerEnd, to: whole.count - 64, by: max(64, whole.count / 41)) {
      var bytes = whole
      bytes.replaceSubrange(start..<start + 64, with: repeatElement(filling, count: 64))
      if bytes == whole { continue }
      try bytes.write(to: url)
      let gazetteer = try fixture.open()
      if !gazetteer.wasBuilt {
        #expect(gazetteer.damagedSections().count > 0 || isPadding(start, whole, filling), "at \(start)")
      }
      _ = NameScanner(gazetteer).matches(in: "Odesa, Fort Worth, Київ, Азербайджан, Ｔokyo").map {
        $0.map { Array($0.postings) }
      }
      for candidate in gazetteer.candidates(named: "Odessa") {
        let place = gazetteer.place(candidate.place)
        _ = (place.name, place.key, place.kind, place.admin1, gazetteer.members(of: place.id).count)
      }
    }
  }

  /// Bytes between sections belong to none.
  private func isPadding(_ start: Int, _ whole: Data, _ filling: UInt8) -> Bool {
    whole[start..<start + 64].contains(0) && filling != 0
  }

  @Test func manyBuildersAtOnce() async throws {
    let fixture = try Fixture()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<6 {
        group.addTask { try fixture.open().candidates(named: "Odessa").count }
      }
      for try await count in group { #expect(count == 2) }
    }
    #expect(fixture.folder.names("cache").count == 1)
    #expect(try fixture.open().damagedSections() == [])
  }

  @Test func twoDataFoldersShareACache() throws {
    let (one, other) = (try Fixture(), try Fixture())
    let first = try Gazetteer.open(data: one.data, cache: one.cache)
    let second = try Gazetteer.open(data: other.data, cache: one.cache)
    #expect(first.indexPath != second.indexPath)
    #expect(try !Gazetteer.open(data: one.data, cache: one.cache).wasBuilt)
  }
}
