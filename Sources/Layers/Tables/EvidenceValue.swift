internal import GeoModel
internal import Incidents
internal import Proximity

extension JSONWriter {
  /// More than anybody reads in one cell; `incidents.json` and the case hold all.
  private static let shownAccounts = 20
  private static let shownClaims = 40

  /// The nested last column: what each document says, with the words; of very many those that tell most, and how
  /// many more there are.
  mutating func append(evidenceOf incident: Incident) {
    let accounts = incident.accounts
    let isCut = accounts.count > Self.shownAccounts
    append(raw: "{\"accounts\":")
    append(list: isCut ? Array(incident.accountsByWeight.prefix(Self.shownAccounts)) : accounts) {
      $0.append(account: $1)
    }
    if isCut { append(raw: ",\"more_accounts\":", accounts.count - Self.shownAccounts) }
    append(raw: ",\"claims\":")
    append(list: incident.claims.prefix(Self.shownClaims)) { $0.append(claim: $1) }
    let moreClaims = incident.claims.count - Self.shownClaims
    if moreClaims > 0 { append(raw: ",\"more_claims\":", moreClaims) }
    append(raw: ",\"disagreements\":")
    append(list: incident.disagreements) { $0.append($1.jsonValue) }
    append(raw: ",\"choices\":{")
    for (place, choice) in incident.choices.sorted(by: { $0.key < $1.key }).enumerated() {
      if place > 0 { append(raw: ",") }
      append(choice.key)
      append(raw: ":")
      append(choice.value)
    }
    append(raw: "},\"confidence_reasons\":")
    append(list: incident.confidenceReasons) { $0.append($1) }
    append(raw: "}")
  }

  private mutating func append(account: Account) {
    append(raw: "{\"document\":", account.document)
    append(raw: ",\"kind\":", account.kind.rawValue)
    append(raw: ",\"date\":", account.dateReason)
    append(raw: ",\"sentences\":")
    append(list: account.sentences) { $0.append(evidence: $1) }
    append(raw: ",\"effects\":")
    append(list: account.effects) {
      $0.append(raw: "{\"kind\":", $1.kind.rawValue)
      $0.append(raw: ",\"evidence\":")
      $0.append(evidence: $1.evidence)
      $0.append(raw: "}")
    }
    append(raw: ",\"rules\":")
    append(list: account.rules) { $0.append($1) }
    append(raw: "}")
  }

  private mutating func append(claim: Claim) {
    append(raw: "{\"claimant\":", claim.claimant)
    append(raw: ",\"stance\":", claim.stance.rawValue)
    append(raw: ",\"about\":", claim.about)
    append(raw: ",\"weapon\":", claim.weapon)
    append(raw: ",\"scope\":", claim.scope.rawValue)
    append(raw: ",\"evidence\":")
    append(evidence: claim.evidence)
    append(raw: "}")
  }

  private mutating func append(evidence: Evidence) {
    append(raw: "{\"document\":", evidence.document)
    append(raw: ",\"start\":", evidence.start)
    append(raw: ",\"end\":", evidence.end)
    append(raw: ",\"quote\":", evidence.quote)
    append(raw: "}")
  }

  private mutating func append(raw name: StaticString, _ text: String?) {
    append(raw: name)
    if let text { append(text) } else { append(raw: "null") }
  }

  private mutating func append(raw name: StaticString, _ number: Int) {
    append(raw: name)
    append(number)
  }
}

extension Evidence {
  var jsonValue: JSONValue {
    [
      "document": .string(document), "start": .int(start), "end": .int(end), "quote": .string(quote),
    ]
  }
}

extension Effect {
  var jsonValue: JSONValue { ["kind": .string(kind.rawValue), "evidence": evidence.jsonValue] }
}

extension Claim {
  var jsonValue: JSONValue {
    [
      "claimant": .string(claimant), "stance": .string(stance.rawValue), "about": JSONValue(about),
      "weapon": JSONValue(weapon), "scope": .string(scope.rawValue), "evidence": evidence.jsonValue,
    ]
  }
}

extension Disagreement {
  var jsonValue: JSONValue {
    [
      "field": .string(field),
      "variants": .array(
        variants.map { ["value": .string($0.value), "evidence": $0.evidence.jsonValue] }),
    ]
  }
}
