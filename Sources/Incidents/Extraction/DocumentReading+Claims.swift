import Gazetteer
import Geocoding
import Reading

/// Who says what of the events.
extension DocumentReading {
  /// Plain statements count where they tell an event; what is said of events told elsewhere counts
  /// only when it takes a stance.
  mutating func readClaims(_ view: SentenceView, events: [Int], speaksOfEvent: Bool) {
    let site = view.locatives.compactMap(\.footprint.anchorSite).first.map(places.sites.main)
    let takesStance = !view.matches(.claim, "blames", "denies", "regrets").isEmpty
    guard speaksOfEvent || takesStance || !view.matches(.effect).isEmpty || site != nil else {
      claimReader.notice(view)
      return
    }
    let weapon = view.matches(.weapon).first.map { view.words($0.tokens) }
    var found = claimReader.claims(in: view, weapon: weapon)
    if found.isEmpty, !events.isEmpty, let own = claimReader.ownWords(in: view, weapon: weapon) {
      found = [own]
    }
    let place = site ?? mainSite
    var events = events
    if events.isEmpty, takesStance, site == nil,
      let recent = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph)
    {
      events = [recent]
    }
    for claim in found where !events.isEmpty || claim.stance != .states {
      for event in events.isEmpty ? [nil] : Set(events).sorted().map(Optional.some) {
        let series = event == nil && site == nil ? eventsAlike(view) : []
        claims.append(
          LooseClaim(claim: claim, event: event, site: place, month: month(of: view), series: series))
      }
    }
  }

  /// What was told so far and is of a kind with the words of a sentence that names no place.
  func eventsAlike(_ view: SentenceView) -> [Int] {
    let kinds = view.matches(.event).compactMap { match in
      IncidentKind(rawValue: String(match.tag.split(separator: ".")[0]))
    }
    return linker.recent.filter { index in
      linker.events[index].date != .none
        && kinds.allSatisfy(linker.events[index].kinds.areCompatible)
    }
  }

  func month(of view: SentenceView) -> Int? {
    for date in view.dates {
      switch date.value {
      case .open(let month?, _, _): return month
      case .spans(let spans) where spans.count == 1 && spans[0].precision <= 4: return spans[0].from.month
      default: continue
      }
    }
    return nil
  }
}
