import CaseStore
import CordonTestSupport
import Foundation
import GeoModel
import Geocoding
import Incidents
import Proximity
import Reading
import Testing

/// Accounts of all sorts, added in whatever parts, make the incidents that they make when added at once.
struct PartsTests {
  private static let towns = [
    ("Kyiv", "UA", 30.5, 50.45), ("Brovary", "UA", 30.8, 50.51), ("Irpin", "UA", 30.25, 50.52),
    ("Baghdad", "IQ", 44.4, 33.3),
    ("Erbil", "IQ", 44.0, 36.2),
  ]
  private static let kinds: [IncidentKind] = [.missileStrike, .explosion, .droneAttack, .arson, .other]

  /// - Parameter chance: draws the day, how exactly it is told, the place and how closely, the kind and the numbers.
  private func document(_ number: Int, _ chance: inout SplitMix64) -> NewDocument {
    let id = "report \(1000 + number)"
    var accounts: [Account] = []
    for position in 0..<Int.random(in: 1...3, using: &chance) {
      let quote = "Something happened, \(number)."
      let evidence = Evidence(
        document: id, start: position * 40, end: position * 40 + quote.unicodeScalars.count, quote: quote)
      var account = Account(document: id, kind: Self.kinds.randomElement(using: &chance) ?? .other)
      account.sentences = [evidence]
      let day = CalendarDate(dayNumber: 19_500 + Int.random(in: 0...20, using: &chance))
      switch Int.random(in: 0...9, using: &chance) {
      case 0: account.date = .none
      case 1:
        let isDay = Bool.random(using: &chance)
        account.date = .open(month: day.month, day: isDay ? day.day : nil, reason: "")
      case 2: account.date = .span(DaySpan(from: day, to: day.adding(days: 6), precision: 3))
      case 3:
        account.date = .span(DaySpan(from: day.adding(days: -10), to: day.adding(days: 17), precision: 4))
      default: account.date = .span(DaySpan(day: day))
      }
      account.count = Int.random(in: 0...7, using: &chance) == 0 ? 2 : 1
      if Int.random(in: 0...4, using: &chance) == 0 {
        account.killed = Toll(count: Int.random(in: 0...9, using: &chance), evidence: evidence)
      }
      if Int.random(in: 0...9, using: &chance) > 0, let town = Self.towns.randomElement(using: &chance) {
        let center = Coordinate(reducing: town.2, latitude: town.3)
        let radius = [Meters(150), Meters(4_000), .kilometers(30), .kilometers(200)].randomElement(
          using: &chance)
        account.placeName = town.0
        account.countryCode = town.1
        if Int.random(in: 0...3, using: &chance) == 0 { account.siteName = "the mission in \(town.0)" }
        account.footprint = Footprint(
          geometry: Self.square(around: center), best: center, radius: radius ?? Meters(1),
          relation: .inSettlement,
          anchorName: town.0, wherePrecision: 2, geoPrecision: 1, reason: "\(town.0).")
      }
      if Int.random(in: 0...2, using: &chance) == 0 {
        account.parted = ["", "airport", "market"].randomElement(using: &chance)
      }
      accounts.append(account)
    }
    return NewDocument(
      record: DocumentRecord(id: id), content: ContentHash(Array(id.utf8)),
      findings: DocumentFindings(document: id, accounts: accounts))
  }

  private static func square(around center: Coordinate) -> Geometry {
    let corners = [(-0.02, -0.02), (0.02, -0.02), (0.02, 0.02), (-0.02, 0.02), (-0.02, -0.02)]
    return .polygon(
      Polygon(
        exterior: corners.map {
          Coordinate(reducing: center.longitude + $0.0, latitude: center.latitude + $0.1)
        }))
  }

  /// What a case tells, but for the names of incidents, which stay with those that had them first.
  private func told(by file: CaseFile) throws -> [String] {
    let incidents = try file.incidents().map { incident in
      let accounts = incident.accounts.map { "\($0.document)@\($0.sentences[0].start)" }.sorted()
      return
        "\(incident.date) \(incident.kind) \(incident.footprint.anchorName) \(incident.footprint.radius) "
        + "\(incident.killed ?? -1) \(incident.confidence) \(accounts)"
    }
    let content = try file.outline()
    let evidence = try file.evidence(
      CaseEvidence.Query(told: [], selected: content.incidents.map(\.id), sites: nil), of: content)
    return
      (incidents + evidence.statements.map { "\($0.reason) \($0.evidence.document) \($0.evidence.start)" })
      .sorted()
  }

  @Test(arguments: propertySeeds)
  func randomPartsAreTheWhole(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let documents = (0..<120).map { document($0, &chance) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func make(_ name: String, _ parts: [[NewDocument]]) throws -> CaseFile {
      let file = CaseFile(path: folder.appending(path: name).path)
      for part in parts {
        let addition = try CaseAddition(file)
        for document in part { try addition.add(document) }
        _ = try addition.commit(
          CaseAddition.Rules(merger: IncidentMerger(sites: []), sites: []))
        addition.close()
      }
      return file
    }
    let whole = try told(by: try make("whole.gpkg", [documents]))
    #expect(whole.count > 50)
    for count in [2, 7] {
      var parts = Array(repeating: [NewDocument](), count: count)
      for document in documents.shuffled(using: &chance) {
        parts[Int.random(in: 0..<count, using: &chance)].append(document)
      }
      let found = try told(by: try make("parts \(count).gpkg", parts.filter { !$0.isEmpty }))
      #expect(
        found == whole,
        "seed \(seed), \(count) parts: \(Set(found).symmetricDifference(whole).sorted().prefix(6))")
    }
  }
}
