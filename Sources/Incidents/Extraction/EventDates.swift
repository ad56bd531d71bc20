import Reading

/// Which dates of a sentence may date an event, as against a statement, a meeting or a trip.
struct EventDates {
  let view: SentenceView

  /// - Parameter cores: token ranges of the triggers and effects.
  func dates(near cores: [Range<Int>]) -> [DateExpression] {
    let dates = view.dates.filter { !$0.isYearAlone }
    // "TEHRAN, Nov 30 — Protesters stormed the embassy on Tuesday": the day of the report, unless it has no other.
    let ofReport = dates.count > 1 ? dates.first.flatMap { isOfDateline($0) ? $0.tokens : nil } : nil
    let days = dates.filter { $0.day != nil && $0.form == .absolute || $0.form == .relative && $0.day != nil }
    return dates.filter { date in
      guard date.tokens != ofReport else { return false }
      // "On 11 October, again at night": the hour of that day.
      if date.form == .night, days.contains(where: { isOfOnePhrase($0.tokens, date.tokens) }) {
        return false
      }
      let toEvent = view.distance(date.tokens, toNearestOf: cores) ?? Int.max
      return !isGoverned(date.tokens, toEvent) && !isOfAftermath(date.tokens, cores)
        && !isOfLaterDeath(date.tokens) && !isOfSameDay(date) && !isDeadline(date.tokens)
    }
  }

  /// A few words apart, or with no mark between.
  private func isOfOnePhrase(_ day: Range<Int>, _ night: Range<Int>) -> Bool {
    if view.distance(day, night) <= 6 { return true }
    let between = day.upperBound <= night.lowerBound ? day.gap(before: night) : night.gap(before: day)
    return !between.contains { view.text.tokens[$0].kind == .punctuation && view.mark($0) != 0x27 }
  }

  private static let datelineEnds = MarkSet("-", "–", "—", ":", "(", "/", ".")

  /// Behind a place that opens the sentence, and before a dash or an agency in brackets.
  private func isOfDateline(_ date: DateExpression) -> Bool {
    let lead = view.sentence.tokens.lowerBound..<date.tokens.lowerBound
    let next = date.tokens.upperBound
    return date.form != .night && view.text.tokens[date.tokens].contains { $0.kind == .number }
      && (1...6).contains(lead.count) && next < view.sentence.tokens.upperBound
      && Self.datelineEnds.contains(view.mark(next))
      && lead.allSatisfy {
        view.text.tokens[$0].kind == .punctuation || view.text.tokens[$0].casing != .lower
      }
      && view.mentions.contains { lead.overlaps($0.tokens) }
  }

  /// "said on Wednesday", "met on 9 October", "submitted in April 2022".
  private func isGoverned(_ date: Range<Int>, _ toEvent: Int) -> Bool {
    let words =
      view.matches(.claim, "states").map(\.tokens)
      + view.matches(.context, "meeting", "judicial", "placed").map(\.tokens)
    for word in words {
      let distance = view.distance(word, date)
      guard distance <= 4, distance < toEvent else { continue }
      // "on 12 March, police said": the comma ends what happened then.
      if word.lowerBound >= date.upperBound, view.isMark(date.upperBound, UInt8(ascii: ",")) { continue }
      if word.lowerBound < date.lowerBound && hasComplementizer(word.gap(before: date)) {
        continue
      }
      return true
    }
    return false
  }

  /// "Smoke hung over the town on Saturday, hours after a crowd had stormed the embassy": the day is of what came
  /// after.
  private func isOfAftermath(_ date: Range<Int>, _ cores: [Range<Int>]) -> Bool {
    view.matches(.context, "hours_after").contains { words in
      words.tokens.lowerBound >= date.upperBound
        && cores.allSatisfy { $0.lowerBound >= words.tokens.upperBound }
    }
  }

  /// "By this afternoon hospitals had counted 53 dead": until when it was counted.
  private func isDeadline(_ date: Range<Int>) -> Bool {
    view.matches(.modality, "deadline").contains { $0.tokens.upperBound == date.lowerBound }
      || view.matches(.modality, "deadline_after").contains { $0.tokens.lowerBound == date.upperBound }
  }

  /// "died in hospital yesterday": the day is not that of the attack.
  private func isOfLaterDeath(_ date: Range<Int>) -> Bool {
    view.matches(.context, "deathbed").contains { view.distance($0.tokens, date) <= 2 }
  }

  /// "In the small hours of the same day": the hour of a day told before.
  private func isOfSameDay(_ date: DateExpression) -> Bool {
    date.form == .night
      && view.matches(.dates, "same_day").contains { view.distance($0.tokens, date.tokens) <= 2 }
  }

  private func hasComplementizer(_ tokens: Range<Int>) -> Bool {
    view.matches(.context, "complementizer").contains { tokens.contains($0.tokens.lowerBound) }
  }
}
