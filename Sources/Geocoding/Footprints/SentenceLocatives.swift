internal import Gazetteer
internal import GeoKernel
internal import GeoModel
internal import Reading

/// The locatives of one sentence.
struct SentenceLocatives {
  let view: SentenceView
  let mentions: [Mention]
  let anchors: AnchorBuilder
  let maker: FootprintMaker
  let knowledge: any PlaceKnowledge
  private let measures: [Measure]
  private var usedMeasures: Set<Int> = []
  private var usedMentions: Set<Int> = []
  /// The last mention that is where something comes from or goes to.
  private var origin: Int?

  private static let joins: RelationTags = [.and, .to, .plainIn]
  private static let away: RelationTags = [.away, .awayAfter]

  init(
    view: SentenceView, mentions: [Mention], anchors: AnchorBuilder, maker: FootprintMaker,
    knowledge: any PlaceKnowledge
  ) {
    self.view = view
    self.mentions = mentions
    self.anchors = anchors
    self.maker = maker
    self.knowledge = knowledge
    measures =
      view.hasUnit ? MeasureReader(view: view, numbers: NumberSpans.read(view)).measures() : []
  }

  mutating func read(_ salience: inout AnchorSalience) -> [LocativeReader.Outcome] {
    var outcomes: [(token: Int, outcome: LocativeReader.Outcome)] = []
    let phrases = LocativePhraseReader(view: view, measures: measures, mentions: mentions)
    // In text order, as the mentions are.
    var next = 0
    for index in view.mentionIndices {
      let mention = mentions[index]
      // A distance that hangs on nothing is measured from what was named before it.
      while next < measures.count, measures[next].tokens.lowerBound < mention.tokens.lowerBound {
        if phrases.phrase(around: index).measure != next, let outcome = dangling(next, salience) {
          outcomes.append(outcome)
        }
        next += 1
      }
      guard mention.role == .place || mention.role == .site else { continue }
      if !usedMentions.contains(index), let outcome = outcome(for: index, phrases) {
        outcomes.append((mention.tokens.lowerBound, outcome))
      }
      salience.note(index, isSite: mention.role == .site, sentence: view.index)
    }
    for measure in next..<measures.count {
      if let outcome = dangling(measure, salience) { outcomes.append(outcome) }
    }
    return outcomes.sorted { $0.token < $1.token }.map(\.outcome)
  }

  // MARK: A mention

  private mutating func outcome(
    for index: Int, _ phrases: LocativePhraseReader
  ) -> LocativeReader.Outcome? {
    guard let anchor = anchors.anchor(of: mentions[index].referent) else {
      return .none(mention: index, reason: "nothing tells where it is")
    }
    let parents = ParentReading(view: view, mentions: mentions, knowledge: knowledge)
    if let child = parents.child(of: index) {
      return .none(mention: index, reason: "only says where \(view.words(mentions[child].tokens)) is")
    }
    if let reason = parents.contradiction(at: index) { return .none(mention: index, reason: reason) }
    var phrase = phrases.phrase(around: index)
    if let other = partner(of: index),
      view.relation(.betweenAfter, startingAt: mentions[other].tokens.upperBound) != nil
    {
      // "Riqa ilə Tallin arasında": the word for it stands behind both.
      phrase.relation = .between
    }
    if phrase.relation == nil, phrase.measure == nil, phrase.direction == nil, isListed(with: origin, index) {
      phrase.relation = .elsewhere
    }
    if phrase.relation == .elsewhere {
      origin = index
      return .none(mention: index, reason: "where something comes from or goes to")
    }
    if let measure = phrase.measure { usedMeasures.insert(measure) }
    return locative(phrase, index, anchor)
  }

