import CordonKit
import Foundation
import Geocoding
import Incidents
import Proximity
import Reading
import Testing

/// The sample reports in `seeds/`, read as a careful analyst reads them.
@Suite struct SeedsTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  static func run() async throws -> Case {
    let workspace = Workspace(dataFolder: root.appending(path: "data").path)
    return try await Pipeline(workspace: workspace).run([root.appending(path: "seeds").path])
  }

  struct Expected: Sendable {
    let from: String
    let to: String
    let kind: IncidentKind
    let site: String
    let relation: SpatialRelation
    let documents: [String]
    var weapon: String?
    var killed: Int?
    var injured: Int?
  }

  /// From the five texts, by hand; a month is its first and last day.
  static let expected: [Expected] = [
    Expected(
      from: "2022-03-01", to: "2022-03-31", kind: .airStrike, site: "az-honcons-kharkiv", relation: .at,
      documents: ["003"]),
    Expected(
      from: "2024-01-02", to: "2024-01-02", kind: .missileStrike, site: "az-emb-kyiv", relation: .distance,
      documents: ["002", "003"], weapon: "Kinzhal"),
    Expected(
      from: "2024-12-25", to: "2024-12-25", kind: .aircraftCrash, site: "flight-8243-crash", relation: .at,
      documents: ["000", "001", "003"], weapon: "missile", killed: 38),
    Expected(
      from: "2025-08-08", to: "2025-08-08", kind: .droneAttack, site: "socar-depot-odesa", relation: .at,
      documents: ["002", "003"], weapon: "drone"),
    Expected(
      from: "2025-08-18", to: "2025-08-18", kind: .droneAttack, site: "socar-depot-odesa", relation: .at,
      documents: ["002", "003"], weapon: "drone"),
    Expected(
      from: "2025-08-28", to: "2025-08-28", kind: .airStrike, site: "az-emb-kyiv", relation: .distance,
      documents: ["002", "003"]),
    Expected(
      from: "2025-11-14", to: "2025-11-14", kind: .missileStrike, site: "az-emb-kyiv", relation: .at,
      documents: ["000", "002", "003", "004"], weapon: "Iskander", injured: 0),
  ]

  @Test func theSevenIncidentsEachOnce() async throws {
    let incidents = try await Self.run().incidents
    #expect(incidents.count == Self.expected.count)
    for (incident, expected) in zip(incidents, Self.expected) {
      #expect(incident.date.from.description == expected.from)
      #expect(incident.date.to.description == expected.to)
      #expect(incident.kind == expected.kind, "\(incident.id)")
      #expect(incident.siteID == expected.site, "\(incident.id)")
      #expect(incident.footprint.relation == expected.relation, "\(incident.id)")
      #expect(incident.documents.map { String($0.prefix(3)) } == expected.documents, "\(incident.id)")
      #expect(incident.killed == expected.killed, "\(incident.id)")
      #expect(incident.injured == expected.injured, "\(incident.id)")
      if let weapon = expected.weapon {
        #expect(incident.weapon?.contains(weapon) == true, "\(incident.id): \(incident.weapon ?? "none")")
      }
    }
  }

  @Test func stepsAndMetresBecomeFootprints() async throws {
    let incidents = try await Self.run().incidents
    let steps = incidents.first { $0.date.from.description == "2024-01-02" }?.footprint
    #expect(steps?.statedDistance?.text == "about 35 steps")
    #expect(steps?.anchorSite == "az-emb-kyiv-admin")
    // 35 steps of 0.6–0.85 m; not the crater's 3 m, not the 8 m of depth.
    #expect((20.0...22).contains(steps?.statedDistance?.low.value ?? 0))
    #expect((29.0...31).contains(steps?.statedDistance?.high.value ?? 0))
    let metres = incidents.first { $0.date.from.description == "2025-08-28" }?.footprint
    #expect(metres?.statedDistance?.best.value == 50)
    #expect(metres?.ring != nil)
  }

  @Test func bothSidesAreHeard() async throws {
    let incidents = try await Self.run().incidents
    let claims = incidents.last?.claims ?? []
    #expect(
      claims.contains { $0.stance == .blames && $0.claimant.contains("Aliyev") && $0.about == "Russia" })
    #expect(claims.contains { $0.stance == .denies && $0.claimant.contains("Russian Foreign Ministry") })
    #expect(claims.contains { $0.stance == .regrets && $0.weapon?.contains("Patriot") == true })
    #expect(
      claims.contains { $0.stance == .questions && $0.claimant.contains("Ministry of Foreign Affairs") })
    let weapons = incidents.last?.disagreements.first { $0.field == "weapon" }?.variants.map(\.value) ?? []
    #expect(weapons.contains { $0.contains("Iskander") } && weapons.contains { $0.contains("Patriot") })
  }

  /// "Three strikes", "August and November", a series: sums are statements about the incidents.
  @Test(arguments: [
    "There have been three strikes on our embassy", "two more strikes followed",
    "there were only three explosions",
    "which took place in August and November", "a series of apparently random airstrikes",
  ])
  func sumsStayStatements(quote: String) async throws {
    let found = try await Self.run()
    let statement = found.statements.first { $0.evidence.quote.contains(quote) }
    #expect(statement?.reason == .aggregate)
    #expect(statement?.mayConcern.isEmpty == false)
    #expect(
      !found.incidents.contains {
        $0.accounts.contains { $0.sentences.contains { $0.quote.contains(quote) } }
      })
  }

  @Test func quotesStandWhereTheyAreSaidToStand() async throws {
    let found = try await Self.run()
    for account in found.incidents.flatMap(\.accounts) {
      let file = Self.root.appending(path: "seeds").appending(path: account.document)
      let scalars = Array(try String(contentsOf: file, encoding: .utf8).unicodeScalars)
      for evidence in account.sentences + account.effects.map(\.evidence) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[evidence.start..<evidence.end])
        #expect(String(text) == evidence.quote)
      }
    }
  }
}
