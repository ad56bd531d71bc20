import Geocoding
import Reading

/// Words of one sentence that speak of one event (or of several alike: two dates, one verb).
struct Cluster {
  let triggers: [Trigger]
  let date: DateExpression?
  /// `true` when another cluster of the sentence has the same triggers and another date.
  var sharesTriggers = false

  /// Where its words stand: triggers and date.
  let cores: [Range<Int>]

  init(triggers: [Trigger], date: DateExpression? = nil) {
    self.triggers = triggers
    self.date = date
    cores = triggers.map(\.tokens) + (date.map { [$0.tokens] } ?? [])
  }

  var isPlural: Bool { triggers.contains { $0.isPlural } && !triggers.contains { isSingularEvent($0) } }

  private func isSingularEvent(_ trigger: Trigger) -> Bool {
    !trigger.isPlural && !trigger.isImpact && trigger.kind != nil
  }
}

/// Parts the triggers of a sentence by the dates they stand next to.
struct ClusterReader {
  let view: SentenceView

  func clusters(of triggers: [Trigger]) -> [Cluster] {
    guard !triggers.isEmpty else { return [] }
    let effects = view.matches(.effect).map(\.tokens)
    let dates = EventDates(view: view).dates(near: triggers.map(\.tokens) + effects)
    guard !dates.isEmpty else { return isHistory(triggers) ? [] : [Cluster(triggers: triggers)] }
    var assigned: [[Trigger]] = Array(repeating: [], count: dates.count)
    // "A judge fixed on Wednesday the trial for the bomb that killed two in a shop in 1987."
    for trigger in triggers where !isOfHistory(trigger, dates) {
      let nearest = dates.indices.min {
        (view.distance(dates[$0].tokens, trigger.tokens), $0)
          < (view.distance(dates[$1].tokens, trigger.tokens), $1)
      }
      if let nearest { assigned[nearest].append(trigger) }
    }
    return dates.indices.compactMap { index in
      if !assigned[index].isEmpty {
        return Cluster(triggers: assigned[index], date: dates[index])
      }
      return coordinated(dates[index], dates, assigned)
    }.markingShared()
  }

  /// The year alone that follows it is nearer than any day.
  private func isOfHistory(_ trigger: Trigger, _ dates: [DateExpression]) -> Bool {
    let nearest = dates.map { view.distance($0.tokens, trigger.tokens) }.min() ?? .max
    return yearsAlone.contains { year in
      let distance = view.distance(year.tokens, trigger.tokens)
      return year.tokens.lowerBound >= trigger.tokens.upperBound && distance <= 12 && distance < nearest
    }
  }

  private var yearsAlone: [DateExpression] { view.dates.filter(\.isYearAlone) }

  /// Dated by a year alone: history, not news.
  private func isHistory(_ triggers: [Trigger]) -> Bool {
    yearsAlone.contains {
      (view.distance($0.tokens, toNearestOf: triggers.map(\.tokens)) ?? Int.max) <= 12
    }
  }

  /// "in January 2024 and in August 2025": a date without a verb of its own takes that of the date
  /// it is coordinated with.
  private func coordinated(
    _ date: DateExpression, _ dates: [DateExpression], _ assigned: [[Trigger]]
  ) -> Cluster? {
    let neighbour = dates.indices.filter { !assigned[$0].isEmpty }.min {
      view.distance(dates[$0].tokens, date.tokens) < view.distance(dates[$1].tokens, date.tokens)
    }
    guard let neighbour, view.distance(dates[neighbour].tokens, date.tokens) <= 6 else { return nil }
    let shared =
      isAgain(date, dates[neighbour]) ? assigned[neighbour] : assigned[neighbour].filter(\.isPlural)
    guard !shared.isEmpty else { return nil }
    return Cluster(triggers: shared, date: date)
  }

  /// "on 30 September and again on October 9".
  private func isAgain(_ a: DateExpression, _ b: DateExpression) -> Bool {
    let gap = min(a.tokens.upperBound, b.tokens.upperBound)..<max(a.tokens.lowerBound, b.tokens.lowerBound)
    return view.matches(.context, "again").contains { gap.overlaps($0.tokens) }
  }
}

extension [Cluster] {
  fileprivate func markingShared() -> [Cluster] {
    map { cluster in
      var marked = cluster
      marked.sharesTriggers =
        filter { other in
          other.triggers.contains { trigger in
            cluster.triggers.contains { $0.tokens == trigger.tokens }
          }
        }.count > 1
      return marked
    }
  }
}
