public import Gazetteer
public import Reading

/// Finds the places and sites a document names and decides what each name means.
///
/// Places are recognised and resolved first, then the sites that are composed of them, then the
/// phrases that place something relative to either.
public struct Geocoder: Sendable {
  private let gazetteer: Gazetteer
  private let tables: GeocodingTables
  private let options: GeocodingOptions
  private let languages: LanguageTables
  private let sites: SiteRecognizer
  private let locatives: LocativeReader
  private let memories: WorkerMemories

  /// - Parameters:
  ///   - gazetteer: the places.
  ///   - sites: the registered sites.
  ///   - tables: the weights and small tables, from `GeocodingTables(dataFolder:)`.
  ///   - options: the user's own names, and where the texts are likely about.
  ///   - lexicon: the words of a language; a document in an unknown language is read as English.
  public init(
    gazetteer: Gazetteer, sites: SiteRegistry, tables: GeocodingTables,
    options: GeocodingOptions = GeocodingOptions(),
    lexicon: @escaping @Sendable (_ language: String) -> Lexicon?
  ) {
    self.gazetteer = gazetteer
    self.tables = tables
    self.options = options
    languages = LanguageTables(lexicon)
    memories = WorkerMemories(NameScanner(gazetteer))
    let knowledge = GazetteerKnowledge(gazetteer)
    self.sites = SiteRecognizer(
      catalog: SiteCatalog(sites: sites.sites, kinds: tables.siteKinds), knowledge: knowledge)
    locatives = LocativeReader(maker: FootprintMaker(nearness: tables.nearness), knowledge: knowledge)
  }

  /// The places, sites and locatives of a document; never fails, never looks outside the document.
  public func geocode(_ document: Document) -> GeocodedDocument {
    var matches: [Int: [LexiconMatch]] = [:]
    var mentions = mentions(in: document, &matches)
    var found: [Locative] = []
    let words = languages.tables(for: document.language)
    if let lexicon = words.lexicon {
      if let adjectives = words.townAdjectives {
        let works = NamedWorks(
          gazetteer: gazetteer, kinds: sites.catalog.kinds, lexicon: lexicon, adjectives: adjectives
        ).mentions(in: document, besides: mentions, matches: &matches)
        mentions = SiteRecognizer.merge(places: mentions, sites: works)
      }
      let quoted = QuotedNames(gazetteer: gazetteer, catalog: sites.catalog, lexicon: lexicon)
        .mentions(in: document, besides: mentions, matches: &matches)
      mentions = SiteRecognizer.merge(places: mentions, sites: quoted)
      mentions += memories.lend { memory in
        DescribedTowns(
          knowledge: sites.knowledge, lexicon: lexicon, states: operatorAdjectives(words, memory),
          towns: words.townAdjectives
        ).mentions(in: document, sentences: document.sentences.indices, besides: mentions, matches: &matches)
      }
      mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
      found = locatives.locatives(in: document, mentions: mentions, lexicon: lexicon, matches: &matches)
    }
    return GeocodedDocument(document: document, mentions: mentions, locatives: found, matches: matches)
  }

  /// The places and sites alone, without drawing footprints: an order of magnitude faster.
  public func mentions(in document: Document) -> [Mention] {
    var matches: [Int: [LexiconMatch]] = [:]
    return mentions(in: document, &matches)
  }

  /// - Parameter matches: gets the lexicon's of each sentence that was searched for them.
  private func mentions(in document: Document, _ matches: inout [Int: [LexiconMatch]]) -> [Mention] {
    let words = languages.tables(for: document.language)
    let (places, heads) = pass(document, given: nil, traced: false) { ($0.mentions, $0.siteHeads) }
    return SiteRecognizer.merge(
      places: places, sites: siteMentions(in: document, places: places, heads, words, &matches))
  }

