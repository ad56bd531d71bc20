internal import Gazetteer
internal import GeoKernel
internal import GeoModel

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

  /// From here on the words or the report speak for the place of that name.
  private static let surely = 0.8
  private static let outOfTown = Meters.kilometers(50)
}
