internal import Gazetteer

/// Tells which of the towns of one name the language of a text calls so.
///
/// To Romanians Haga is The Hague, whatever hamlets of that name lie elsewhere; to the French Valence is first of all
/// the one in France.
struct TownNames {
  let gazetteer: Gazetteer
  let language: LanguageSet
  /// ISO codes of the countries it is spoken in, in small letters.
  let countries: [String]
  /// Whether it is written all over the world, so that nobody's great town is meant first: English.
  let knowsWorld: Bool

  /// Whether the language has a name for a capital or a great town.
  func isGreatTown(_ name: NamePostings) -> Bool {
    name.contains {
      guard !$0.kind.isDemonym, !$0.languages.isDisjoint(with: language) else { return false }
      let place = gazetteer.place($0.place)
      return place.featureClass == .settlement
        && (place.isCapital || place.population >= Self.leastOfGreat)
    }
  }

  private static let leastOfGreat = 100_000

  /// Makes the towns that the language calls so first names, and marks those elsewhere that it has no name for.
  ///
  /// What lies where the language is spoken needs no name of its own, and if it is a town of some size, no foreign one
  /// takes its name; if it is a great one, none that is not several times greater: French "Brest" is in Brittany.
  ///
  /// - Parameter isOneName: `false` where the words may be forms of several names: "в Люблине".
  func weigh(_ senses: inout [NameSense], isOneName: Bool) {
    let hasOwn = senses.contains(where: isTownAtHome)
    guard hasOwn || senses.contains(where: { $0.usage == .ours && $0.place.featureClass == .settlement })
    else {
      return
    }
    // A bare name of a country says the country, whatever its capital is called.
    let isFree = !hasOwn && !senses.contains { $0.place.featureClass == .country }
    let greatest =
      knowsWorld || !isOneName ? 0 : senses.lazy.filter(isTownAtHome).map(\.place.logPopulation).max() ?? 0
    // In English a far greater town that spells itself so is nobody else's: "Odesa" is the one in Ukraine.
    let isFirst = knowsWorld && !senses.contains { $0.usage == .ours && !isAtHome($0) }
    let rival = isFirst ? senses.lazy.filter(isAtHome).map(\.place.logPopulation).max() ?? 0 : .infinity
    for index in senses.indices where senses[index].place.featureClass == .settlement {
      let town = senses[index].place
      if greatest > 5, !town.isCapital, town.logPopulation < greatest + Self.several, !isAtHome(senses[index])
      {
        senses[index].usage = .others
      } else if senses[index].usage == .ours {
        if senses[index].kind == .alternate, isFree { senses[index].kind = .primary }
      } else if !isAtHome(senses[index]),
        senses[index].kind != .primary || town.logPopulation < rival + Self.several
      {
        senses[index].usage = .others
      }
    }
  }

  /// A town of some size under its first name.
  private func isTownAtHome(_ sense: NameSense) -> Bool {
    sense.kind == .primary && sense.place.featureClass == .settlement
      && sense.place.logPopulation > Self.leastLogPopulation && isAtHome(sense)
  }

  private func isAtHome(_ sense: NameSense) -> Bool {
    guard let country = gazetteer.place(sense.place.id).country else { return false }
    return countries.contains(country.lowercased())
  }

  /// Log of four.
  private static let several = 0.6

  /// Thirty thousand inhabitants.
  private static let leastLogPopulation = 4.48
}
