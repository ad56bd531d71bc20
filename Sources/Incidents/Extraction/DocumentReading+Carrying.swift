import Gazetteer
import Geocoding
import Reading

/// The day the story is at, and what a sentence takes over from those before.
extension DocumentReading {
  /// The day of an event, or a full date that no verb of speech governs.
  mutating func noteDay(_ drafts: [Draft], _ joined: [Int], _ view: SentenceView) {
    let days = drafts.compactMap { draft -> DaySpan? in
      if case .span(let span) = draft.date, span.precision == 1 { return span }
      return nil
    }
    let dated = EventDates(view: view).dates(near: []).compactMap { date -> DaySpan? in
      guard
        date.form == .absolute || !view.locatives.isEmpty || !view.matches(.effect).isEmpty
          || !view.matches(.weapon).isEmpty || !view.matches(.actor, "attacker").isEmpty,
        case .spans(let spans) = date.value,
        let day = spans.last
      else {
        return nil
      }
      return day.precision == 1 ? day : nil
    }
    let joinedDay = joined.compactMap { index -> DaySpan? in
      if case .span(let span) = linker.events[index].date, span.precision == 1 { return span }
      return nil
    }
    if days.isEmpty, joinedDay.isEmpty, Self.isStaged(view) { return }
    if let day = days.last ?? dated.last ?? joinedDay.last {
      lastDay = (day, view.sentence.paragraph, view.index, !view.matches(.effect).isEmpty)
    }
  }

