import CordonKit
import Foundation
import GeoKernel
import GeoModel
import Geocoding
import Incidents
import Proximity
import Testing

/// Every field of the analyst's file, where it stands beside the checkout, against what is read from `seeds/`.
@Suite(.enabled(if: AnalystFile.exists)) struct AnalystTests {
  private static let kinds: [String: IncidentKind] = [
    "airstrike": .airStrike, "missile strike": .missileStrike, "drone attack": .droneAttack,
    "air crash": .aircraftCrash,
  ]

  static func pairs() async throws -> (pairs: [(AnalystFile.Incident, Incident)], found: Case) {
    let found = try await SeedsTests.run()
    let gold = try AnalystFile.read()
    #expect(found.incidents.count == gold.incidents.count)
    let pairs = gold.incidents.compactMap { wanted in
      let incident = found.incidents.first {
        $0.siteID == wanted.targetSite && $0.date.from.description == wanted.date.start
          && $0.date.to.description == wanted.date.end
      }
      #expect(incident != nil, "\(wanted.id)")
      return incident.map { (wanted, $0) }
    }
    return (pairs, found)
  }

  @Test func kindsWeaponsAndPlaces() async throws {
    for (wanted, incident) in try await Self.pairs().pairs {
      #expect(incident.kind == Self.kinds[wanted.kind], "\(wanted.id)")
      if let weapon = wanted.weapon, wanted.kind == "missile strike" {
        let name = String(weapon.prefix { $0.isLetter })
        #expect(incident.weapon?.contains(name) == true, "\(wanted.id): \(incident.weapon ?? "none")")
      }
      let told = incident.disagreements.first { $0.field == "weapon" }?.variants.map(\.value) ?? []
      for variant in wanted.weaponVariants?.compactMap(\.value) ?? [] {
        let name = variant.prefix { $0.isLetter }
        #expect(told.contains { $0.contains(name) }, "\(wanted.id): \(variant)")
      }
      let place = try #require(
        Coordinate(longitude: wanted.location.lon, latitude: wanted.location.lat), "\(wanted.id)")
      let gap = Geodesic.wgs84.distance(place, incident.footprint.best).value
      #expect(gap <= wanted.location.radiusM + incident.footprint.radius.value, "\(wanted.id): \(gap) m")
      guard let value = wanted.spatialRelation.value else { continue }
      let stated = try #require(incident.footprint.statedDistance, "\(wanted.id)")
      #expect(stated.text.contains("\(value)"), "\(wanted.id)")
      if let metres = wanted.spatialRelation.metresEstimate {
        #expect((stated.low.value...stated.high.value).contains(metres), "\(wanted.id)")
      }
    }
  }

  @Test func effects() async throws {
    for (wanted, incident) in try await Self.pairs().pairs {
      #expect(incident.killed == wanted.effects.killed, "\(wanted.id)")
      switch wanted.effects.injured {
      case .number(let number): #expect(incident.injured == number, "\(wanted.id)")
      case .some:
        #expect(incident.injured == nil, "\(wanted.id)")
        #expect(incident.accounts.contains { $0.injured != nil }, "\(wanted.id)")
      case nil: #expect(incident.injured == nil, "\(wanted.id)")
      }
      let effects = incident.accounts.flatMap(\.effects)
      let damage = wanted.effects.damage ?? ""
      if wanted.kind != "air crash" { #expect(!effects.isEmpty, "\(wanted.id)") }
      #expect(effects.contains { $0.kind == .crater } == damage.contains("crater"), "\(wanted.id)")
      #expect(
        effects.contains { $0.kind == .unexplodedOrdnance } == damage.contains("unexploded"), "\(wanted.id)")
      for part in ["administrative building", "consular section"] where damage.contains(part) {
        #expect(effects.contains { $0.evidence.quote.contains(part) }, "\(wanted.id): \(part)")
      }
    }
  }

  /// Nearly every sentence the analyst rests an incident on, and both sides of what is claimed.
  @Test func sentencesAndClaims() async throws {
    var mentions = (found: 0, all: 0)
    var claims = (found: 0, all: 0)
    for (wanted, incident) in try await Self.pairs().pairs {
      let sentences = incident.accounts.flatMap(\.sentences)
      let said = incident.claims.map(\.evidence)
      for mention in wanted.mentions {
        mentions.all += 1
        mentions.found += sentences.contains { covers($0, mention) } ? 1 : 0
      }
      for claim in wanted.claims {
        claims.all += 1
        claims.found += (said + sentences).contains { covers($0, claim.mention) } ? 1 : 0
      }
      for claim in wanted.claims where claim.about.contains("denial") {
        #expect(
          incident.claims.contains { $0.stance == .denies && $0.claimant.contains(claim.claimant) },
          "\(wanted.id): \(claim.claimant)")
      }
      if wanted.claims.contains(where: { $0.about.contains("responsibility: Ukraine") }) {
        #expect(incident.claims.contains { $0.about == "Ukraine" || $0.stance == .regrets }, "\(wanted.id)")
      }
    }
    #expect(mentions.found * 10 >= mentions.all * 9, "\(mentions)")
    #expect(claims.found * 10 >= claims.all * 8, "\(claims)")
  }

  /// What the reports contradict each other in is not lost: nearly all such words are kept somewhere.
  @Test func contradictions() async throws {
    let found = try await SeedsTests.run()
    let kept =
      found.incidents.flatMap { incident in
        incident.accounts.flatMap { $0.sentences + $0.effects.map(\.evidence) }
          + incident.claims.map(\.evidence)
      } + found.statements.map(\.evidence)
    var mentions = (found: 0, all: 0)
    var lost: [String] = []
    for contradiction in try AnalystFile.read().contradictions {
      for mention in contradiction.mentions {
        mentions.all += 1
        if kept.contains(where: { covers($0, mention) }) {
          mentions.found += 1
        } else {
          lost.append("\(contradiction.id): \(mention.quote)")
        }
      }
    }
    #expect(mentions.found * 10 >= mentions.all * 8, "\(mentions): \(lost)")
  }

  private func covers(_ evidence: Evidence, _ mention: AnalystFile.Mention) -> Bool {
    evidence.document == mention.seed && evidence.start <= mention.offset
      && mention.offset + mention.length <= evidence.end
  }
}
