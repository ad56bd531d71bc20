internal import GeoModel
internal import Incidents
internal import Proximity

extension Incident {
  /// More than anybody reads in one cell; `incidents.json` and the case hold all.
  private static let shownAccounts = 20
  private static let shownClaims = 40

  /// The nested last column: what each document says, with the words; of very many those that tell most, and how
  /// many more there are.
  var evidenceValue: JSONValue {
    let shown =
      accounts.count > Self.shownAccounts ? Array(accountsByWeight.prefix(Self.shownAccounts)) : accounts
    var members: [(String, JSONValue)] = [("accounts", .array(shown.map(\.evidenceValue)))]
    let more = accounts.count - shown.count
    if more > 0 { members.append(("more_accounts", .int(more))) }
    members.append(("claims", .array(claims.prefix(Self.shownClaims).map(\.jsonValue))))
    let moreClaims = claims.count - Self.shownClaims
    if moreClaims > 0 { members.append(("more_claims", .int(moreClaims))) }
    let choices = choices.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
    members += [
      ("disagreements", .array(disagreements.map(\.jsonValue))),
      ("choices", .object(JSONObject(choices))),
      ("confidence_reasons", .array(confidenceReasons.map(JSONValue.string))),
    ]
    return .object(JSONObject(members))
  }
}

extension Account {
  fileprivate var evidenceValue: JSONValue {
    [
      "document": .string(document),
      "kind": .string(kind.rawValue),
      "date": .string(dateReason),
      "sentences": .array(sentences.map(\.jsonValue)),
      "effects": .array(effects.map(\.jsonValue)),
      "rules": .array(rules.map(JSONValue.string)),
    ]
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
