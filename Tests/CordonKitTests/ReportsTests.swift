import CordonKit
import Foundation
import GeoKernel
import GeoModel
import Incidents
import Proximity
import Reading
import Testing

/// Reports written for this test, in eight languages, about missions and towns of the whole world, with what a
/// reader takes from them: first 62 short ones, then 48 as long as a newspaper's, with what happened elsewhere and
/// before, drills, anniversaries, threats and matches; then 16, 24, again 16, 24, 16, 24, 11 and three times 24 more,
/// 88 notices of what happened at matches, shows and on markets, 32 like the first, and 32 letters, logs and
/// statements that tell of it by the way, 24 more, twice 32 and 24, and 640 notices that tell of one incident each in as
/// many words as newsrooms have for it, each batch written before the program had read
/// it. Some tell of nothing that happened.
///
/// An incident is found when the days agree within one, the places within the larger of both radii (at least
/// 1 km, of ours at most 25 km), and the document is the same. Accounts without a day or a place of their
/// own account for most of what is missed.
@Suite struct ReportsTests {
  struct Report: Decodable {
    let id: String
    let incidents: [Expected]
  }

  struct Expected: Decodable {
    let dateFrom: String
    let dateTo: String
    let kind: String
    let kindAlso: [String]
    let site: String?
    let lat: Double
    let lon: Double
    let radiusM: Double
    let killed: Int?
    let injured: Int?
    let killedAlso: [Int]
    let injuredAlso: [Int]
  }

  /// How much must be right, in per cent of what is found but for the incidents themselves.
  struct Batch: Sendable, CustomTestStringConvertible {
    let name: String
    let wanted: Int
    let matched: Int
    let extra: Int
    let days: Int
    let kinds: Int
    let sites: Int
    let tolls: Int
    var file: URL { SeedsTests.root.appending(path: "Tests/Reports/\(name).jsonl") }
    var testDescription: String { name }
  }

  static let batches = [
    Batch(name: "reports", wanted: 66, matched: 57, extra: 7, days: 95, kinds: 95, sites: 95, tolls: 95),
    Batch(name: "long", wanted: 80, matched: 70, extra: 8, days: 95, kinds: 95, sites: 90, tolls: 94),
    Batch(name: "later", wanted: 27, matched: 24, extra: 2, days: 90, kinds: 95, sites: 90, tolls: 80),
    Batch(name: "fresh", wanted: 52, matched: 43, extra: 8, days: 88, kinds: 95, sites: 85, tolls: 75),
    Batch(name: "further", wanted: 36, matched: 27, extra: 6, days: 88, kinds: 92, sites: 75, tolls: 56),
    Batch(name: "abroad", wanted: 40, matched: 32, extra: 5, days: 72, kinds: 92, sites: 82, tolls: 62),
    Batch(name: "turns", wanted: 27, matched: 16, extra: 5, days: 82, kinds: 94, sites: 80, tolls: 38),
    Batch(name: "desks", wanted: 44, matched: 38, extra: 6, days: 88, kinds: 90, sites: 92, tolls: 90),
    Batch(name: "quays", wanted: 24, matched: 20, extra: 3, days: 95, kinds: 84, sites: 88, tolls: 85),
    Batch(name: "docks", wanted: 50, matched: 38, extra: 7, days: 92, kinds: 94, sites: 82, tolls: 78),
    Batch(name: "gates", wanted: 46, matched: 28, extra: 10, days: 84, kinds: 84, sites: 80, tolls: 60),
    Batch(name: "piers", wanted: 52, matched: 39, extra: 14, days: 90, kinds: 90, sites: 92, tolls: 74),
    Batch(name: "harm", wanted: 88, matched: 70, extra: 9, days: 95, kinds: 88, sites: 90, tolls: 90),
    Batch(name: "moles", wanted: 57, matched: 45, extra: 6, days: 86, kinds: 88, sites: 92, tolls: 74),
    Batch(name: "letters", wanted: 37, matched: 24, extra: 5, days: 92, kinds: 84, sites: 86, tolls: 70),
    Batch(name: "nets", wanted: 48, matched: 38, extra: 6, days: 92, kinds: 92, sites: 86, tolls: 84),
    Batch(name: "oaks", wanted: 65, matched: 46, extra: 7, days: 80, kinds: 88, sites: 80, tolls: 70),
    Batch(name: "elms", wanted: 55, matched: 43, extra: 6, days: 92, kinds: 82, sites: 70, tolls: 55),
    Batch(name: "pines", wanted: 55, matched: 44, extra: 7, days: 92, kinds: 92, sites: 80, tolls: 60),
    Batch(name: "birches", wanted: 42, matched: 33, extra: 6, days: 90, kinds: 92, sites: 70, tolls: 60),
    Batch(name: "notices", wanted: 640, matched: 560, extra: 24, days: 92, kinds: 90, sites: 84, tolls: 78),
  ]

