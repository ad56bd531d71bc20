import CordonKit
import Foundation
import GeoKernel
import GeoModel
import Incidents
import Proximity
import Reading
import Testing

/// 62 short reports written for this test, in eight languages, about missions and towns of the whole world, with
/// what a reader takes from them; eleven tell of nothing that happened.
///
/// An incident is found when the days agree within one, the places within the larger of both radii (at least
/// 1 km, of ours at most 25 km), and the document is the same. Places that the gazetteer does not name in the
/// language account for most of what is missed.
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

  static let file = SeedsTests.root.appending(path: "Tests/Reports/reports.jsonl")

  static func reports() throws -> [Report] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(Report.self, from: Data($0.utf8))
    }
  }

  @Test func mostIsFoundAndLittleElse() async throws {
    let reports = try Self.reports()
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    let found = try await Pipeline(workspace: workspace).run([Self.file.path]).incidents
    var (matched, wanted) = (0, 0)
    var (days, kinds, sites) = (0, 0, 0)
    var (tolls, tollsRight) = (0, 0)
    for report in reports {
      var free = found.filter { $0.documents.contains(report.id) }
      if report.incidents.isEmpty { #expect(free.map(\.id) == [], "\(report.id)") }
      for expected in report.incidents {
        wanted += 1
        guard let index = free.firstIndex(where: { Self.agree($0, expected) }) else { continue }
        let incident = free.remove(at: index)
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
    #expect(wanted == 66)
    #expect(matched >= 55, "\(matched) of \(wanted)")
    #expect(found.count - matched <= 8, "\(found.count - matched) more than there were")
    #expect(days * 100 >= matched * 95, "\(days) of \(matched)")
    #expect(kinds * 100 >= matched * 95, "\(kinds) of \(matched)")
    #expect(sites * 100 >= matched * 95, "\(sites) of \(matched)")
    #expect(tollsRight * 100 >= tolls * 95, "\(tollsRight) of \(tolls)")
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
