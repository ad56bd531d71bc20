import CordonTestSupport
import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
import Incidents
import Proximity
import Testing

@Suite struct CaseTallyTests {
  /// Sites 200 m apart to the north of an embassy on whose grounds something happened.
  private func content(sites: Int, atTheEmbassy: Bool) throws -> Case {
    let center = position(44.4, 33.3)
    let all = (0..<sites).map { number in
      site(
        "s\(number + 10)",
        Geodesic.wgs84.direct(from: center, azimuth: Degrees(0), distance: Meters(200 * Double(number))),
        accuracy: 10)
    }
    let own = atTheEmbassy ? "s10" : nil
    let struck = try incident(
      "i", footprint(disc(center, 20), best: center, radius: 20, anchor: own), site: own)
    return Case(
      incidents: [struck], exposures: ExposureCalculator(sites: all).exposures(of: [struck]), sites: all)
  }

  @Test func nearTheGroundsOfASiteAllWithinAKilometreAreDrawn() throws {
    let content = try content(sites: 20, atTheEmbassy: true)
    #expect(content.exposures.count == 20)
    #expect(content.drawnExposures.map(\.site) == ["s10", "s11", "s12", "s13", "s14", "s15"])
    #expect(content.drawnExposures.allSatisfy { $0.best <= .kilometers(1.01) })
  }

  @Test func whereOnlyATownTellsThePlaceTheNearestFiveAreDrawn() throws {
    let content = try content(sites: 20, atTheEmbassy: false)
    #expect(content.drawnExposures.map(\.site) == ["s10", "s11", "s12", "s13", "s14"])
  }

  @Test func portionsAddUpToTheWhole() throws {
    let content = try content(sites: 12, atTheEmbassy: true)
    let whole = CaseTally(content)
    #expect(whole.counts["s10"]?.own == 1)
    #expect(whole.counts["s10"]?.possible == 0)
    #expect(whole.counts["s13"]?.possible == 1)
    // 100 m, 500 m, 1 km and 5 km around a site 600 m off.
    #expect(whole.counts["s13"]?.rings.map(\.certain) == [0, 0, 1, 1])
    #expect(whole.watched.isEmpty == content.sites.allSatisfy { !$0.isDiplomatic })
    var parts = CaseTally(sites: content.sites, rings: content.rings)
    parts.add(Case(incidents: content.incidents))
    for exposure in content.exposures {
      parts.add(exposure, isOwn: exposure.site == "s10")
    }
    #expect(parts.counts == whole.counts)
    #expect(parts.extremes == whole.extremes)
  }
}
