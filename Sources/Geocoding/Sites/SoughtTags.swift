internal import Gazetteer
internal import Reading
internal import Synchronization

/// Which words for kinds of sites can lead to a site: those of missions and their parts, and those of families that
/// the register has. "Hotel" does not, as long as no hotel is registered.
///
/// A final class that keeps the tags of each language; sendable because a mutex guards them.
final class SoughtTags: Sendable {
  /// Tags of the lexicon's `facility` section.
  struct Tags: Sendable {
    /// Those that a document needs one of.
    let leading: Set<String>
    /// The same with those that mean a site named before.
    let all: Set<String>
  }

  /// The countries of the registered sites that are no missions.
  private let hosts: Set<String>
  private let kinds: SiteKindTable
  private let families: Set<String>
  private let known = Mutex<[String: (everywhere: Tags, withHosts: Tags)]>([:])

  /// States have these everywhere, registered or not.
  private static let everywhere: Set<String> = ["embassy", "consulate", "mission", "part"]

  /// - Parameter others: the registered sites that are no missions.
  init(kinds: SiteKindTable, others: [Site]) {
    self.kinds = kinds
    hosts = Set(others.map(\.hostCountry))
    families = Set(others.map { kinds.entry(SiteKindTable.tag(of: $0.kind)).family })
  }

  /// Those of a lexicon for a document that names places in some countries, or in none that is known (`nil`): a
  /// registered site is only found in a document that names its country or something in it.
  func tags(of lexicon: Lexicon, countries: Set<String?>) -> Tags {
    let known = known.withLock { known in
      if let tags = known[lexicon.language] { return tags }
      let tags = (
        everywhere: tags(of: lexicon, Self.everywhere),
        withHosts: tags(of: lexicon, Self.everywhere.union(families))
      )
      known[lexicon.language] = tags
      return tags
    }
    let namesHost = countries.contains { $0.map(hosts.contains) ?? true }
    return namesHost ? known.withHosts : known.everywhere
  }

  /// Those of missions, their parts and compounds.
  func missionTags(of lexicon: Lexicon) -> Set<String> { tags(of: lexicon, countries: []).all }

  private func tags(of lexicon: Lexicon, _ families: Set<String>) -> Tags {
    let tags = lexicon.entries(of: "facility").keys
    let leading = Set(tags.filter { families.contains(kinds.entry($0).family) })
    return Tags(
      leading: leading, all: leading.union(tags.filter { kinds.entry($0).family == "compound" }))
  }
}
