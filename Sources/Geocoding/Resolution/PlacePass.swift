internal import Gazetteer
internal import GeoModel
internal import Reading

/// Recognition and resolution of one document; must not outlive its text and the memory of its worker.
struct PlacePass {
  private let gazetteer: Gazetteer
  private let around: SpanSurroundings
  private let composed: [ComposedName]
  /// Composed names that the gazetteer has, too.
  private let namesakes: [ComposedName]
  private let recognitions: [Recognition?]
  /// By span what spoke for and against its being a place; empty unless traced.
  private let contributions: [[Contribution]]
  private let resolutions: Resolutions
  /// Per span the group of `resolutions`; -1 when it was not looked up.
  private let groupOfSpan: [Int]
  private let leastProbability: Double
  private let placeNames: PlaceNames
  /// The spans to answer for; `nil` for whatever there is.
  private let given: [Range<Int>]?

  /// - Parameter given: the spans that are places; nothing else is looked for.
  init(
    _ gazetteer: Gazetteer, _ model: PlaceModel, _ tables: LanguageTables.Tables, _ text: TaggedText,
    _ options: GeocodingOptions, _ memory: WorkerMemory, given: [Range<Int>]? = nil, traced: Bool
  ) {
    let scanner = NameScanner(gazetteer)
    let finder = NameFinder(
      gazetteer: gazetteer, scanner: scanner, tables: tables, memory: memory, language: text.language)
    let overrides = OverriddenSpans(gazetteer: gazetteer, overrides: options.overrides, memory: memory)
    let found = overrides.spans(finder.spans(in: text), in: text)
    let names = ComposedNameReader(text, found).names()
    namesakes = names.contains(where: \.isNamesake) ? names.filter(\.isNamesake) : []
    var composed = namesakes.isEmpty ? names : names.filter { !$0.isNamesake }
    let spans: [NameSpan]
    if let given {
      let finder = GivenSpans(
        gazetteer: gazetteer, scanner: scanner, inflections: tables.inflections, words: tables.words,
        memory: memory, text: text, found: found)
      spans = Self.placing(finder.spans(given).compactMap(\.self), among: found)
      composed.removeAll { name in
        !given.contains(name.range) || spans.contains { $0.range == name.range && !$0.senses.isEmpty }
      }
    } else {
      spans = Self.leavingOut(composed, found)
    }
    let around = SpanSurroundings(text, spans)
    let recognizer = Recognizer(model: model.recognition)
    let recognitions = recognizer.recognize(around)
    contributions = traced ? recognizer.contributions(around, recognitions) : []
    var placed: [Int] = []
    var others: [Int] = []
    placed.reserveCapacity(spans.count)
    others.reserveCapacity(spans.count)
    for index in spans.indices {
      switch recognitions[index]?.role {
      case .place, .metonym: placed.append(index)
      case .some: others.append(index)
      case nil: if traced { others.append(index) }
      }
    }
    let bias = UserBias(
      options, source: text.document.source, url: text.document.url, gazetteer)
    resolutions =
      traced
      ? Resolver<TracedScore>(model: model.resolution, bias: bias).resolve(around, placed, others: others)
      : Resolver<Score>(model: model.resolution, bias: bias).resolve(around, placed, others: others)
    var groupOfSpan = [Int](filledWith: -1, count: spans.count)
    for (index, group) in resolutions.groups.enumerated() {
      group.forEachSpan { groupOfSpan[$0] = index }
    }
    self.groupOfSpan = groupOfSpan
    self.around = around
    self.composed = composed
    self.gazetteer = gazetteer
    self.recognitions = recognitions
    self.given = given
    placeNames = memory.placeNames
    leastProbability = options.leastProbability
  }

  /// The spans that no composed name covers or cuts; what the user says is a place stays.
  private static func leavingOut(_ composed: [ComposedName], _ spans: consuming [NameSpan]) -> [NameSpan] {
    guard !composed.isEmpty else { return spans }
    var next = 0
    spans.removeAll { span in
      while next < composed.count, composed[next].range.upperBound <= span.range.lowerBound { next += 1 }
      return next < composed.count && span.range.upperBound > composed[next].range.lowerBound
    }
    return spans
  }

