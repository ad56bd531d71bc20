internal import Incidents

extension Evidence {
  init(_ fields: Fields) throws(FieldError) {
    self.init(
      document: try fields.string("document"), start: try fields.int("start"), end: try fields.int("end"),
      quote: try fields.string("quote"))
  }
}

extension Effect {
  init(_ fields: Fields) throws(FieldError) {
    self.init(
      kind: try fields.word("kind", as: Effect.Kind.self),
      evidence: try Evidence(try fields.fields("evidence")))
  }
}

extension Claim {
  init(_ fields: Fields) throws(FieldError) {
    self.init(
      claimant: try fields.string("claimant"), stance: try fields.word("stance", as: Claim.Stance.self),
      about: try fields.optionalString("about"), weapon: try fields.optionalString("weapon"),
      scope: try fields.word("scope", as: Claim.Scope.self),
      evidence: try Evidence(try fields.fields("evidence")))
  }
}

extension Disagreement {
  init(_ fields: Fields) throws(FieldError) {
    var variants: [Variant] = []
    for variant in try fields.objects("variants") {
      variants.append(
        Variant(
          value: try variant.string("value"), evidence: try Evidence(try variant.fields("evidence"))))
    }
    self.init(field: try fields.string("field"), variants: variants)
  }
}
