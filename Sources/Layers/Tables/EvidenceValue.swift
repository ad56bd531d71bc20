internal import GeoModel
internal import Incidents

extension Incident {
  /// The nested last column: what each document says, with the words.
  var evidenceValue: JSONValue {
    [
      "accounts": .array(
        accounts.map { account in
          [
            "document": .string(account.document),
            "kind": .string(account.kind.rawValue),
            "date": .string(account.dateReason),
            "sentences": .array(account.sentences.map(\.jsonValue)),
            "effects": .array(account.effects.map(\.jsonValue)),
            "rules": .array(account.rules.map(JSONValue.string)),
          ]
        }),
      "claims": .array(claims.map(\.jsonValue)),
      "disagreements": .array(disagreements.map(\.jsonValue)),
      "choices": .object(JSONObject(choices.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      "confidence_reasons": .array(confidenceReasons.map(JSONValue.string)),
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