  /// The given spans, and the adjectives beside them, which tell of countries.
  private static func placing(_ given: [NameSpan], among found: [NameSpan]) -> [NameSpan] {
    let adjectives = found.filter { span in
      span.isDemonymOnly && !span.senses.isEmpty && !given.contains { $0.tokens.overlaps(span.tokens) }
    }
    return (given + adjectives).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Everything found, in text order.
  var mentions: [Mention] {
    let named = namedMentions
    guard !composed.isEmpty || !namesakes.isEmpty else { return asked(named.mentions) }
    let found = named.mentions
    let doubted = Set(namesakes.map(\.tokens))
    let placement = ComposedPlacement(
      gazetteer: gazetteer, text: around.text.document.text,
      settlements: named.settlements.compactMap { number, place in
        let mention = found[number]
        let isDoubtful =
          doubted.contains(mention.tokens) || mention.nameProbability < Self.doubtful
          || namesakes.contains { $0.kind == .county && $0.tokens.overlaps(mention.tokens) }
        return isDoubtful ? nil : (mention.tokens, mention.sentence, place)
      })
    let replaced = NamesakeQuarters(gazetteer: gazetteer, placement: placement).replacing(found, namesakes)
    let known =
      given == nil ? replaced : replaced.filter { name in !composed.contains { $0.range == name.range } }
    return asked(
      (known + composed.map(placement.mention)).sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// The words for kinds of sites.
  var siteHeads: SiteHeads { SiteHeads(around.text) }

  private func asked(_ mentions: [Mention]) -> [Mention] {
    guard let given else { return mentions }
    return mentions.filter { given.contains($0.range) }
  }

  private static let adjective = ["an adjective or a people"]
  /// Below this a name is more likely a word than a town that streets lie in.
  private static let doubtful = 0.4

  /// The mentions of the gazetteer's names, and which of them are settlements, where composed names need those.
  private var namedMentions: (mentions: [Mention], settlements: [(mention: Int, place: PlaceID)]) {
    var mentions: [Mention] = []
    mentions.reserveCapacity(around.spans.count)
    var settlements: [(mention: Int, place: PlaceID)] = []
    let needsSettlements = !composed.isEmpty || !namesakes.isEmpty
    if needsSettlements { settlements.reserveCapacity(around.spans.count) }
    var outcomes = [Outcome?](filledWith: nil, count: resolutions.groups.count)
    for index in around.spans.indices {
      guard let mention = mention(ofSpan: index, &outcomes) else { continue }
      if needsSettlements, mention.role == .place, case .place(let place) = mention.referent,
        isSettlement(groupOfSpan[index])
      {
        settlements.append((mentions.count, place))
      }
      mentions.append(mention)
    }
    return (mentions, settlements)
  }

  /// Whether a group was decided to mean a settlement.
  private func isSettlement(_ group: Int) -> Bool {
    guard group >= 0, let best = resolutions.best(group) else { return false }
    return resolutions.groups[group].senses[best].place.featureClass == .settlement
  }

  /// What the names of a group were decided to mean.
  private struct Outcome {
    let referent: Mention.Referent
    let probability: Double
    let basis: Mention.Basis
  }

  /// - Parameter outcomes: those known so far, by group.
  private func mention(ofSpan index: Int, _ outcomes: inout [Outcome?]) -> Mention? {
    guard let recognition = recognitions[index] else { return nil }
    let span = around.spans[index]
    if let own = span.own, span.senses.isEmpty {
      return mention(
        span, recognition, .site(own.takeUnretainedValue().site), 1, .phrases(["a place of your own"]))
    }
    if recognition.role == .demonym {
      guard let sense = span.senses.first(where: \.kind.isDemonym) else { return nil }
      return mention(span, recognition, .place(sense.place.id), 1, .phrases(Self.adjective))
    }
    let group = groupOfSpan[index]
    guard group >= 0 else {
      return mention(span, recognition, .unresolved(reason: "no place of that name is known"), 0)
    }
    if outcomes[group] == nil { outcomes[group] = outcome(of: group) }
    guard let outcome = outcomes[group] else { return outsider(span, recognition, resolutions.groups[group]) }
    return mention(span, recognition, outcome.referent, outcome.probability, outcome.basis)
  }

  /// `nil` for a name whose senses are all refused.
  private func outcome(of index: Int) -> Outcome? {
    guard let best = resolutions.best(index) else { return nil }
    let group = resolutions.groups[index]
    let probability = resolutions.probabilityNear(best, of: index)
    if probability < leastProbability || (leastProbability > 0 && resolutions.hasRival(best, of: index)) {
      let reason = PlaceReasons.tie(resolutions, index, gazetteer, placeNames)
      return Outcome(referent: .unresolved(reason: reason), probability: probability, basis: .phrases([]))
    }
    return Outcome(
      referent: .place(group.senses[best].place.id), probability: probability,
      basis: .choice(PlaceReasons.choice(group, best, around)))
  }

  /// A name that the gazetteer has, but not where the text puts it.
  private func outsider(_ span: NameSpan, _ recognition: Recognition, _ group: NameGroup) -> Mention {
    guard let parent = group.outsider, groupOfSpan[parent] >= 0,
      let best = resolutions.best(groupOfSpan[parent])
    else {
      return mention(span, recognition, .unresolved(reason: "no place of that name is known"), 0)
    }
    let place = gazetteer.place(resolutions.groups[groupOfSpan[parent]].senses[best].place.id)
    let words = around.text.document.text[span.range]
    let site = UnregisteredSite(
      kind: "settlement", operatorCountry: nil, operatorName: nil, place: place.id,
      name: "\(words), \(place.name)")
    return mention(
      span, recognition, .unregisteredSite(site), 0.7,
      .phrases(["the gazetteer has no '\(words)' in \(place.name); somewhere in there"]))
  }

  /// Of a pass that is traced.
  var explanations: [MentionExplanation] {
    around.spans.indices.filter { given?.contains(around.spans[$0].range) ?? true }.map { index in
      MentionExplanation(
        range: around.spans[index].range, role: recognitions[index]?.role,
        recognition: recognitions[index]?.probability ?? 0,
        recognitionEvidence: contributions[index],
        candidates: candidates(groupOfSpan[index]).sorted { $0.probability > $1.probability })
    }
  }

  private func candidates(_ index: Int) -> [MentionExplanation.Candidate] {
    guard index >= 0 else { return [] }
    let group = resolutions.groups[index]
    return group.senses.enumerated().map { position, sense in
      let place = group.start + position
      return MentionExplanation.Candidate(
        place: sense.place.id, nameKind: sense.kind, probability: resolutions.probabilities[place],
        score: resolutions.scores[place], evidence: resolutions.contributions[place],
        isRefused: group.refused.contains(position))
    }
  }

  private func mention(
    _ span: NameSpan, _ recognition: Recognition, _ referent: Mention.Referent, _ probability: Double,
    _ basis: Mention.Basis = .phrases([])
  ) -> Mention {
    var mention = Mention(
      range: span.range, tokens: span.tokens, sentence: span.sentence, role: recognition.role,
      referent: referent, probability: probability, basis: basis)
    mention.nameProbability = span.own == nil ? recognition.probability : 1
    return mention
  }
}
