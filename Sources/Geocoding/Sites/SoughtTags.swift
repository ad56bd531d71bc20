internal import Gazetteer
internal import Reading
internal import Synchronization

/// Which words for kinds of sites can lead to a site: those of missions and their parts, and those of families that
/// the register has. "Hotel" does not, as long as no hotel is registered.
///
/// A final class that keeps the words of each language; sendable because a mutex guards them.
final class SoughtTags: Sendable {
  /// Searches for patterns of the lexicon's `facility` section.
  struct Words: Sendable {
    /// One of them is needed by a document.
    let leading: PatternSearch
    /// The same with those that mean a site named before.
    let all: PatternSearch
  }

  /// The countries of the registered sites that are no missions.
  private let hosts: Set<String>
  private let kinds: SiteKindTable
  private let families: Set<String>
  /// Those of one language; an object, since every document asks for it.
  final class LanguageWords: Sendable {
    /// Those of missions, their parts and compounds.
    let everywhere: Words
    /// All of them: what any document in the language is searched for.
    let withHosts: Words
    /// Those of embassies and consulates, beside which a country is mostly the one that runs them.
    let embassies: PatternSearch

    init(everywhere: Words, withHosts: Words, embassies: PatternSearch) {
      self.everywhere = everywhere
      self.withHosts = withHosts
      self.embassies = embassies
    }
  }

  /// Of a handful of languages, looked through one by one.
  private let known = Mutex<[(language: String, words: LanguageWords)]>([])

  /// States have these everywhere, registered or not.
  private static let everywhere: Set<String> = ["embassy", "consulate", "mission", "part"]

  /// - Parameter others: the registered sites that are no missions.
  init(kinds: SiteKindTable, others: [Site]) {
    self.kinds = kinds
    hosts = Set(others.map(\.hostCountry))
    families = Set(others.map { kinds.entry(SiteKind.tag($0.kind)).family })
  }

  /// Those of a lexicon for a document that names places in some countries, or in none that is known (`nil`): a
  /// registered site is only found in a document that names its country or something in it.
  func words(of lexicon: Lexicon, countries: some Sequence<String?>) -> Words {
    let words = words(of: lexicon)
    return mayHost(anyOf: countries) ? words.withHosts : words.everywhere
  }

  /// Whether a site that is no mission may be registered in one of some countries; `nil` may be any.
  func mayHost(anyOf countries: some Sequence<String?>) -> Bool {
    var last: String?
    for country in countries {
      guard let country else { return true }
      // Most places of a document are in one country.
      if country == last { continue }
      if hosts.contains(country) { return true }
      last = country
    }
    return false
  }

  /// The sentences of a document that have any of them; the others are of no use for sites.
  func sentences(of document: Document, _ lexicon: Lexicon) -> [Int] {
    let words = words(of: lexicon).withHosts.all
    return document.sentences.indices.filter {
      words.isFound(in: document.tokens, document.sentences[$0].tokens)
    }
  }

  func words(of lexicon: Lexicon) -> LanguageWords {
    known.withLock { known in
      if let known = known.first(where: { $0.language == lexicon.language }) { return known.words }
      let words = LanguageWords(
        everywhere: words(of: lexicon, Self.everywhere),
        withHosts: words(of: lexicon, Self.everywhere.union(families)),
        embassies: words(of: lexicon, ["embassy", "consulate"]).leading)
      known.append((lexicon.language, words))
      return words
    }
  }

  private func words(of lexicon: Lexicon, _ families: Set<String>) -> Words {
    let tags = lexicon.entries(of: "facility").keys
    let leading = Set(tags.filter { families.contains(kinds.entry($0).family) })
    let all = leading.union(tags.filter { kinds.entry($0).family == "compound" })
    return Words(
      leading: PatternSearch(lexicon, section: "facility", tags: leading),
      all: PatternSearch(lexicon, section: "facility", tags: all))
  }
}
