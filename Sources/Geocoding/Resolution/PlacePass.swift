internal import Gazetteer
internal import Reading

/// Recognition and resolution of one document.
struct PlacePass {
  private let gazetteer: Gazetteer
  private let around: SpanSurroundings
  private let composed: [ComposedName]
  private let recognitions: [Recognition?]
  /// Per span; `nil` when it was not looked up.
  private let resolutions: [Resolution?]

  init(
    _ gazetteer: Gazetteer, _ model: PlaceModel, _ tables: LanguageTables.Tables, _ document: Document,
    traced: Bool
  ) {
    let text = TaggedText(document, tables.words)
    let found = NameFinder(
      gazetteer: gazetteer, scanner: NameScanner(gazetteer), inflections: tables.inflections
    ).spans(in: text)
    let composed = ComposedNameReader(text, found).names()
    let spans = Self.leavingOut(composed, found)
    let around = SpanSurroundings(text, spans)
    let recognitions = Recognizer(model: model.recognition, traced: traced).recognize(around)
    let chosen = spans.indices.filter { traced || recognitions[$0] != nil }
    let placed = chosen.filter { recognitions[$0]?.role == .place || recognitions[$0]?.role == .metonym }
    var bySpan = [Resolution?](repeating: nil, count: spans.count)
    let resolver = Resolver(model: model.resolution, traced: traced)
    for resolution in resolver.resolve(around, placed, alsoDecide: chosen) {
      for span in resolution.group.spans { bySpan[span] = resolution }
    }
    resolutions = bySpan
    self.around = around
    self.composed = composed
    self.gazetteer = gazetteer
    self.recognitions = recognitions
  }

  /// The spans that no composed name covers or cuts.
  private static func leavingOut(_ composed: [ComposedName], _ spans: [NameSpan]) -> [NameSpan] {
    guard !composed.isEmpty else { return spans }
    var next = 0
    return spans.filter { span in
      while next < composed.count, composed[next].range.upperBound <= span.range.lowerBound { next += 1 }
      return next >= composed.count || span.range.upperBound <= composed[next].range.lowerBound
    }
  }

  /// Everything found, in text order.
  var mentions: [Mention] {
    let named = namedMentions
    guard !composed.isEmpty else { return named }
    let placement = ComposedPlacement(
      gazetteer: gazetteer, document: around.text.document,
      settlements: named.compactMap { mention in
        guard mention.role == .place, case .place(let place) = mention.referent,
          gazetteer.place(place).featureClass == .settlement
        else { return nil }
        return (mention.tokens.lowerBound, mention.sentence, place)
      })
    return (named + composed.map(placement.mention)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private var namedMentions: [Mention] {
    around.spans.indices.compactMap { index in
      guard let recognition = recognitions[index] else { return nil }
      let span = around.spans[index]
      if recognition.role == .demonym {
        guard let sense = span.senses.first(where: \.kind.isDemonym) else { return nil }
        return mention(span, recognition, .place(sense.place.id), 1, ["an adjective or a people"])
      }
      guard let resolution = resolutions[index], let best = resolution.best else {
        return mention(span, recognition, .unresolved(reason: "no place of that name is known"), 0, [])
      }
      let reasons = PlaceReasons.phrases(resolution, best, around)
      return mention(
        span, recognition, .place(resolution.group.senses[best].place.id), resolution.probabilities[best],
        reasons)
    }
  }

  var explanations: [MentionExplanation] {
    around.spans.indices.map { index in
      let resolution = resolutions[index]
      let candidates = (resolution?.group.senses ?? []).enumerated().map { position, sense in
        MentionExplanation.Candidate(
          place: sense.place.id, nameKind: sense.kind, probability: resolution?.probabilities[position] ?? 0,
          score: resolution?.evidence[position].score ?? 0,
          evidence: resolution?.evidence[position].contributions ?? [])
      }
      return MentionExplanation(
        range: around.spans[index].range, role: recognitions[index]?.role,
        recognition: recognitions[index]?.probability ?? 0,
        recognitionEvidence: recognitions[index]?.evidence.contributions ?? [],
        candidates: candidates.sorted { $0.probability > $1.probability })
    }
  }

  private func mention(
    _ span: NameSpan, _ recognition: Recognition, _ referent: Mention.Referent, _ probability: Double,
    _ reasons: [String]
  ) -> Mention {
    Mention(
      range: span.range, tokens: span.tokens, sentence: span.sentence, role: recognition.role,
      referent: referent,
      probability: probability, reasons: reasons)
  }
}
