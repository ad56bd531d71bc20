import Gazetteer
import Geocoding
import Reading

/// Reads who says what about cause and responsibility.
///
/// A sentence has one speaker: whoever stands nearest before its first verb of speech, or after
/// "according to". The verb gives the stance; cues elsewhere in the sentence ("not true",
/// "deliberate", "regret") sharpen it.
struct ClaimReader {
  let gazetteer: Gazetteer
  /// Offices named and speakers heard so far, the latest last: "the ministry", "Aliyev" refer back to them.
  private var known: [Known] = []
  private var lastSpeaker: Claimant?

  /// Somebody with the words of the name, folded.
  private struct Known {
    let claimant: Claimant
    let words: [String]
  }

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// The claims of a sentence that speaks of an event: one for each stance its speaker takes.
  mutating func claims(in view: SentenceView, weapon: String?) -> [Claim] {
    let reader = ClaimantReader(view: view)
    let claimants = view.claimants.map(resolved)
    defer { remember(claimants) }
    guard let (speaker, verbs) = speaker(view, claimants, reader) else { return [] }
    if !speaker.isMedia {
      lastSpeaker = speaker
      // Only the last of a name counts; so the list does not grow with the document.
      know(speaker)
    }
    let accused = accused(view, speaker)
    return stances(verbs, cues(view), isAccusing: accused != nil).map { stance in
      Claim(
        claimant: speaker.name, stance: stance, about: accused, weapon: weapon,
        evidence: view.report.evidence(view.sentence.range))
    }
  }

  /// All the stances taken, plain statement only where there is no other. "Not true that it was
  /// deliberate" and "questions whether it was deliberate" accuse nobody.
  private func stances(_ verbs: [LexiconMatch], _ cues: [String], isAccusing: Bool) -> [Claim.Stance] {
    func stance(_ tag: String) -> Claim.Stance? {
      Claim.Stance(rawValue: TagParts(tag).head)
    }
    let said = Set(verbs.compactMap { stance($0.tag) })
    var taken = said.union(cues.compactMap(stance))
    let isHedged = taken.contains(.questions) || taken.contains(.denies) && !isAccusing
    if isHedged && !said.contains(.blames) { taken.remove(.blames) }
    // Who condemns an attack without naming anybody has not said whose it was.
    let isCued = cues.contains { stance($0) == .blames }
    if taken.contains(.blames) && !isAccusing && !isCued {
      taken.remove(.blames)
      taken.insert(.states)
    }
    if taken.count > 1 { taken.remove(.states) }
    return taken.isEmpty ? [.states] : taken.sorted { $0.rawValue < $1.rawValue }
  }

  /// What the report itself says of who did it, where nobody is quoted.
  func ownWords(in view: SentenceView, weapon: String?) -> Claim? {
    guard let accused = accused(view, nil) else { return nil }
    return Claim(
      claimant: "\(view.report.source ?? view.report.id) (own words)", stance: .states, about: accused,
      weapon: weapon,
      evidence: view.report.evidence(view.sentence.range))
  }

  /// Remembers who was named in a sentence that makes no claim.
  mutating func notice(_ view: SentenceView) {
    remember(view.claimants)
  }

  private mutating func remember(_ claimants: [Claimant]) {
    for claimant in claimants where !claimant.isAnaphoric && !claimant.isMedia && claimant.isOffice {
      know(claimant)
    }
  }

  private mutating func know(_ claimant: Claimant) {
    if let last = known.last, last.claimant.name == claimant.name {
      known[known.count - 1] = Known(claimant: claimant, words: last.words)
      return
    }
    let former = known.firstIndex { $0.claimant.name == claimant.name }
    let words = former.map { known.remove(at: $0).words } ?? Self.words(of: claimant.name)
    known.append(Known(claimant: claimant, words: words))
  }

  private static func words(of name: String) -> [String] {
    name.utf8.split(separator: 0x20).map { Folding.fold(String(Substring($0))) }
  }

  private func cues(_ view: SentenceView) -> [String] {
    view.matches(.claim).map(\.tag).filter { $0.hasSuffix(".cue") }
  }

  // MARK: The speaker