  /// "It happened on Monday afternoon" dates what was told without a day.
  mutating func dateEvent(in view: SentenceView) {
    // "Five rockets fired this morning were shot down, and nobody was hurt."
    let words =
      view.matches(.context, "happened").map(\.tokens)
      + (isBeginning(view) ? (view.matches(.weapon) + view.matches(.effect)).map(\.tokens) : [])
    if dateHeadline(in: view) { return }
    guard let date = EventDates(view: view).dates(near: words).first, case .spans(let spans) = date.value,
      spans.count == 1, (view.distance(date.tokens, toNearestOf: words) ?? .max) <= 8,
      let index = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph)
    else { return dateLead(in: view) }
    linker.date(index, spans[0], date.reason)
  }

  /// "A lorry ran into the queue. Yesterday's crash was deliberate, police say": the sentence behind an undated beginning
  /// mostly tells its day, whatever else it tells.
  private mutating func dateLead(in view: SentenceView) {
    guard let published = linker.published, isBeginning(view), !isInAnotherTown(view),
      let index = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph),
      linker.events[index].lastSentence == view.index - 1,
      linker.events[index].lastParagraph == view.sentence.paragraph
    else { return }
    let told = view.matches(.effect) + view.matches(.event)
    let days = EventDates(view: view).dates(near: told.map(\.tokens)).filter { $0.day != nil }
    // Farther back it must be said of what happened.
    let reach = told.isEmpty ? 3 : 7
    guard days.count == 1, let day = days[0].day, case .spans(let spans) = days[0].value, spans.count == 1,
      day <= published, day >= published.adding(days: -reach)
    else { return }
    linker.date(index, spans[0], days[0].reason)
  }

  /// A new place in a story that goes on keeps the day told last, and a new deed its place: "In Nairobi …. Within ten
  /// minutes a second bomb in Dar es Salaam …".
  func carrying(_ told: Draft, _ view: SentenceView) -> Draft {
    // "It was revenge for a raid in Mali": whenever that was.
    if told.date == .none, !view.matches(.context, "cause").isEmpty { return told }
    var draft = likeWorksBefore(told, view)
    if draft.apartness == nil, let announced = venueAnnounced, view.index - announced.sentence <= 2,
      view.sentence.paragraph == announced.paragraph
    {
      draft.apartness = announced.at
    }
    let onward =
      onSameDay(draft, view) ?? whereScenePassed(draft, view) ?? atSamePlace(draft, view)
      ?? onDayOfLog(draft, view)
    return onward ?? whereStoryIs(draft, view) ?? whereReportBegins(draft, view)
      ?? goingOn(draft, view) ?? onDayTold(draft, view) ?? draft
  }

  /// "Drones struck two refineries on Saturday. … On Wednesday the refinery of Ryazan had been hit."
  private func likeWorksBefore(_ draft: Draft, _ view: SentenceView) -> Draft {
    guard !draft.isSpecificKind, draft.date != .none, draft.locative != nil,
      view.matches(.weapon).isEmpty, view.matches(.facility).contains(where: { Self.works.contains($0.tag) }),
      let before = linker.events.last?.drafts.last(where: \.isSpecificKind),
      before.kind == .droneAttack || before.kind == .missileStrike
    else { return draft }
    var carried = draft
    carried.kind = before.kind
    carried.isSpecificKind = true
    carried.rules.append("kind as told of what was hit before")
    return carried
  }

  private static let works: Set<String> = ["oil_depot", "oil_refinery", "oil_field", "port"]

  /// "the same day".
  private func onSameDay(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.date == .none, !view.matches(.dates, "same_day").isEmpty else { return nil }
    var carried = draft
    if let told = lastDay {
      carried.date = .span(told.day)
      carried.dateReason = "the same day as told before: \(told.day.from)"
    } else if draft.isSpecificKind, !draft.isHeadline, let day = linker.published.map(DaySpan.news),
      linker.events.contains(where: { $0.date == .none && !$0.drafts.allSatisfy(\.isHeadline) })
    {
      carried.date = .span(day)
      carried.dateReason = "the same day as what is told as news on \(day.to)"
    } else {
      return nil
    }
    return carried
  }

  /// "12.31 – The minister puts the dead at eleven.": the entries of a log are of the day that the page bears.
  private func onDayOfLog(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.date == .none, let firstEntry, view.index >= firstEntry, let published = linker.published
    else { return nil }
    var carried = draft
    carried.date = .span(DaySpan(from: published, to: published, precision: 1))
    carried.dateReason = "an entry of a log of \(published)"
    return carried
  }

  /// Where the entries of a log begin, which are headed by the hour; `nil` for a page that is none.
  static func firstEntry(_ views: [SentenceView]) -> Int? {
    let entries = views.filter(\.beginsWithHour)
    return entries.count >= leastEntries ? entries.first?.index : nil
  }

  private static let leastEntries = 3

  /// What the sentence before announced of another town.
  private func whereScenePassed(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.date == .none, draft.locative == nil, draft.isSpecificKind, let scene = scenePassedTo,
      scene.sentence == view.index - 1, namesNoPlace(view)
    else { return nil }
    var carried = draft
    carried.date = .span(scene.day)
    carried.dateReason = "the same day as told before: \(scene.day.from)"
    carried.locative = scene.town
    carried.placeRank = rank(scene.town)
    carried.isInTownOnly = false
    carried.rules.append("placed where the sentence before says: \(scene.town.footprint.anchorName)")
    return carried
  }

  /// "the same terminal".
  private func atSamePlace(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.locative == nil, draft.date != .none, !draft.isHeadline, let placeBefore, isSamePlace(view)
    else { return nil }
    var carried = draft
    carried.locative = placeBefore
    carried.placeRank = rank(placeBefore)
    carried.isInTownOnly = true
    if draft.kind == .other, let before = linker.events.last?.drafts.last(where: \.isSpecificKind) {
      carried.kind = before.kind
      carried.isSpecificKind = true
      carried.rules.append("kind as told of the place before")
    }
    carried.rules.append("placed where the report was before: \(placeBefore.footprint.anchorName)")
    return carried
  }

  /// "On 18 March mortar rounds crashed into a school next door."
  private func whereStoryIs(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.locative == nil, case .span(let span) = draft.date,
      draft.isSpecificKind || draft.isTolledAttack || isDeadlyDay(draft),
      !(draft.isKnown && span.precision > 1),
      !draft.isHeadline, draft.kind != .aircraftCrash, !draft.isPlural, let placeBefore, namesNoPlace(view)
    else { return nil }
    return placed(
      draft, at: placeBefore, view, .story,
      because: "names no place, and is placed where the report was: \(placeBefore.footprint.anchorName)")
  }

  /// "The city had paid dearly before: thirty dead on 15 January at the hotel Splendid."
  private func isDeadlyDay(_ draft: Draft) -> Bool {
    guard case .span(let span) = draft.date, span.precision == 1, !linker.events.isEmpty,
      let published = linker.published, span.to < published.adding(days: -7)
    else { return false }
    return (draft.killed?.count ?? 0) >= 2 && !linker.isTold(on: span)
  }

  /// "In Tunis four were killed in front of the US embassy", in the paragraph that told the day.
  private func isDeadlyAtSite(_ draft: Draft, _ view: SentenceView, _ paragraph: Int) -> Bool {
    draft.placeRank < PlaceRank.place && view.sentence.paragraph == paragraph
      && (draft.killed?.count ?? 0) > 0
  }

  /// The first sentences tell what the headline and the dateline have placed.
  private func whereReportBegins(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.date == .none, draft.locative == nil, draft.isSpecificKind, !draft.isHeadline, lastDay == nil,
      let placeBefore, isBeginning(view), namesNoPlace(view)
    else { return nil }
    return placed(
      draft, at: placeBefore, view, .beginning,
      because: "placed where the report begins: \(placeBefore.footprint.anchorName)")
  }

  private func placed(
    _ draft: Draft, at place: Locative, _ view: SentenceView, _ placing: Draft.Placing, because reason: String
  ) -> Draft {
    var carried = draft
    carried.placing = placing
    carried.locative = place
    let isSame = speaksOfSite(view, place)
    carried.placeRank = isSame ? rank(place) : PlaceRank.place
    carried.isInTownOnly = !isSame
    carried.rules.append(reason)
    return carried
  }

  /// "On Sunday thousands gathered at the embassy. Some threw stones."
  private func goingOn(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.date == .none, draft.locative == nil, draft.isSpecificKind, let told = lastDay,
      view.index - told.sentence <= (told.isOfHarm ? 4 : 1), !linker.isTold(on: told.day)
    else { return nil }
    var carried = draft
    carried.date = .span(told.day)
    carried.dateReason = "goes on from the sentence before: \(told.day.from)"
    carried.isDayCarried = true
    carried.placing = .story
    carried.locative = placeBefore
    carried.placeRank = placeBefore.map { rank($0) } ?? draft.placeRank
    carried.isInTownOnly = false
    return carried
  }

  /// "Another group forced the gate of the embassy of Ghana", after what was done to a mission that day.
  private func isAnother(_ draft: Draft, on day: DaySpan) -> Bool {
    draft.placeRank == PlaceRank.mission && draft.apartness?.isTold == true && !draft.isKnown
      && linker.events.last.map { $0.date == .span(day) && !$0.operators.isEmpty } ?? false
  }

  private func onDayTold(_ draft: Draft, _ view: SentenceView) -> Draft? {
    guard draft.date == .none, !draft.isHeadline, !draft.isPlural, let told = lastDay,
      view.sentence.paragraph - told.paragraph <= 2,
      draft.isSpecificKind || isDeadlyAtSite(draft, view, told.paragraph) || isAnother(draft, on: told.day),
      let locative = draft.locative,
      draft.placeRank < PlaceRank.place || !view.usesPrepositions || draft.isThere
        || LocationRule(view: view).hasRelation(locative)
    else { return nil }
    var carried = draft
    carried.date = .span(told.day)
    if !draft.isSpecificKind, isAnother(draft, on: told.day),
      let before = linker.events.last?.drafts.last(where: \.isSpecificKind)
    {
      carried.kind = before.kind
      carried.isSpecificKind = true
      carried.rules.append("another of the kind told before")
    }
    carried.dateReason = "goes on from the day told before: \(told.day.from)"
    carried.isDayCarried = true
    return carried
  }
}
