import GeoKernel
import GeoModel
import Geocoding
import Reading

/// One event as one document tells it, over all its sentences.
struct DocumentEvent {
  private(set) var drafts: [Draft]
  /// The most telling dated sentence; of equals the first.
  private(set) var bestDated: Draft?
  private(set) var kinds = KindSet()
  private(set) var lastSentence = 0
  /// The states whose missions its sentences name as where it was.
  private(set) var operators: Set<String> = []
  /// The most telling place of its sentences so far, with what it is ranked by.
  private var bestPlace: (locative: Locative, rank: Int)?
  private var bestRefinement: (locative: Locative, rank: Int)?
  /// Sentences that go on about it without event words of their own.
  private(set) var continuations: [Range<Int>] = []
  var effects: [Effect] = []
  var killed: [ToldToll] = []
  var injured: [ToldToll] = []

  private(set) var lastParagraph: Int

  init(_ draft: Draft) {
    drafts = []
    lastParagraph = draft.paragraph
    add(draft)
  }

  mutating func add(_ draft: Draft) {
    drafts.append(draft)
    kinds.insert(draft.toldKind)
    if let state = draft.operatorCountry, !draft.isInTownOnly { operators.insert(state) }
    lastSentence = max(lastSentence, draft.sentence)
    lastParagraph = draft.paragraph
    if draft.date != .none, draft.date.vagueness < bestDated?.date.vagueness ?? Int.max { bestDated = draft }
    // A site that stands for its town only says less than any place named.
    let rank = draft.isInTownOnly ? PlaceRank.place + 1 : draft.placeRank
    if let locative = draft.locative { Self.keep((locative, rank), in: &bestPlace) }
  }

  mutating func goOn(in sentence: Int, _ range: Range<Int>, paragraph: Int) {
    continuations.append(range)
    lastSentence = max(lastSentence, sentence)
    lastParagraph = paragraph
  }

  mutating func date(_ span: DaySpan, _ reason: String) {
    guard var dated = drafts.last else { return }
    dated.date = .span(span)
    dated.dateReason = reason
    bestDated = dated
  }

  /// A sentence that goes on about it places it, too.
  mutating func refine(_ locative: Locative, rank: Int) {
    Self.keep((locative, rank), in: &bestRefinement)
  }

  private static func keep(
    _ new: (locative: Locative, rank: Int), in best: inout (locative: Locative, rank: Int)?
  ) {
    guard let known = best else {
      best = new
      return
    }
    if (new.rank, new.locative.vagueness) < (known.rank, known.locative.vagueness) { best = new }
  }

  /// The most telling date of its sentences.
  var date: AccountDate { bestDated?.date ?? .none }

  /// The most telling place of its sentences: a mission before other sites before places, then the
  /// smaller; of equals the first.
  var locative: Locative? {
    var best = bestPlace
    if let bestRefinement { Self.keep(bestRefinement, in: &best) }
    return best?.locative
  }
}

extension AccountDate {
  /// Days it may be; open dates come after all spans.
  var vagueness: Int {
    switch self {
    case .span(let span): span.to.dayNumber - span.from.dayNumber
    case .open: 100_000
    case .none: Int.max
    }
  }
}

extension Locative {
  /// Radius in metres; a place named without a site counts as vaguer than any site.
  var vagueness: Double {
    footprint.radius.value + (footprint.anchorSite == nil && footprint.wherePrecision > 2 ? 1e7 : 0)
  }
}

/// Puts together the sentences of one document that tell of the same event.
struct EventLinker {
  private(set) var events: [DocumentEvent] = []
  /// Of all of them.
  private(set) var kinds = KindSet()
  let published: CalendarDate?
  let places: PlaceCompatibility

  init(published: CalendarDate?, places: PlaceCompatibility) {
    self.published = published
    self.places = places
  }

  /// Those a sentence may go on about: in a list of thousands the latest, so that the time it takes follows the
  /// length of the document. What is told again later than that is merged as two documents' accounts are.
  var recent: Range<Int> { max(0, events.count - Self.memory)..<events.count }

  private static let memory = 400

  /// - Returns: the index of the event the draft joined or began; `nil` when it is too vague for either.
  mutating func add(_ draft: Draft) -> Int? {
    var best: (index: Int, score: Int)?
    for index in recent {
      guard let score = score(draft, events[index]), score >= best?.score ?? .min else { continue }
      best = (index, score)
    }
    if let best {
      events[best.index].add(draft)
      kinds.insert(draft.kind)
      return best.index
    }
    guard draft.locative != nil || draft.date != .none, draft.isSpecificKind || draft.isCorroborated else {
      return nil
    }
    events.append(DocumentEvent(draft))
    kinds.insert(draft.kind)
    return events.count - 1
  }

  /// Whether something that day was told: what follows goes on about it anyway.
  func isTold(on day: DaySpan) -> Bool { recent.contains { events[$0].date == .span(day) } }

  /// The event a sentence without event words goes on about: that of the sentence before it.
  func eventContinued(sentence: Int, paragraph: Int) -> Int? {
    var latest: Int?
    for index in recent where events[index].lastSentence < sentence {
      if let known = latest, events[known].lastSentence >= events[index].lastSentence { continue }
      latest = index
    }
    guard let last = latest else { return nil }
    let isNear = events[last].lastSentence >= sentence - 3 || events[last].lastParagraph == paragraph
    return isNear ? last : nil
  }

