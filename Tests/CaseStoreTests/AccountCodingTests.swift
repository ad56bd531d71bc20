import CordonTestSupport
import Foundation
import GRDB
import GeoModel
import Geocoding
import Incidents
import Reading
import Testing

@testable import CaseStore

@Suite struct AccountCodingTests {
  private static let area = Geometry.point(Coordinate(reducing: 1, latitude: 2))
  private static let line = Geometry.lineString([
    Coordinate(reducing: 1, latitude: 2), Coordinate(reducing: 3, latitude: 4),
  ])
  /// Numbers that may be anything.
  private static let keys = [area: Int.min + 3, line: -1]

  private static func encode(_ account: Account) -> Data {
    Data(AccountCoding.encode(account) { keys[$0] ?? 0 })
  }

  private static func decode(_ data: Data) throws -> Account {
    try data.withUnsafeBytes { bytes in
      try AccountCoding.decode(bytes) { key in keys.first { $0.value == key }?.key }
    }
  }

  private static func account(_ random: inout SplitMix64) -> Account {
    func one<Element>(_ list: [Element]) -> Element { list[random.int(0..<list.count)] }
    // Two of them differ in nothing that texts are told apart by at first.
    func text() -> String {
      one(["", "a", "Київ «№ 1»", "abcdefgh", "aXcdefgh", String(repeating: "long ", count: 40)])
    }
    func maybe<Element>(_ value: Element) -> Element? { random.int(0..<2) == 0 ? nil : value }
    func evidence() -> Evidence {
      Evidence(document: text(), start: random.int(0..<300), end: random.int(0..<70_000), quote: text())
    }
    func several<Element>(_ make: () -> Element) -> [Element] { (0..<random.int(0..<4)).map { _ in make() } }
    let day = CalendarDate(dayNumber: random.int(-200_000..<40_000))
    var account = Account(document: text(), kind: one(IncidentKind.allCases))
    account.date = one([
      .none, .open(month: maybe(3), day: maybe(31), reason: text()),
      .span(DaySpan(from: day, to: CalendarDate(dayNumber: day.dayNumber + random.int(0..<90)))),
    ])
    account.dateReason = text()
    account.weapon = maybe(text())
    account.siteID = maybe(text())
    account.siteName = maybe(text())
    account.placeName = maybe(text())
    account.countryCode = maybe(text())
    account.parted = maybe(text())
    account.killed = maybe(Toll(count: maybe(random.int(0..<100_000)), evidence: evidence()))
    account.injured = maybe(Toll(count: maybe(0), evidence: evidence()))
    account.count = random.int(0..<3)
    account.sentences = several(evidence)
    account.effects = several {
      Effect(kind: one([.damage, .crater, .unexplodedOrdnance, .fire]), evidence: evidence())
    }
    account.rules = several(text)
    account.claims = several {
      Claim(
        claimant: text(), stance: one([.states, .denies, .blames, .regrets, .questions]),
        about: maybe(text()),
        weapon: maybe(text()), scope: one([.incident, .series]), evidence: evidence())
    }
    account.footprint = maybe(
      Footprint(
        geometry: area,
        best: Coordinate(reducing: random.double(-180...180), latitude: random.double(-90...90)),
        radius: Meters(random.double(0...1e6)), ring: maybe(line), relation: one(SpatialRelation.allCases),
        statedDistance: maybe(
          StatedDistance(best: Meters(0.1), low: Meters(-0.0), high: Meters(.infinity), text: text())),
        anchorName: text(), anchorSite: maybe(text()), wherePrecision: random.int(1..<8),
        geoPrecision: random.int(1..<4), reason: text()))
    return account
  }

  @Test(arguments: propertySeeds) func accountsComeBackAsTheyWere(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let account = Self.account(&random)
      #expect(String(describing: try Self.decode(Self.encode(account))) == String(describing: account))
    }
  }

  /// What is cut is refused; what is changed is refused or another account, but never a crash.
  @Test(arguments: propertySeeds) func damageIsSeen(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<5 {
      let data = Self.encode(Self.account(&random))
      for length in 0..<data.count {
        #expect(throws: DatabaseError.self) { try Self.decode(data.prefix(length)) }
      }
      for index in data.indices.dropFirst(4) {
        var changed = data
        changed[index] = UInt8(random.int(0..<256))
        do {
          _ = try Self.decode(changed)
        } catch {
          #expect(error is DatabaseError)
        }
      }
      #expect(throws: DatabaseError.self) { try Self.decode(data + [0]) }
    }
  }
}
