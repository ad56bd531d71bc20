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
  /// "Attack", "raid": somebody did it to somebody, and only how is open.
  var isAttack: Bool { kind == nil && !isImpact && !isKilling && !isStrike }
  /// Why it tells of no event of its own, when so.
  let exclusion: Statement.Reason?
}

/// Finds the triggers of a sentence and judges which of them tell of a real event.
struct TriggerReader {
  let view: SentenceView
  /// An aircraft crash was told before, so that "the crash" is that one.
  let knowsCrash: Bool

  /// "Two Swedish fans were shot dead": the sentence speaks of a match, and tells of something that happened at it.
  private let isOfFact: Bool
  /// The sentence tells how a match ended, and nothing else.
  private let isScored: Bool

  /// - Parameter isOfFact: whether the words around tell that something happened; asked of sentences about matches.
  init(view: SentenceView, knowsCrash: Bool = false, isOfFact: () -> Bool = { false }) {
    self.view = view
    self.knowsCrash = knowsCrash
    let hasScore = Self.hasScore(view)
    self.isOfFact = (hasScore || !view.matches(.modality, "sport").isEmpty) && isOfFact()
    isScored = hasScore && !self.isOfFact
  }

  func triggers() -> [Trigger] {
    var found = view.matches(.event).map(trigger)
    // "The ambassador was killed at the mission": an event of its own where no other words are near.
    let active = found.filter { $0.exclusion == nil && !$0.isImpact }.map(\.tokens)
    let excluded = found.filter { $0.exclusion != nil }.map(\.tokens)
    for killing in killings()
    where (view.distance(killing, toNearestOf: active) ?? Int.max) > 5
      && (view.distance(killing, toNearestOf: excluded) ?? Int.max) > (active.isEmpty ? 40 : 16)
    {
      found.append(
        Trigger(
          tokens: killing, kind: nil, isImpact: false, isKilling: true, isStrike: false, isPlural: false,
          exclusion: exclusion(of: killing, isPlural: false)))
    }
    return found
  }

  private func trigger(_ match: LexiconMatch) -> Trigger {
    let parts = TagParts(match.tag)
    let name = parts.head
    let isPlural = parts.detail == "plural"
    var kind = IncidentKind(rawValue: name)
    var isImpact = name == "impact"
    if kind == .aircraftCrash && view.matches(.aircraft).isEmpty && !knowsCrash {
      kind = nil
      isImpact = true
    }
    return Trigger(
      tokens: match.tokens, kind: kind, isImpact: isImpact, isStrike: name == "strike", isPlural: isPlural,
      exclusion: exclusion(of: match.tokens, isPlural: isPlural))
  }

  /// Somebody killed, or hurt by a weapon that is named.
  private func killings() -> [Range<Int>] {
    guard !view.matches(.effect).isEmpty else { return [] }
    let unhurt = view.matches(.effect, "unhurt", "undead", "unharmed").map(\.tokens)
    let weapons = view.matches(.weapon).map(\.tokens)
    return view.matches(
      .effect, "killed", "killed.one", "killed.many", "injured", "injured.one", "injured.many"
    )
    .filter { harm in
      !unhurt.contains { $0.overlaps(harm.tokens) }
        && (harm.tag.hasPrefix("killed") || (view.distance(harm.tokens, toNearestOf: weapons) ?? .max) <= 3)
    }
    .map(\.tokens)
  }

  private static let ends = MarkSet(",", ":", ";", "—", "–", ".", "!", "»", "”", "\"")
  private static let opening = MarkSet("«", "“", "„", "\"", "‘")
  private static let closing = MarkSet("»", "”", "“", "\"", "’")
  private static let dashes = MarkSet("-", "–")

  /// "Arson at the embassy?" asserts nothing.
  private func isAsked(_ trigger: Range<Int>) -> Bool {
    for token in trigger.upperBound..<max(trigger.upperBound, view.sentence.tokens.upperBound)
    where view.text.tokens[token].kind == .punctuation {
      if view.isMark(token, UInt8(ascii: "?")) { return true }
      if Self.ends.contains(view.mark(token)) { return false }
    }
    return false
  }

