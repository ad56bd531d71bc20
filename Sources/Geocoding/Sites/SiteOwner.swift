internal import Reading

/// Whose mission "our embassy", "its consulate", "ambasada sa" is: the state whose voice speaks.
///
/// Each state named before the words in the sentence, and each that the document gives a mission by name, is a
/// candidate; states of the sentence go first. The host is none. A mission by name anywhere weighs
/// most; then the first state of the sentence, which is mostly its subject; a state that only owns an ambassador
/// ("the ambassador of Russia") speaks less.
enum SiteOwner {
  static func infer(_ draft: SiteDraft, in scene: SiteScene, view: SentenceView) -> (
    state: String, reason: String
  )? {
    let host = draft.host?.country
    var scores: [String: Int] = [:]
    var isFirst = true
    for entry in scene.countries
    where entry.sentence == view.index && entry.token < draft.head.lowerBound && entry.code != host {
      let tokens = scene.places[entry.mention].tokens
      let isEnvoys = view.facilities.contains {
        $0.tag == "envoy"
          && ($0.tokens.upperBound == tokens.lowerBound || $0.tokens.lowerBound == tokens.upperBound)
      }
      scores[entry.code, default: 0] += isEnvoys ? 0 : (isFirst ? 3 : 1)
      if !isEnvoys { isFirst = false }
    }
    // States of the sentence go before those of the document.
    let candidates = scores.isEmpty ? scene.operators.keys.filter { $0 != host } : Array(scores.keys)
    for state in candidates {
      if let count = scene.operators[state] { scores[state, default: 0] += 4 + min(count, 3) }
    }
    if scores.isEmpty,
      let before = scene.countries.last(where: { $0.sentence < view.index && $0.code != host })
    {
      scores[before.code] = 1
    }
    // Of equals the one that the document named first.
    func rank(_ state: String) -> Int {
      scene.countries.firstIndex { $0.code == state } ?? scene.countries.count
    }
    guard
      let best = scores.max(by: {
        ($0.value, rank($1.key), $1.key) < ($1.value, rank($0.key), $0.key)
      })
    else { return nil }
    let reason =
      scene.operators[best.key] != nil
      ? "the state that the document gives a mission by name" : "the state that speaks in the sentence"
    return (best.key, reason)
  }
}
