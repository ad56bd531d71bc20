import GeoKernel
import GeoModel
import Geocoding
import Reading

/// Puts together the sentences of one document that tell of the same event.
struct EventLinker {
  private(set) var events: [DocumentEvent] = []
  /// Of all of them.
  private(set) var kinds = KindSet()
  let published: CalendarDate?
  let places: PlaceCompatibility
  /// The states whose missions the body names, whatever the headline does.
  let operatorsInBody: Set<String>

  init(published: CalendarDate?, places: PlaceCompatibility, operatorsInBody: Set<String> = []) {
    self.published = published
    self.places = places
    self.operatorsInBody = operatorsInBody
  }

  /// Those a sentence may go on about: in a list of thousands the latest, so that the time it takes follows the
  /// length of the document. What is told again later than that is merged as two documents' accounts are.
  var recent: Range<Int> { max(0, events.count - Self.memory)..<events.count }

  private static let memory = 400

  /// - Returns: the index of the event the draft joined or began; `nil` when it is too vague for either.
  mutating func add(_ draft: Draft) -> Int? {
    var best: (index: Int, score: Int)?
    var other: (index: Int, score: Int)?
    for index in recent {
      guard let score = score(draft, events[index]) else { continue }
      if Apartness.isApart(draft, from: events[index]) {
        if score >= other?.score ?? .min { other = (index, score) }
      } else if score >= best?.score ?? .min {
        best = (index, score)
      }
    }
    if let best, best.score >= other?.score ?? .min {
      events[best.index].add(draft)
      kinds.insert(draft.kind)
      return best.index
    }
    if let other { return begin(draft, besides: other.index) }
    guard draft.locative != nil || draft.date != .none, draft.isSpecificKind || draft.isCorroborated else {
      return nil
    }
    let neighbour = recent.last { isBeside(draft, events[$0]) }
    events.append(DocumentEvent(draft))
    if let neighbour {
      events[events.count - 1].part(from: events[neighbour])
      events[neighbour].part()
    }
    kinds.insert(draft.kind)
    return events.count - 1
  }

  /// Metres that two sites of one town are apart at most.
  private static let acrossTown = 50_000.0

  /// Whether words tell a draft apart from an event of its day that its place tells apart, too: how exactly each is
  /// placed may turn out to be less than the words say, since a mission may have moved.
  private func isBeside(_ draft: Draft, _ event: DocumentEvent) -> Bool {
    guard let dates = dateScore(draft, event),
      dates >= 4 && Apartness.isApart(draft, from: event) || Apartness.areAtDistinctSites(draft, event),
      event.kinds.areCompatible(with: draft.toldKind), let here = draft.locative?.footprint.best,
      let there = event.locative?.footprint.best
    else { return false }
    return Geodesic.wgs84.distance(here, there).value <= Self.acrossTown
  }

  /// An event of the day and town of one told before, from which words tell it apart.
  private mutating func begin(_ draft: Draft, besides other: Int) -> Int {
    var own = draft
    if own.date == .none, events[other].date != .none {
      own.date = events[other].date
      own.dateReason = "the same day as what was told before"
    }
    if own.locative == nil, let town = events[other].locative {
      own.locative = town
      own.placeRank = PlaceRank.place
      own.isInTownOnly = true
      own.rules.append("placed in the town of what was told before: \(town.footprint.anchorName)")
    }
    if let kind = own.apartness?.venue.kind {
      own.rules.append("told apart from what was told before, by words and by the \(kind)")
    }
    events.append(DocumentEvent(own))
    events[events.count - 1].part(from: events[other])
    events[other].part()
    kinds.insert(own.kind)
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
    let isOfSeveral = isToldWithAnother(index)
    events[index].goOn(in: sentence, range, paragraph: paragraph)
    events[index].effects += effects
    // "One went off at the airport, the other at a hotel. Seven people died.": of both.
    guard !isOfSeveral else { return }
    if let killed { events[index].killed.append(killed) }
    if let injured { events[index].injured.append(injured) }
  }

  /// Whether the sentence that told it last told of another, too, that it is told apart from.
  private func isToldWithAnother(_ index: Int) -> Bool {
    let event = events[index]
    return event.isParted
      && recent.contains { other in
        other != index && events[other].isParted && events[other].lastSentence == event.lastSentence
      }
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

  /// How well a draft fits an event; of events that were told apart the one at its kind of site fits better.
  private func score(_ draft: Draft, _ event: DocumentEvent) -> Int? {
    guard let score = fit(draft, event) else { return nil }
    guard event.isParted, let venue = draft.apartness?.venue else { return score }
    return event.venues.contains { $0.isSame(as: venue) } ? score + 4 : score
  }

  /// `nil`: not at all.
  private func fit(_ draft: Draft, _ event: DocumentEvent) -> Int? {
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
    if isAtOtherMission(draft, event) { return nil }
    // What has no day must have more than the town in common.
    if draft.date == .none || event.date == .none, Apartness.areAtDistinctSites(draft, event) { return nil }
    guard let place = places.score(here, there) ?? headlineScore(here, there, event) else {
      // "The attackers" of the sentence before were at no other place, whatever its name may mean elsewhere.
      return draft.goesOn && draft.sentence - event.lastSentence <= 2 ? dates : nil
    }
    return dates + place
  }

  /// Two states have two missions, however little is known of where in the town each is; but a headline may name one
  /// that the report says nothing more about.
  private func isAtOtherMission(_ draft: Draft, _ event: DocumentEvent) -> Bool {
    guard let state = draft.operatorCountry, !event.operators.isEmpty, !event.operators.contains(state) else {
      return false
    }
    return !event.drafts.allSatisfy(\.isHeadline) || !event.operators.isDisjoint(with: operatorsInBody)
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