  /// They spent a day "under fire": a word in quotes of its own is not meant as it says.
  private func isDoubted(_ trigger: Range<Int>) -> Bool {
    guard trigger.lowerBound > view.sentence.tokens.lowerBound,
      trigger.upperBound < view.sentence.tokens.upperBound
    else { return false }
    return Self.opening.contains(view.mark(trigger.lowerBound - 1))
      && Self.closing.contains(view.mark(trigger.upperBound))
  }

  /// "6:1", "6-1": the score of a match; figures that rise may be a range, and two digits after a colon a time.
  static func hasScore(_ view: SentenceView) -> Bool {
    let tokens = view.sentence.tokens
    guard tokens.count >= 3 else { return false }
    return tokens.dropFirst().dropLast().contains { at in
      guard view.text.tokens[at - 1].kind == .number, view.text.tokens[at + 1].kind == .number else {
        return false
      }
      let (before, after) = (view.text.foldedBytes(at - 1), view.text.foldedBytes(at + 1))
      guard before.count <= 2, after.count == 1,
        view.text.tokens[at - 1].range.upperBound
          == view.text.tokens[at].range.lowerBound,
        view.text.tokens[at].range.upperBound == view.text.tokens[at + 1].range.lowerBound
      else { return false }
      return view.isMark(at, UInt8(ascii: ":"))
        || dashes.contains(view.mark(at)) && (before.count > 1 || !before.lexicographicallyPrecedes(after))
    }
  }

  /// "the 1998 bombing": an event of history, whatever day the sentence names.
  private func isOfYear(_ trigger: Range<Int>) -> Bool {
    // "the attacks of 1998 on two embassies"
    let isDated = view.dates.contains {
      $0.isYearAlone && (0...1).contains($0.tokens.lowerBound - trigger.upperBound)
    }
    if isDated { return true }
    let before = trigger.lowerBound - 1
    guard before >= view.sentence.tokens.lowerBound, view.text.tokens[before].kind == .number,
      let year = Int(view.text.folded(before)), (1500...2200).contains(year)
    else { return false }
    return !view.dates.contains { $0.tokens.contains(before) && $0.tokens.count > 1 }
  }

  /// "A series of explosions tore through the refinery on Friday": several blows of one day are one event.
  private func isOfOneDay(_ trigger: Range<Int>) -> Bool {
    view.dates.contains { $0.day != nil && view.distance($0.tokens, trigger) <= 16 }
  }

  private func exclusion(of trigger: Range<Int>, isPlural: Bool) -> Statement.Reason? {
    if isOfYear(trigger) { return .undated }
    if isScored || isAsked(trigger) || isDoubted(trigger) { return .notHappened }
    for match in view.matches(.modality) {
      let distance = view.distance(match.tokens, trigger)
      let isBefore = match.tokens.lowerBound <= trigger.lowerBound
      // Where the verb ends the sentence, so does what denies it.
      let governs = isBefore || !view.usesPrepositions
      switch match.tag {
      case "negated" where isBefore && distance <= 1: return .notHappened
      case "negated" where governs && distance == 0: return .notHappened
      case "unreal" where (governs && distance <= 6) || match.tokens.overlaps(trigger): return .notHappened
      case "future" where governs && distance <= 1: return .notHappened
      case "habitual" where (isBefore && distance <= 2) || match.tokens.overlaps(trigger): return .habitual
      case "burst" where isBefore && distance <= 4 && !isOfOneDay(trigger): return .aggregate
      case "aggregate" where (isBefore && distance <= 4) || match.tokens.overlaps(trigger): return .aggregate
      case "background" where governs && distance <= 4: return .aggregate
      case "averted" where distance <= 8: return .notHappened
      // "The attack comes ten years after the one in Buenos Aires."
      case "echo" where distance <= 4: return .aggregate
      case "sport" where isOfFact: break
      case "staged", "sport": return .notHappened
      default: break
      }
    }
    return nil
  }
}