  private mutating func locative(
    _ phrase: LocativePhrase, _ index: Int, _ anchor: FootprintAnchor
  ) -> LocativeReader.Outcome {
    var tokens = phrase.tokens
    do {
      let words = view.words(tokens)
      let footprint: Footprint
      switch (phrase.measure.map { measures[$0] }, phrase.direction, phrase.relation) {
      case (let measure?, let direction?, _):
        footprint = try maker.direction(direction, measure.distance, from: anchor, words: words)
      case (let measure?, nil, _):
        footprint = try maker.distance(
          measure.distance, from: anchor, isUpperBound: phrase.isUpperBound, unitNote: measure.unit.note,
          words: words)
      case (nil, let direction?, _):
        footprint =
          try phrase.isDirectionInside
          ? maker.part(direction, of: anchor, words: words)
          : maker.outside(direction, of: anchor, words: words)
      case (nil, nil, .areaOf):
        footprint =
          try anchor.isWide ? maker.at(anchor, words: words) : maker.near(anchor, .near, words: words)
      case (nil, nil, .near): footprint = try maker.near(anchor, .near, words: words)
      case (nil, nil, .nextTo): footprint = try maker.near(anchor, .nextTo, words: words)
      case (nil, nil, .between), (nil, nil, .onTheWay):
        guard let other = partner(of: index), let second = anchors.anchor(of: mentions[other].referent) else {
          footprint = try maker.at(anchor, words: words)
          break
        }
        usedMentions.insert(other)
        tokens =
          min(
            tokens.lowerBound, mentions[other].tokens.lowerBound)..<max(
            tokens.upperBound, mentions[other].tokens.upperBound)
        footprint = try maker.between(
          anchor, second, isOnTheWay: phrase.relation == .onTheWay, words: view.words(tokens))
      default: footprint = try maker.at(anchor, words: words)
      }
      return .locative(Locative(tokens: tokens, sentence: view.index, mention: index, footprint: footprint))
    } catch {
      return .none(mention: index, reason: "no footprint can be drawn: \(error)")
    }
  }

  /// "From Kenya and Tanzania": only a comma or "and" stands between.
  private func isListed(with earlier: Int?, _ index: Int) -> Bool {
    guard let earlier else { return false }
    let gap = mentions[earlier].tokens.gap(before: mentions[index].tokens)
    return !gap.isEmpty && gap.count <= 2
      && gap.allSatisfy {
        view.isMark($0, UInt8(ascii: ",")) || view.relation(.and, startingAt: $0) != nil
      }
  }

  /// The second of "between A and B": the next mention, joined by "and" or "to".
  private func partner(of index: Int) -> Int? {
    guard let position = view.position(of: index), position + 1 < view.mentionIndices.count
    else { return nil }
    let other = view.mentionIndices[position + 1]
    let gap = mentions[index].tokens.gap(before: mentions[other].tokens)
    guard gap.count <= 4, gap.contains(where: { view.relation(Self.joins, startingAt: $0) != nil }) else {
      return nil
    }
    return other
  }

  // MARK: A distance from what was named before

  private func dangling(
    _ index: Int, _ salience: AnchorSalience
  ) -> (token: Int, outcome: LocativeReader.Outcome)? {
    let measure = measures[index]
    guard !usedMeasures.contains(index),
      let away = view.relation(Self.away, startingAt: measure.tokens.upperBound),
      let mention = salience.anchor(sentence: view.index, isLong: measure.distance.best.value >= 2_000),
      let anchor = anchors.anchor(of: mentions[mention].referent)
    else { return nil }
    let bound = view.relation(.within, endingAt: measure.tokens.lowerBound)
    let tokens = (bound?.tokens.lowerBound ?? measure.tokens.lowerBound)..<away.tokens.upperBound
    guard
      let footprint = try? maker.distance(
        measure.distance, from: anchor, isUpperBound: bound != nil, unitNote: measure.unit.note,
        words: view.words(tokens))
    else { return nil }
    return (
      tokens.lowerBound,
      .locative(Locative(tokens: tokens, sentence: view.index, mention: mention, footprint: footprint))
    )
  }
}
