internal import Gazetteer
internal import GeoKernel
internal import GeoModel
internal import Reading

/// Tells quarters of the town at hand from towns of the same name elsewhere: "the Clifton district" of a report
/// from Karachi is no town in New Jersey.
struct NamesakeQuarters {
  let gazetteer: Gazetteer
  let placement: ComposedPlacement

  /// - Parameters:
  ///   - mentions: of the gazetteer's names, in text order.
  ///   - names: in text order, each also one of the mentions.
  /// - Returns: the mentions, those of them replaced that are rather quarters of a town named nearby.
  func replacing(_ mentions: [Mention], _ names: [ComposedName]) -> [Mention] {
    var mentions = mentions
    var index = 0
    for name in names {
      while index < mentions.count, mentions[index].range.upperBound <= name.range.lowerBound { index += 1 }
      if name.kind == .county {
        if index < mentions.count, mentions[index].tokens.overlaps(name.tokens) {
          mentions[index] = county(name, mentions[index])
        } else {
          mentions.insert(placement.mention(name), at: index)
        }
        continue
      }
      guard index < mentions.count, mentions[index].tokens == name.tokens,
        let town = placement.settlement(of: name), isQuarter(mentions[index], of: town)
      else { continue }
      mentions[index] = placement.mention(name)
    }
    return mentions
  }

  private func isQuarter(_ mention: Mention, of town: PlaceID) -> Bool {
    guard mention.role == .place, mention.probability < Self.surely else { return false }
    guard case .place(let id) = mention.referent else { return true }
    let namesake = gazetteer.place(id)
    let town = gazetteer.place(town)
    return namesake.featureClass == .settlement && namesake.population < town.population
      && Geodesic.wgs84.distance(namesake.coordinate, town.coordinate) > Self.outOfTown
  }

  /// A county around the town that it is called after, if other towns of the report are near that; Elgin County in
  /// Ontario does not lie around Elgin in Illinois.
  private func county(_ name: ComposedName, _ inner: Mention) -> Mention {
    guard inner.role == .place || inner.role == .metonym else { return placement.mention(name) }
    var referent = Mention.Referent.unresolved(reason: "the gazetteer has no such county")
    var reasons: [String] = []
    if case .place(let id) = inner.referent, isNearOthers(id, name) {
      let town = gazetteer.place(id).name
      let words = placement.text[name.range]
      referent = .unregisteredSite(
        UnregisteredSite(
          kind: ComposedName.Kind.county.rawValue, operatorCountry: nil, operatorName: nil, place: id,
          name: words))
      reasons = [
        "a county that the gazetteer does not have, placed around the town it is called after, \(town)"
      ]
    }
    var mention = Mention(
      range: name.range, tokens: name.tokens, sentence: name.sentence, role: .place, referent: referent,
      probability: reasons.isEmpty ? 0 : inner.probability, reasons: reasons)
    mention.nameProbability = inner.nameProbability
    return mention
  }

  private func isNearOthers(_ town: PlaceID, _ name: ComposedName) -> Bool {
    let center = gazetteer.place(town).coordinate
    return placement.settlements.contains { other in
      other.place != town && !other.tokens.overlaps(name.tokens)
        && Geodesic.wgs84.distance(gazetteer.place(other.place).coordinate, center) < Self.inOneCounty
    }
  }

  private static let inOneCounty = Meters.kilometers(100)

  /// From here on the words or the report speak for the place of that name.
  private static let surely = 0.8
  private static let outOfTown = Meters.kilometers(50)
}