  static func reports(_ batch: Batch) throws -> [Report] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: batch.file, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(Report.self, from: Data($0.utf8))
    }
  }

  @Test(arguments: batches)
  func mostIsFoundAndLittleElse(batch: Batch) async throws {
    let reports = try Self.reports(batch)
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    let found = try await Pipeline(workspace: workspace).run([batch.file.path]).incidents
    var (matched, wanted) = (0, 0)
    var hit: Set<String> = []
    var (days, kinds, sites) = (0, 0, 0)
    var (tolls, tollsRight) = (0, 0)
    for report in reports {
      var free = found.filter { $0.documents.contains(report.id) }
      if report.incidents.isEmpty { #expect(free.map(\.id) == [], "\(report.id)") }
      for expected in report.incidents {
        wanted += 1
        guard let index = free.firstIndex(where: { Self.agree($0, expected) }) else { continue }
        let incident = free.remove(at: index)
        hit.insert(incident.id)
        matched += 1
        let isExact =
          incident.date.from.description == expected.dateFrom
          && incident.date.to.description == expected.dateTo
        days += isExact ? 1 : 0
        kinds += ([expected.kind] + expected.kindAlso).contains(incident.kind.rawValue) ? 1 : 0
        sites += (expected.site == nil) == (incident.siteName == nil) ? 1 : 0
        for (told, gold, also) in [
          (incident.killed, expected.killed, expected.killedAlso),
          (incident.injured, expected.injured, expected.injuredAlso),
        ] {
          guard let gold else { continue }
          tolls += 1
          tollsRight += told.map { ([gold] + also).contains($0) } == true ? 1 : 0
        }
      }
    }
    #expect(wanted == batch.wanted)
    #expect(matched >= batch.matched, "\(matched) of \(wanted)")
    #expect(found.count - hit.count <= batch.extra, "\(found.count - hit.count) more than there were")
    #expect(days * 100 >= matched * batch.days, "\(days) of \(matched)")
    #expect(kinds * 100 >= matched * batch.kinds, "\(kinds) of \(matched)")
    #expect(sites * 100 >= matched * batch.sites, "\(sites) of \(matched)")
    #expect(tollsRight * 100 >= tolls * batch.tolls, "\(tollsRight) of \(tolls)")
  }

  private static func agree(_ incident: Incident, _ expected: Expected) -> Bool {
    guard let from = Self.day(expected.dateFrom), let to = Self.day(expected.dateTo),
      let place = Coordinate(longitude: expected.lon, latitude: expected.lat)
    else { return false }
    guard incident.date.to.dayNumber >= from - 1, incident.date.from.dayNumber <= to + 1 else { return false }
    let limit = max(expected.radiusM, 1000, min(incident.footprint.radius.value, 25_000))
    return Geodesic.wgs84.distance(incident.footprint.best, place).value <= limit
  }

  private static func day(_ iso: String) -> Int? { CalendarDate(iso: iso)?.dayNumber }
}
