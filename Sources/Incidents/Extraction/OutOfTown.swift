import GeoModel
import Geocoding
import Reading

/// Sites that lie outside the town they are named after, where no register has them: "Cusco airport", "the airport of
/// Cusco", "аэропорт Куско".
enum OutOfTown {
  /// Tags of the lexicon's `facility` section, and how far beyond the town such a site may lie: nine in ten airports
  /// lie within 25 km of the middle of the town they serve, and works with tanks at its edge.
  private static let reach: [String: Meters] = [
    "airport": Meters(20_000), "air_base": Meters(20_000), "oil_depot": Meters(8_000),
    "oil_refinery": Meters(8_000), "power_plant": Meters(8_000),
  ]

  /// Enlarges the footprints of towns that the words right beside put such a site at.
  static func widen(_ locatives: inout [Locative], beside matches: [LexiconMatch]) {
    guard !locatives.isEmpty else { return }
    for facility in matches where facility.section == .facility {
      guard let reach = reach[facility.tag],
        let index = locatives.firstIndex(where: { isBeside($0, facility.tokens) })
      else { continue }
      let kind = facility.tag.replacingBytes(of: "_", with: " ")
      let footprint = locatives[index].footprint
      var wide = try? footprint.reaching(
        Meters(footprint.radius.value + reach.value),
        why: "; the \(kind) is not registered and may lie outside the town")
      wide?.relation = .at
      if let wide {
        let town = locatives[index]
        locatives[index] = Locative(
          tokens: town.tokens, sentence: town.sentence, mention: town.mention, footprint: wide)
      }
    }
  }

  private static func isBeside(_ locative: Locative, _ facility: Range<Int>) -> Bool {
    guard locative.footprint.relation == .inSettlement, locative.footprint.anchorSite == nil else {
      return false
    }
    return (0...1).contains(facility.lowerBound - locative.tokens.upperBound)
      || (0...1).contains(locative.tokens.lowerBound - facility.upperBound)
  }
}
