internal import Gazetteer
internal import GeoModel

/// Makes the anchor of a footprint from what a mention means.
struct AnchorBuilder {
  let knowledge: any PlaceKnowledge

  func anchor(of referent: Mention.Referent) -> FootprintAnchor? {
    switch referent {
    case .place(let id): return knowledge.facts(of: id).map(anchor)
    case .site(let site): return FootprintAnchor(site: site)
    case .unregisteredSite(let site):
      guard let facts = site.place.flatMap({ knowledge.facts(of: $0) }) else { return nil }
      var anchor = anchor(facts)
      // In a town the site is meant; in a region it cannot be told from the region.
      if facts.level == .settlement {
        anchor.kind = .site(site.kind)
        if let reach = OutlyingSites.reach(of: site.kind) {
          anchor.radius = Meters(anchor.radius.value + reach.value)
        }
      }
      anchor.placedAt = facts.name
      anchor.name = site.name
      return anchor
    case .unresolved: return nil
    }
  }

  private func anchor(_ facts: PlaceFacts) -> FootprintAnchor {
    guard facts.level != .settlement else {
      return FootprintAnchor(
        name: facts.name, kind: .place(facts.level), center: facts.center, radius: facts.radius)
    }
    let extent = knowledge.extent(of: facts.id)
    return FootprintAnchor(
      name: facts.name, kind: .place(facts.level), center: facts.center, radius: extent.radius,
      outline: extent.outline, isOutlineDerived: extent.isDerived)
  }
}

/// What "50 metres away" is away from: the site, else the town, that was spoken of last.
struct AnchorSalience {
  private var site: (mention: Int, sentence: Int)?
  private var settlement: (mention: Int, sentence: Int)?

  mutating func note(_ mention: Int, isSite: Bool, sentence: Int) {
    if isSite { site = (mention, sentence) } else { settlement = (mention, sentence) }
  }

  /// The mention that a distance of this size is measured from, at most three sentences back.
  func anchor(sentence: Int, isLong: Bool) -> Int? {
    let site = site.flatMap { sentence - $0.sentence <= 3 ? $0 : nil }
    let settlement = settlement.flatMap { sentence - $0.sentence <= 3 ? $0 : nil }
    guard isLong else { return site?.mention }
    return (site ?? settlement)?.mention
  }
}