  mutating func continueEvent(
    _ index: Int, sentence: Int, range: Range<Int>, paragraph: Int, effects: [Effect], killed: ToldToll?,
    injured: ToldToll?
  ) {
    events[index].goOn(in: sentence, range, paragraph: paragraph)
    events[index].effects += effects
    if let killed { events[index].killed.append(killed) }
    if let injured { events[index].injured.append(injured) }
  }

  /// A sentence that says no more than when it happened.
  mutating func date(_ index: Int, _ span: DaySpan, _ reason: String) {
    guard events[index].date == .none, let published, span.from <= published else { return }
    events[index].date(span, reason)
  }

  /// A sentence that goes on about an event may place it better: "near the consulate", after the city.
  mutating func refine(_ index: Int, _ locative: Locative, rank: Int) {
    guard let known = events[index].locative else { return }
    guard places.score(locative, known) != nil else { return }
    events[index].refine(locative, rank: rank)
  }

  /// How well a draft fits an event; `nil`: not at all.
  private func score(_ draft: Draft, _ event: DocumentEvent) -> Int? {
    guard let dates = dateScore(draft, event) ?? headlineDate(draft, event),
      event.kinds.areCompatible(with: draft.toldKind) || isOneOfItsDeeds(draft, event)
    else { return nil }
    guard let there = event.locative, let here = draft.locative else {
      guard !draft.isSomewhereUnknown || event.locative == nil else { return nil }
      let isNear = draft.sentence - event.lastSentence <= 1 || draft.paragraph == event.lastParagraph
      guard isNear || dates >= 4 else { return nil }
      // General words in passing must not give an event its place.
      if event.locative == nil, draft.date == .none, !draft.isSpecificKind { return nil }
      return dates + (isNear ? 2 : 0)
    }
    // Two states have two missions, however little is known of where in the town each is; but a headline may
    // name the one that the report says more about.
    if let state = draft.operatorCountry, !event.operators.isEmpty, !event.operators.contains(state),
      !event.drafts.allSatisfy(\.isHeadline)
    {
      return nil
    }
    guard let place = places.score(here, there) ?? headlineScore(here, there, event) else {
      // "The attackers" of the sentence before were at no other place, whatever its name may mean elsewhere.
      return draft.goesOn && draft.sentence - event.lastSentence <= 2 ? dates : nil
    }
    return dates + place
  }

  /// "He took his daughter hostage. He had broken through the gate, fired shots and thrown burning bottles.": one of
  /// several deeds is of the kind that the sentence before told.
  private func isOneOfItsDeeds(_ draft: Draft, _ event: DocumentEvent) -> Bool {
    draft.sentence - event.lastSentence <= 1 && !draft.isHeadline
      && IncidentKind.allCases.contains {
        draft.triggerKinds.contains($0) && event.kinds.areCompatible(with: $0)
      }
  }

  /// What a headline tells without a day and the report with one, at the same site, is one event even when it is
  /// some months old.
  private func headlineDate(_ draft: Draft, _ event: DocumentEvent) -> Int? {
    guard event.drafts.allSatisfy(\.isHeadline), event.date == .none, case .span(let span) = draft.date,
      let published, span.to >= published.adding(days: -100), span.from <= published,
      let here = draft.locative, let there = event.locative,
      here.footprint.anchorName == there.footprint.anchorName, places.score(here, there) != nil
    else { return nil }
    return 3
  }

  /// A headline has room for the big town only: "near Bogotá" is the place thirty kilometres off.
  private func headlineScore(_ here: Locative, _ there: Locative, _ event: DocumentEvent) -> Int? {
    guard event.drafts.allSatisfy(\.isHeadline) else { return nil }
    let gap = Geodesic.wgs84.distance(here.footprint.best, there.footprint.best).value
    return gap <= here.footprint.radius.value + there.footprint.radius.value + 30_000 ? 1 : nil
  }

  private func dateScore(_ draft: Draft, _ event: DocumentEvent) -> Int? {
    switch (draft.date, event.date) {
    case (.span(let a), .span(let b)):
      guard a.overlaps(b) else { return nil }
      return a == b ? 6 : 4
    case (.none, .none): return 3
    case (.none, .span): return draft.isPlural ? nil : 2
    case (.span(let span), .none): return joinsUndated(span, draft, event) ? 3 : nil
    case (.open(let month, _, _), .span(let span)), (.span(let span), .open(let month, _, _)):
      return month == nil || (span.from.month == month && span.precision <= 4) ? 2 : nil
    case (.open(let a, let d, _), .open(let b, let e, _)): return a == b && d == e ? 5 : nil
    case (.open, .none): return nil
    case (.none, .open): return 2
    }
  }

  /// An undated beginning is news: a date joins it only when it is as recent as news is, or, in an
  /// undated document, when it stands in the next sentences.
  private func joinsUndated(_ span: DaySpan, _ draft: Draft, _ event: DocumentEvent) -> Bool {
    guard let published else { return span.precision == 1 && draft.sentence - event.lastSentence <= 2 }
    return span.to >= published.adding(days: -3) && span.from <= published
  }
}
