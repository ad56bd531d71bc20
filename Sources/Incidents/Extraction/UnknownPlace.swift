import Geocoding
import Reading

/// Finds names after "in" or "at" that no place is known for.
struct UnknownPlace {
  let view: SentenceView

  /// Whether the words put a new event at a name that means nothing here, so that it is at no place told before.
  func isNamed(by cluster: Cluster) -> Bool {
    guard view.usesPrepositions, !view.capitalizesNouns, !cluster.triggers.contains(where: isKnown) else {
      return false
    }
    let cores = cluster.triggers.map(\.tokens)
    return placings.contains { relation in
      (view.distance(relation, toNearestOf: cores) ?? .max) <= 8 && isUnknownName(relation.upperBound)
    }
  }

  /// Whether any words of the sentence put something at such a name.
  func isNamed() -> Bool {
    guard view.usesPrepositions else {
      let near = view.matches(.relation, "near_after").map(\.tokens.lowerBound)
      return view.sentence.tokens.dropFirst().contains {
        isUnknownName($0) && (view.hasPlacingEnding($0) || near.contains($0 + 1))
      }
    }
    return placings.contains { relation in
      let next = relation.upperBound
      // German writes "in Not" as it writes "in Notdorf", but puts an article before most of what is no name.
      if isUnknownName(next) { return true }
      guard !view.capitalizesNouns else { return false }
      let filler = view.matches(.relation, "filler").last { $0.tokens.lowerBound == next }
      return isUnknownName(filler?.tokens.upperBound ?? afterAdjective(next))
    }
  }

  /// "в приморском Фалироне": behind a word written small that is nothing else.
  private func afterAdjective(_ index: Int) -> Int {
    guard index < view.sentence.tokens.upperBound, view.text.tokens[index].casing == .lower,
      !view.matches.contains(where: { $0.tokens.contains(index) })
    else { return index }
    return index + 1
  }

  private var placings: [Range<Int>] { view.matches(.relation, "in", "at", "near").map(\.tokens) }

  /// "the blast": one that was told before.
  private func isKnown(_ trigger: Trigger) -> Bool {
    view.matches(.context, "article").contains { $0.tokens.upperBound == trigger.tokens.lowerBound }
  }

  private func isUnknownName(_ index: Int) -> Bool {
    guard index < view.sentence.tokens.upperBound else { return false }
    let token = view.text.tokens[index]
    guard token.kind == .word, token.casing == .capitalized, !isOfFacility(index) else { return false }
    if view.locatives.contains(where: { $0.tokens.contains(index) && view.strays.contains($0.mention) }) {
      return true
    }
    return !view.mentions.contains { $0.tokens.contains(index) }
      && !view.matches.contains { $0.tokens.contains(index) }
  }

  /// "in the Serena hotel": in the town that the story is in.
  private func isOfFacility(_ index: Int) -> Bool {
    view.matches(.facility).contains { (1...2).contains($0.tokens.lowerBound - index) }
  }
}
