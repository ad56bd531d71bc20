import Geocoding
import Reading

/// Finds what the accounts and claims of an incident do not agree on.
enum Disagreements {
  static func found(in incident: Incident) -> [Disagreement] {
    // Of a single account only what others claim may differ.
    guard incident.accounts.count > 1 else {
      return [weapon(incident), responsibility(incident)].compactMap(\.self)
    }
    return [
      weapon(incident), toll("killed", incident.accounts.indices.map { incident.accounts[$0].killed }),
      toll("injured", incident.accounts.indices.map { incident.accounts[$0].injured }),
      kind(incident), place(incident), damage(incident), responsibility(incident),
    ].compactMap(\.self)
  }

  private static func weapon(_ incident: Incident) -> Disagreement? {
    let told = incident.accounts.compactMap { account -> Disagreement.Variant? in
      guard let weapon = account.weapon, let evidence = account.sentences.first else { return nil }
      return Disagreement.Variant(value: weapon, evidence: evidence)
    }
    let claimed = incident.claims.filter { $0.scope == .incident }.compactMap { claim in
      claim.weapon.map { Disagreement.Variant(value: $0, evidence: claim.evidence) }
    }
    return disagreement("weapon", (told + claimed).filter { $0.value.hasCapital })
  }

  private static func toll(_ field: String, _ told: [Toll?]) -> Disagreement? {
    disagreement(
      field,
      told.compactMap { toll in
        guard let toll, let count = toll.count else { return nil }
        return Disagreement.Variant(value: String(count), evidence: toll.evidence)
      })
  }

  private static func kind(_ incident: Incident) -> Disagreement? {
    disagreement(
      "kind",
      incident.accounts.filter { $0.kind != .other }.compactMap { account in
        account.sentences.first.map { Disagreement.Variant(value: account.kind.label, evidence: $0) }
      })
  }

  /// Different relations to the site, or different sites.
  private static func place(_ incident: Incident) -> Disagreement? {
    disagreement(
      "where",
      incident.accounts.compactMap { account in
        guard let footprint = account.footprint, let evidence = account.sentences.first else { return nil }
        let distance = footprint.statedDistance.map { " (\($0.text))" } ?? ""
        let relation = footprint.relation.rawValue.split(separator: "_").joined(separator: " ")
        return Disagreement.Variant(
          value: "\(relation) \(footprint.anchorName)\(distance)", evidence: evidence)
      })
  }

  /// What each document says was damaged, when more than one says so.
  private static func damage(_ incident: Incident) -> Disagreement? {
    let variants = incident.accounts.compactMap { account -> Disagreement.Variant? in
      guard let effect = account.effects.first(where: { $0.kind == .damage }) else { return nil }
      return Disagreement.Variant(value: effect.evidence.quote, evidence: effect.evidence)
    }
    return Set(variants.map(\.evidence.document)).count > 1 ? disagreement("damage", variants) : nil
  }

  /// Somebody blames and somebody denies, or different parties are named.
  private static func responsibility(_ incident: Incident) -> Disagreement? {
    let stances = Set(incident.claims.map(\.stance))
    guard stances.contains(.denies), stances.contains(.blames) || stances.contains(.questions) else {
      return nil
    }
    let variants = incident.claims.filter {
      $0.stance == .denies || $0.stance == .questions || $0.stance == .blames && $0.about != nil
    }.map {
      Disagreement.Variant(
        value: "\($0.claimant) \($0.stance.rawValue)" + ($0.about.map { " (\($0))" } ?? ""),
        evidence: $0.evidence)
    }
    return disagreement("responsibility", variants)
  }

  private static func disagreement(
    _ field: String, _ variants: [Disagreement.Variant]
  ) -> Disagreement? {
    var seen: Set<String> = []
    let distinct = variants.filter { seen.insert(Folding.fold($0.value)).inserted }
    return distinct.count > 1 ? Disagreement(field: field, variants: distinct) : nil
  }
}
