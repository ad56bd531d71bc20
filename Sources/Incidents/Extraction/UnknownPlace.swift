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
    return view.matches("relation", "in", "at", "near").contains { relation in
      (view.distance(relation.tokens, toNearestOf: cores) ?? .max) <= 8
        && isUnknownName(relation.tokens.upperBound)
    }
  }

  /// "the blast": one that was told before.
  private func isKnown(_ trigger: Trigger) -> Bool {
    view.matches("context", "article").contains { $0.tokens.upperBound == trigger.tokens.lowerBound }
  }

  private func isUnknownName(_ index: Int) -> Bool {
    guard index < view.sentence.tokens.upperBound else { return false }
    let token = view.text.tokens[index]
    return token.kind == .word && token.casing == .capitalized
      && !view.mentions.contains { $0.tokens.contains(index) }
      && !view.matches.contains { $0.tokens.contains(index) }
  }
}
