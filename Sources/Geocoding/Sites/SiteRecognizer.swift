public import Gazetteer
public import Reading

/// Finds the sites a document speaks of: embassies and their parts, plants, depots, airports.
///
/// A mission is composed from its kind, the state that runs it and where it is, in any order and language, and
/// then looked up in the register. One that is not registered is placed at its city and named as meant. A bare
/// "the embassy" refers to the most salient mission before it.
public struct SiteRecognizer: Sendable {
  let catalog: SiteCatalog
  let knowledge: any PlaceKnowledge
  public init(catalog: SiteCatalog, knowledge: any PlaceKnowledge) {
    self.catalog = catalog
    self.knowledge = knowledge
  }

  /// The site mentions of a document, in text order, without overlaps among themselves.
  ///
  /// - Parameters:
  ///   - places: what was found of places, demonyms and metonyms; they name operators and hosts.
  ///   - lexicon: the words of the document's language.
  public func siteMentions(in document: Document, places: [Mention], lexicon: Lexicon) -> [Mention] {
    siteMentions(
      in: document, sentences: catalog.soughtTags.sentences(of: document, lexicon), places: places,
      lexicon: lexicon)
  }

  /// - Parameters:
  ///   - sentences: those that have a word for a kind of site.
  ///   - bySentence: `places` by theirs, where that is known.
  ///   - matches: the lexicon's, of sentences where they are known already.
  func siteMentions(
    in document: Document, sentences: [Int], places: [Mention], bySentence: MentionsBySentence? = nil,
    lexicon: Lexicon, matches: [Int: [LexiconMatch]] = [:]
  ) -> [Mention] {
    guard
      let scene = SiteScene(
        document: document, sentences: sentences, places: places, lexicon: lexicon,
        bySentence: bySentence ?? MentionsBySentence(places, in: document), matches: matches,
        sought: catalog.soughtTags, knowledge: knowledge)
    else { return [] }
    let drafts = scene.views.map { view in
      let composer = SiteComposer(view: view, scene: scene)
      return view.facilities.flatMap { composer.drafts($0, family: catalog.kinds.entry($0.tag).family) }
    }
    scene.count(operators: drafts.flatMap { $0 })
    var finder = SiteFinder(catalog: catalog, scene: scene)
    for (view, drafts) in zip(scene.views, drafts) { finder.read(view, drafts) }
    finder.resolveForwardReferences()
    return Self.apart(finder.mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
  }

  /// The same without overlaps: of two that share words ("консульский отдел [российского] посольства") the likelier
  /// one stands for both.
  private static func apart(_ mentions: [Mention]) -> [Mention] {
    var apart: [Mention] = []
    for mention in mentions {
      guard let last = apart.last, last.tokens.overlaps(mention.tokens) else {
        apart.append(mention)
        continue
      }
      var both = mention.probability > last.probability ? mention : last
      both.range = last.range.lowerBound..<max(last.range.upperBound, mention.range.upperBound)
      both.tokens = last.tokens.lowerBound..<max(last.tokens.upperBound, mention.tokens.upperBound)
      apart[apart.count - 1] = both
    }
    return apart
  }

  /// Places and sites as one list in text order: a place inside a site's span is part of its name and goes.
  public static func merge(places: [Mention], sites: [Mention]) -> [Mention] {
    if sites.isEmpty { return places }
    let (places, sites) = (inOrder(places), inOrder(sites))
    var merged: [Mention] = []
    merged.reserveCapacity(places.count + sites.count)
    var next = 0
    for place in places {
      while next < sites.count, sites[next].tokens.upperBound <= place.tokens.lowerBound {
        merged.append(sites[next])
        next += 1
      }
      if next == sites.count || !sites[next].tokens.overlaps(place.tokens) { merged.append(place) }
    }
    merged += sites[next...]
    return merged
  }

  /// Mentions mostly are in text order.
  private static func inOrder(_ mentions: [Mention]) -> [Mention] {
    for index in mentions.indices.dropFirst()
    where mentions[index].tokens.lowerBound < mentions[index - 1].tokens.lowerBound {
      return mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    return mentions
  }
}
