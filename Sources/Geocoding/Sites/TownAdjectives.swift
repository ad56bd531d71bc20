internal import Reading

/// How a language makes adjectives of the names of its towns: "Рязанский" of "Рязань", "одеський" of "Одеса".
///
/// Read from the table `town_adjective` of a lexicon: under `ending` the endings of its cases, under each suffix what
/// stands in its place at the end of a town's name.
struct TownAdjectives: Sendable {
  /// Finds the words for the kinds of sites that are called by such adjectives; power stations are mostly called after
  /// their region.
  let sites: PatternSearch
  private let endings: [String]
  private let suffixes: [(suffix: String, bases: [String])]

  /// Shorter stems would match nearly everything.
  private static let minimumStem = 2

  /// `nil` for a language without the table.
  init?(_ lexicon: Lexicon?) {
    guard let lexicon, var table = Optional(lexicon.entries(of: "town_adjective")),
      let endings = table.removeValue(forKey: "ending")
    else { return nil }
    self.endings = endings.map { Folding.fold($0) }
    suffixes =
      table.sorted { $0.key < $1.key }.map { suffix, bases in
        (Folding.fold(suffix), bases.map { Folding.fold($0) })
      }
    sites = PatternSearch(
      lexicon, section: "facility", tags: OutlyingSites.kinds.subtracting(["power_plant"]))
  }

  /// The names that a town may have after which something is called so; most of them nobody bears.
  ///
  /// - Parameter word: folded.
  func names(of word: String) -> [String] {
    var names: [String] = []
    for ending in endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      for (suffix, bases) in suffixes where stem.hasSuffix(suffix) {
        let root = stem.dropLast(suffix.count)
        guard root.count >= Self.minimumStem else { continue }
        names += bases.map { root + $0 }
      }
    }
    return names
  }
}
