import Reading

/// Words that say something happened.
struct Trigger {
  let tokens: Range<Int>
  /// `nil` for general words ("attack", "hit"): the weapon decides.
  let kind: IncidentKind?
  /// Says only that something came down or was hit: needs a weapon to be an event.
  let isImpact: Bool
  /// Only says that somebody was killed.
  var isKilling = false
  /// A "strike" of unsaid means.
  let isStrike: Bool
  let isPlural: Bool
  /// Why it tells of no event of its own, when so.
  let exclusion: Statement.Reason?
}

/// Finds the triggers of a sentence and judges which of them tell of a real event.
struct TriggerReader {
  let view: SentenceView
  /// An aircraft crash was told before, so that "the crash" is that one.
  var knowsCrash = false

  func triggers() -> [Trigger] {
    var found = view.matches("event").map(trigger)
    // "The ambassador was killed at the mission": an event of its own where no other words are near.
    let active = found.filter { $0.exclusion == nil && !$0.isImpact }.map(\.tokens)
    let excluded = found.filter { $0.exclusion != nil }.map(\.tokens)
    for killing in killings()
    where (view.distance(killing, toNearestOf: active) ?? Int.max) > 5
      && (view.distance(killing, toNearestOf: excluded) ?? Int.max) > 16
    {
      found.append(
        Trigger(
          tokens: killing, kind: nil, isImpact: false, isKilling: true, isStrike: false, isPlural: false,
          exclusion: exclusion(of: killing, isPlural: false)))
    }
    return found
  }

  private func trigger(_ match: LexiconMatch) -> Trigger {
    let parts = match.tag.split(separator: ".")
    let name = String(parts[0])
    let isPlural = parts.count > 1 && parts[1] == "plural"
    var kind = IncidentKind(rawValue: name)
    var isImpact = name == "impact"
    if kind == .aircraftCrash && view.matches("aircraft").isEmpty && !knowsCrash {
      kind = nil
      isImpact = true
    }
    return Trigger(
      tokens: match.tokens, kind: kind, isImpact: isImpact, isStrike: name == "strike", isPlural: isPlural,
      exclusion: exclusion(of: match.tokens, isPlural: isPlural))
  }

  private func killings() -> [Range<Int>] {
    let unhurt = view.matches("effect", "unhurt", "undead", "unharmed").map(\.tokens)
    return view.matches("effect", "killed", "killed.one", "killed.many").map(\.tokens).filter { killed in
      !unhurt.contains { $0.overlaps(killed) }
    }
  }

  /// "the 1998 bombing": an event of history, whatever day the sentence names.
  private func isOfYear(_ trigger: Range<Int>) -> Bool {
    let before = trigger.lowerBound - 1
    guard before >= view.sentence.tokens.lowerBound, view.text.tokens[before].kind == .number,
      let year = Int(view.text.folded(before)), (1500...2200).contains(year)
    else { return false }
    return !view.dates.contains { $0.tokens.contains(before) && $0.tokens.count > 1 }
  }

  private func exclusion(of trigger: Range<Int>, isPlural: Bool) -> Statement.Reason? {
    if isOfYear(trigger) { return .undated }
    for match in view.matches("modality") {
      let distance = view.distance(match.tokens, trigger)
      let isBefore = match.tokens.lowerBound <= trigger.lowerBound
      switch match.tag {
      case "negated" where isBefore && distance <= 1: return .notHappened
      case "unreal" where (isBefore && distance <= 4) || match.tokens.overlaps(trigger): return .notHappened
      case "habitual" where (isBefore && distance <= 2) || match.tokens.overlaps(trigger): return .habitual
      case "aggregate" where (isBefore && distance <= 4) || match.tokens.overlaps(trigger): return .aggregate
      case "background" where isBefore && distance <= 4: return .aggregate
      case "staged", "sport": return .notHappened
      default: break
      }
    }
    return nil
  }
}
