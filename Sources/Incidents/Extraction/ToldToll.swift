import Reading

/// A toll as one sentence tells it.
struct ToldToll {
  let toll: Toll
  /// "also", "another": to be added to what was told before.
  let isFurther: Bool
  /// Of a person told by what he was, where later sentences may give the number of all.
  let isPerson: Bool
  /// "in all", "bringing the toll to": the sum of what was told before.
  var isTotal = false

  var count: Int? { toll.count }
}

extension CasualtyReader {
  /// The toll of a sentence with the clause that tells it.
  func told(_ findings: [Finding], _ outcome: Outcome, _ clause: Clause) -> ToldToll? {
    toll(findings, outcome).map { finding in
      ToldToll(
        toll: Toll(count: finding.count, evidence: clause.around(finding.tokens)),
        isFurther: finding.isFurther, isPerson: finding.isPerson, isTotal: finding.isTotal)
    }
  }
}
