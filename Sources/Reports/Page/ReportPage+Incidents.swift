internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

extension ReportPage {
  /// What an incident rests on.
  ///
  /// - Parameter series: whether to tell the claims about all that happened at its site, too.
  func details(of incident: Incident, series: Bool) -> View {
    let what = words.capital(words.kind(incident.kind))
    let view: View = [
      "anchor": incident.anchorName, "date": words.date(incident.date),
      "heading": incident.place.isEmpty ? what : "\(what): \(incident.place)",
    ]
    view.set("facts", list: facts(of: incident))
    view.set("disagreements", list: incident.disagreements.map { disagreement($0, of: incident) })
    let claims = claims(incident.claims.filter { series || $0.scope == .incident })
    view.set("claims", list: claims.views)
    view.set("claimsLeftOut", optional: leftOut(claims.leftOut + incident.unread.claims, "claims"))
    view.set("accounts", list: incident.accounts.prefix(limits.accounts).map(account))
    view.set(
      "accountsLeftOut",
      optional: leftOut(incident.accounts.count - limits.accounts + incident.unread.accounts, "accounts"))
    return view
  }

  private func facts(of incident: Incident) -> [View] {
    var facts: [View] = []
    func add(_ label: String, _ value: String?, _ reasons: [String] = []) {
      guard let value, !value.isEmpty else { return }
      facts.append([
        "label": label, "value": value,
        "reason": View.optional(reasons.map(words.reason).joined(separator: "; ")),
        "foreign": foreign(reasons),
      ])
    }
    add(words("fact_where"), words.precision(incident), [incident.footprint.reason])
    add(words("fact_people"), words.people(incident))
    add(words("fact_weapon"), incident.weapon)
    add(
      words("fact_confidence"), words.percent(incident.confidence),
      incident.confidenceReasons)
    for (field, choice) in incident.choices.sorted(by: { $0.key < $1.key }) where field != "where" {
      let value = chosen(field, incident)
      add(words("fact_chosen", ["field": words.word("fields", field)]), value, [choice])
    }
    if let review = index.content.reviews[incident.id] {
      let changed =
        review.edited.isEmpty
        ? []
        : [
          words("reviewed", ["list": review.edited.joined(separator: ", ")])
        ]
      add(words("fact_review"), ([review.note].compactMap(\.self) + changed).joined(separator: "; "))
    }
    add(words("fact_id"), incident.id)
    return facts
  }

  /// The attribute for reasons that the language of the report has no words for.
  private func foreign(_ reasons: [String]) -> String {
    words.language != .en && reasons.contains { words.reason($0) == $0 } ? " lang=\"en\"" : ""
  }

  private func chosen(_ field: String, _ incident: Incident) -> String {
    switch field {
    case "date": words.date(incident.date)
    case "kind": words.kind(incident.kind)
    case "weapon": incident.weapon ?? words("not_stated")
    case "killed": incident.killed.map(String.init) ?? words("not_stated")
    case "injured": incident.injured.map(String.init) ?? words("not_stated")
    default: "–"
    }
  }

  /// What is claimed stands with its words among the claims; here it is named only.
  private func disagreement(_ disagreement: Disagreement, of incident: Incident) -> View {
    var seen: Set<String> = []
    let variants = disagreement.variants.prefix(limits.claims).compactMap { variant -> View? in
      let view = references.quote(variant.evidence)
      let value = value(variant, of: disagreement.field, in: incident)
      let isClaim = incident.claims.contains { $0.evidence == variant.evidence }
      let isBrief = disagreement.field == "responsibility" && isClaim
      if isBrief, !seen.insert("\(value) \(variant.evidence.document)").inserted { return nil }
      view.set("brief", isBrief)
      view.set("value", optional: value == variant.evidence.quote ? nil : value)
      return view
    }
    return ["field": words.word("fields", disagreement.field), "variants": variants]
  }

  /// A variant in the words of the language, where its field has such words.
  private func value(_ variant: Disagreement.Variant, of field: String, in incident: Incident) -> String {
    switch field {
    case "kind":
      return IncidentKind.allCases.first { $0.label == variant.value }.map(words.kind) ?? variant.value
    case "responsibility":
      let claim = incident.claims.first {
        $0.evidence == variant.evidence && variant.value.hasPrefix("\($0.claimant) \($0.stance.rawValue)")
      }
      return claim.map { "\(claimant($0)): \(phrase($0))" } ?? variant.value
    case "where":
      for relation in SpatialRelation.allCases {
        let prefix = relation.rawValue.split(separator: "_").joined(separator: " ") + " "
        guard variant.value.hasPrefix(prefix) else { continue }
        return words(
          "relations.\(relation.rawValue)", ["name": String(variant.value.dropFirst(prefix.count))])
      }
      return variant.value
    default: return variant.value
    }
  }

  private func account(_ account: Account) -> View {
    let sentences = account.sentences.prefix(limits.sentences).map { references.quote($0) }
    let told = Set(account.sentences.map(\.quote))
    let effects = account.effects.filter { !told.contains($0.evidence.quote) }
      .prefix(limits.sentences).map { effect in
        let view = references.quote(effect.evidence, limit: 160)
        view.set("what", words.capital(words.word("effects", effect.kind.rawValue)))
        return view
      }
    if sentences.isEmpty { _ = references.number(account.document) }
    return [
      "sentences": sentences, "effects": effects, "note": View.optional(words.reason(account.dateReason)),
      "foreign": foreign([account.dateReason]),
      "people": View.optional(words.people(account)),
    ]
  }
}