  /// What the words of given spans mean, each taken for a place; one mention for each that words stand in.
  ///
  /// - Parameter spans: UTF-8 bytes of the document's text, without overlaps.
  public func mentions(in document: Document, at spans: [Range<Int>]) -> [Mention] {
    let places = pass(document, given: spans, traced: false) { $0.mentions }
    let resolved = Set(places.filter(\.isResolved).map(\.range))
    guard resolved.count < spans.count else { return places }
    // What is no place may be a site ("the Azerbaijani embassy in Kyiv"); its parts need the places around it.
    let (around, heads) = pass(document, given: nil, traced: false) { ($0.mentions, $0.siteHeads) }
    let asked = Set(spans).subtracting(resolved)
    var matches: [Int: [LexiconMatch]] = [:]
    let found = siteMentions(
      in: document, places: around, heads, languages.tables(for: document.language), &matches
    ).filter { asked.contains($0.range) }
    let ranges = Set(found.map(\.range))
    return (places.filter { !ranges.contains($0.range) } + found).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// - Parameters:
  ///   - heads: the words for kinds of sites.
  ///   - matches: gets the lexicon's of each sentence that was searched for them.
  private func siteMentions(
    in document: Document, places: [Mention], _ heads: SiteHeads, _ words: LanguageTables.Tables,
    _ matches: inout [Int: [LexiconMatch]]
  ) -> [Mention] {
    guard let lexicon = words.lexicon, heads.lead else { return [] }
    let sentences = heads.sentences
    // Without a mission, one of the places must be where a site may be registered: few are.
    let mayBeHere = heads.leadAnywhere || sites.catalog.soughtTags.mayHost(anyOf: countries(of: places))
    let bySentence = MentionsBySentence(places, in: document)
    let (known, isMore) = memories.lend { memory in
      let states = operatorAdjectives(words, memory)
      let adjectives = states.mentions(
        in: document, sentences: sentences, places: places, bySentence: bySentence, lexicon: lexicon,
        matches: &matches)
      let towns = DescribedTowns(
        knowledge: self.sites.knowledge, lexicon: lexicon, states: states, towns: words.townAdjectives
      ).mentions(in: document, sentences: sentences, besides: places + adjectives, matches: &matches)
      if adjectives.isEmpty && towns.isEmpty { return (places, false) }
      return ((places + adjectives + towns).sorted { $0.range.lowerBound < $1.range.lowerBound }, true)
    }
    guard mayBeHere || isMore else { return [] }
    return sites.siteMentions(
      in: document, sentences: sentences, places: known, bySentence: isMore ? nil : bySentence,
      lexicon: lexicon, matches: matches)
  }

  private func countries(of places: [Mention]) -> some Sequence<String?> {
    places.lazy.compactMap { mention -> String?? in
      guard case .place(let id) = mention.referent else { return nil }
      return .some(gazetteer.place(id).country)
    }
  }

  private func operatorAdjectives(_ words: LanguageTables.Tables, _ memory: WorkerMemory)
    -> OperatorAdjectives
  {
    OperatorAdjectives(
      gazetteer: gazetteer, inflections: words.inflections, catalog: sites.catalog, memory: memory.scan)
  }

  /// Every name of a document with its candidates and what spoke for and against each.
  ///
  /// - Parameter spans: those to explain, each taken for a place; `nil` for whatever there is.
  public func explain(_ document: Document, at spans: [Range<Int>]? = nil) -> [MentionExplanation] {
    pass(document, given: spans, traced: true) { $0.explanations }
  }

  private func pass<Answer>(
    _ document: Document, given: [Range<Int>]?, traced: Bool, _ body: (PlacePass) -> Answer
  ) -> Answer {
    let words = languages.tables(for: document.language)
    let sought = words.lexicon.map { sites.catalog.soughtTags.words(of: $0) }
    return memories.lend { memory in
      TaggedText.with(document, words, sought, memory) { text in
        body(
          PlacePass(
            gazetteer, tables.model, words, text, options, memory, given: given, traced: traced))
      }
    }
  }
}

extension Mention {
  fileprivate var isResolved: Bool { if case .unresolved = referent { false } else { true } }
}
