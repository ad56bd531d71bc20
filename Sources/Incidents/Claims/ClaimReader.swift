import Geocoding
import Reading

/// Reads who says what about cause and responsibility.
struct ClaimReader {
  let document: Document
  /// Claimants named so far, the latest last: "the ministry", "Aliyev" refer back to them.
  private(set) var known: [Claimant] = []

  init(document: Document) { self.document = document }

  /// The claims of a sentence that speaks of an event, one per claimant and stance.
  mutating func claims(in view: SentenceView, weapon: String?) -> [Claim] {
    let reader = ClaimantReader(view: view, document: document)
    let claimants = reader.claimants().map(resolved)
    defer { known += claimants.filter { !$0.isAnaphoric } }
    var found: [String: Claim] = [:]
    for verb in view.matches("claim") {
      guard let stance = Claim.Stance(rawValue: verb.tag) else { continue }
      guard let speaker = speaker(of: verb.tokens, claimants, reader) else { continue }
      let key = "\(speaker.name)|\(stance.rawValue)"
      guard found[key] == nil else { continue }
      found[key] = Claim(
        claimant: speaker.name, stance: stance, about: accused(view, speaker), weapon: weapon,
        evidence: document.evidence(view.sentence.range))
    }
    return strongest(found.values.sorted { ($0.claimant, $0.stance.rawValue) < ($1.claimant, $1.stance.rawValue) })
  }

  /// Remembers who was named in a sentence that makes no claim.
  mutating func notice(_ view: SentenceView) {
    known += ClaimantReader(view: view, document: document).claimants().filter { !$0.isAnaphoric }
  }

  /// The responsible party the words name: the nation next to the event's words.
  func accused(_ view: SentenceView, _ speaker: Claimant?) -> String? {
    let events = view.matches("event").map(\.tokens) + view.matches("weapon").map(\.tokens)
      + view.matches("actor", "force").map(\.tokens)
    let nations = view.mentions.filter { mention in
      (mention.role == .demonym || mention.role == .metonym || mention.role == .namePart
        || mention.role == .place) && !(speaker.map { $0.tokens.overlaps(mention.tokens) } ?? false)
    }
    let near = nations.filter { nation in
      events.contains { event in
        let isAdjective = nation.tokens.upperBound <= event.lowerBound && view.distance(nation.tokens, event) <= 1
        let isAgent = view.matches("context", "by").contains {
          $0.tokens.upperBound == nation.tokens.lowerBound
        } && view.distance(nation.tokens, event) <= 8
        return isAdjective || isAgent
      }
    }
    return near.first.map { document.text[$0.range] }
  }

  private func speaker(
    of verb: Range<Int>, _ claimants: [Claimant], _ reader: ClaimantReader
  ) -> Claimant? {
    if let surname = reader.surname(before: verb) { return resolved(surname) }
    let near = claimants.filter { reader.view.distance($0.tokens, verb) <= 14 }
    let nearest = near.min { a, b in
      rank(a, verb, reader.view) < rank(b, verb, reader.view)
    }
    if let nearest { return nearest }
    let isImpersonal = reader.view.matches("claim", "states").contains { $0.tokens == verb }
      || !reader.view.matches("context", "anaphor").isEmpty
    return isImpersonal ? known.last : nil
  }

  private func rank(_ claimant: Claimant, _ verb: Range<Int>, _ view: SentenceView) -> (Int, Int) {
    let isBefore = claimant.tokens.upperBound <= verb.lowerBound
    return (view.distance(claimant.tokens, verb) + (isBefore ? 0 : 3), claimant.tokens.lowerBound)
  }

  /// "The ministry" and "Aliyev" are whoever bore that word last.
  private func resolved(_ claimant: Claimant) -> Claimant {
    let words = claimant.name.split(separator: " ").map { Folding.fold(String($0)) }
    guard claimant.isAnaphoric || words.count == 1, let head = words.last else { return claimant }
    let match = known.last { earlier in
      earlier.name.split(separator: " ").count > words.count
        && earlier.name.split(separator: " ").contains { Folding.fold(String($0)) == head }
    }
    return match.map { Claimant(name: $0.name, tokens: claimant.tokens, isAnaphoric: false) } ?? claimant
  }

  /// Who denies or blames also "states": the plain stance is left out then.
  private func strongest(_ claims: [Claim]) -> [Claim] {
    claims.filter { claim in
      claim.stance != .states
        || !claims.contains { $0.claimant == claim.claimant && $0.stance != .states }
    }
  }
}
