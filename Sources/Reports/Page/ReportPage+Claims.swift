internal import Incidents

extension ReportPage {
  /// Claims, what one sentence claims in several ways told once; and how many are left out.
  func claims(_ claims: [Claim]) -> (views: [View], leftOut: Int) {
    struct Saying: Hashable {
      let claimant: String
      let evidence: Evidence
    }
    var order: [Saying] = []
    var phrases: [Saying: [String]] = [:]
    for claim in claims {
      let saying = Saying(claimant: claim.claimant, evidence: claim.evidence)
      if phrases[saying] == nil { order.append(saying) }
      let phrase = phrase(claim)
      if phrases[saying]?.contains(phrase) != true { phrases[saying, default: []].append(phrase) }
    }
    let views = order.prefix(limits.claims).map { saying -> View in
      let view = references.quote(saying.evidence)
      view.set("claimant", claimant(saying.claimant, saying.evidence.document))
      view.set("stances", (phrases[saying] ?? []).joined(separator: "; "))
      return view
    }
    return (views, max(0, order.count - limits.claims))
  }

  func claimant(_ claim: Claim) -> String { claimant(claim.claimant, claim.evidence.document) }

  /// Who says it; a document that speaks in its own words by its number.
  private func claimant(_ name: String, _ document: String) -> String {
    name.hasPrefix(document) ? words("own_words", ["n": String(references.number(document))]) : name
  }

  /// "blames, about Russia, weapon: Iskander".
  func phrase(_ claim: Claim) -> String {
    var parts = [words.word("stances", claim.stance.rawValue)]
    if let about = claim.about { parts.append(words("about", ["name": about])) }
    if let weapon = claim.weapon { parts.append(words("weapon_named", ["name": weapon])) }
    return parts.joined(separator: ", ")
  }
}