  private func speaker(
    _ view: SentenceView, _ claimants: [Claimant], _ reader: ClaimantReader
  ) -> (Claimant, [LexiconMatch])? {
    // "states" inside "United States" says nothing.
    let verbs = view.matches(.claim).filter { match in
      !match.tag.hasSuffix(".cue") && !view.mentions.contains { $0.tokens.overlaps(match.tokens) }
    }
    var media: Claimant?
    for verb in verbs {
      let found =
        verb.tag.hasSuffix(".impersonal") ? lastSpeaker : speaker(of: verb.tokens, claimants, reader)
      guard let found else { continue }
      if found.isMedia {
        media = media ?? found
        continue
      }
      return (found, verbs.filter { view.distance($0.tokens, verb.tokens) <= 6 || $0 == verb })
    }
    // A quotation goes on: whoever spoke last still does.
    if media == nil, !verbs.isEmpty || !cues(view).isEmpty, isContinuation(view), let lastSpeaker {
      return (lastSpeaker, verbs)
    }
    return media.map { ($0, verbs) }
  }

  private func speaker(
    of verb: Range<Int>, _ claimants: [Claimant], _ reader: ClaimantReader
  ) -> Claimant? {
    let view = reader.view
    if let surname = reader.surname(before: verb) { return resolved(surname) }
    let before = claimants.filter {
      $0.tokens.upperBound <= verb.lowerBound && view.distance($0.tokens, verb) <= 14
    }
    if let nearest = before.last { return nearest }
    if let subject = subject(view, claimants, reader) { return subject }
    return claimants.first {
      $0.tokens.lowerBound >= verb.upperBound && view.distance($0.tokens, verb) <= 8
    }
  }

  /// Whoever the sentence begins with: "Aliyev, who …, called the attacks unfriendly".
  private func subject(_ view: SentenceView, _ claimants: [Claimant], _ reader: ClaimantReader) -> Claimant? {
    let first = view.sentence.tokens.lowerBound
    if let claimant = claimants.first(where: { $0.tokens.lowerBound <= first + 1 }) { return claimant }
    guard let name = reader.name(at: first) else { return nil }
    let whole = resolved(name)
    return whole.name == name.name ? nil : whole
  }

  private static let opening = MarkSet("\"", "“", "„", "«", "‘")
  private static let closing = MarkSet("\"", "”", "»", "’")

  private func isContinuation(_ view: SentenceView) -> Bool {
    let tokens = view.sentence.tokens
    guard let last = tokens.last else { return false }
    let opens = Self.opening.contains(view.mark(tokens.lowerBound))
    let closes = Self.closing.contains(view.mark(last))
    return opens || closes || !view.matches(.context, "anaphor").isEmpty
  }

  /// "The ministry" and "Aliyev" are whoever bore that word last.
  private func resolved(_ claimant: Claimant) -> Claimant {
    guard !known.isEmpty, claimant.isAnaphoric || !claimant.name.utf8.contains(0x20) else { return claimant }
    let words = Self.words(of: claimant.name)
    guard claimant.isAnaphoric || words.count == 1, let head = words.last,
      let match = known.last(where: { $0.words.count > words.count && $0.words.contains(head) })
    else { return claimant }
    return Claimant(
      name: match.claimant.name, tokens: claimant.tokens, isAnaphoric: false, isOffice: claimant.isOffice)
  }

  // MARK: The accused

  /// The responsible party the words name: the nation right before the event's words or the forces,
  /// or after "by"; in English, as the gazetteer has it.
  func accused(_ view: SentenceView, _ speaker: Claimant?) -> String? {
    let events =
      view.matches(.event).map(\.tokens) + view.matches(.weapon).map(\.tokens)
      + view.matches(.actor, "force").map(\.tokens)
    let agents = view.matches(.context, "by").map(\.tokens.upperBound)
    let blaming = view.matches(.claim, "blames").map(\.tokens)
    // "a U.S. military official said" accuses nobody.
    let speakers =
      view.claimants.map(\.tokens)
      + (speaker.map { [$0.tokens] } ?? [])
    let nations = view.mentions.filter { mention in
      isState(view.mention(mention)) && !speakers.contains { $0.overlaps(mention.tokens) }
    }
    let object = nations.first { nation in
      blaming.contains { $0.upperBound <= nation.tokens.lowerBound && view.distance($0, nation.tokens) <= 2 }
    }
    let near =
      object
      ?? nations.first { nation in
        return events.contains { event in
          let isBefore =
            nation.tokens.upperBound <= event.lowerBound && view.distance(nation.tokens, event) <= 1
          let isAgent = agents.contains(nation.tokens.lowerBound) && view.distance(nation.tokens, event) <= 8
          return isBefore || isAgent
        }
      }
    guard let near, case .place(let place) = view.mention(near).referent else { return nil }
    return gazetteer.place(place).name
  }

  /// A country, a people or adjective, or a capital that stands for its government.
  private func isState(_ mention: Mention) -> Bool {
    guard case .place(let place) = mention.referent else { return false }
    return mention.role == .demonym || mention.role == .metonym
      || gazetteer.place(place).featureClass == .country
  }
}
