internal import Reading
internal import Synchronization

/// Which words for kinds of sites can lead to a site: those of missions, their parts and compounds, and those of
/// families that the register has. "Hotel" does not, as long as no hotel is registered.
struct SoughtTags: Sendable {
  private let kinds: SiteKindTable
  private let families: Set<String>

  private static let always: Set<String> = ["embassy", "consulate", "mission", "part", "compound", "crash"]

  /// - Parameter families: those of which a site is registered.
  init(kinds: SiteKindTable, families: Set<String>) {
    self.kinds = kinds
    self.families = families.union(Self.always)
  }

  /// Those of a lexicon.
  func tags(of lexicon: Lexicon) -> Set<String> {
    Set(lexicon.entries(of: "facility").keys.filter { families.contains(kinds.entry($0).family) })
  }
}

/// The same by language, kept. Sendable because a mutex guards it.
final class SoughtTagCache: Sendable {
  private let known = Mutex<[String: Set<String>]>([:])

  func tags(of lexicon: Lexicon, _ sought: SoughtTags) -> Set<String> {
    if let tags = known.withLock({ $0[lexicon.language] }) { return tags }
    let tags = sought.tags(of: lexicon)
    known.withLock { $0[lexicon.language] = tags }
    return tags
  }
}
