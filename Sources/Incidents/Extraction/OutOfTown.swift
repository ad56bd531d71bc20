import GeoModel
import Geocoding
import Reading

/// Sites that lie outside the town they are named after, where no register has them: "Cusco airport", "the airport of
/// Cusco", "аэропорт Куско".
enum OutOfTown {
  /// Enlarges the footprints of towns that the words right beside put such a site at.
  static func widen(_ locatives: inout [Locative], beside matches: [LexiconMatch], in text: TokenizedText) {
    guard !locatives.isEmpty else { return }
    for facility in matches where facility.section == .facility {
      guard let reach = OutlyingSites.reach(of: facility.tag),
        let index = locatives.firstIndex(where: { isBeside($0, facility.tokens, text) })
      else { continue }
      let kind = facility.tag.replacingBytes(of: "_", with: " ")
      let footprint = locatives[index].footprint
      var wide = try? footprint.reaching(
        Meters(footprint.radius.value + reach.value),
        why: "; the \(kind) is not registered and may lie outside the town")
      if footprint.relation == .inSettlement { wide?.relation = .at }
      if let wide {
        let town = locatives[index]
        locatives[index] = Locative(
          tokens: town.tokens, sentence: town.sentence, mention: town.mention, footprint: wide)
      }
    }
  }

  private static func isBeside(_ locative: Locative, _ facility: Range<Int>, _ text: TokenizedText) -> Bool {
    guard [.inSettlement, .near].contains(locative.footprint.relation), locative.footprint.anchorSite == nil
    else { return false }
    // "в аэропорту Махачкалы": the phrase that places the town takes in the word for the site.
    if locative.tokens.lowerBound <= facility.lowerBound, facility.upperBound < locative.tokens.upperBound {
      return true
    }
    // "в аэропорту «Кольцово» (Екатеринбург)"
    let gap = facility.upperBound..<max(facility.upperBound, locative.tokens.lowerBound)
    if (3...6).contains(gap.count), text.tokens[gap.lowerBound].kind == .punctuation,
      gap.dropFirst().contains(where: { text.tokens[$0].kind == .punctuation }),
      gap.allSatisfy({ text.tokens[$0].kind == .punctuation || text.tokens[$0].casing != .lower })
    {
      return true
    }
    return (0...1).contains(facility.lowerBound - locative.tokens.upperBound)
      || (0...1).contains(locative.tokens.lowerBound - facility.upperBound)
  }
}
