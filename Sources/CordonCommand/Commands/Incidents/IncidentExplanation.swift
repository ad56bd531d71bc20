internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

/// An incident walked back to the words it rests on, as plain text.
struct IncidentExplanation {
  private var lines: [String] = []

  init(_ incident: Incident) {
    lines.append(incident.id)
    add("date", "\(incident.date.label) (GED date_prec \(incident.date.precision))", incident.choices["date"])
    add("kind", incident.kind.label, incident.choices["kind"])
    add("where", place(of: incident), incident.choices["where"])
    add("weapon", incident.weapon, incident.choices["weapon"])
    add("killed", incident.killed.map(String.init), incident.choices["killed"])
    add("injured", incident.injured.map(String.init), incident.choices["injured"])
    add(
      "confidence", "\(Int((incident.confidence * 100).rounded())) %",
      incident.confidenceReasons.joined(separator: "; "))
    for account in incident.accounts { describe(account) }
    for disagreement in incident.disagreements {
      lines.append("")
      lines.append("disagreement on \(disagreement.field)")
      for variant in disagreement.variants { quote(variant.evidence, SafeText.line(variant.value)) }
    }
    for claim in incident.claims {
      lines.append("")
      let about = claim.about.map { ", about \(SafeText.line($0))" } ?? ""
      let scope = claim.scope == .series ? ", of all attacks there" : ""
      lines.append("claim: \(SafeText.line(claim.claimant)) \(claim.stance.rawValue)\(about)\(scope)")
      quote(claim.evidence)
    }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private func place(of incident: Incident) -> String {
    let name = incident.siteName ?? incident.placeName ?? incident.footprint.anchorName
    return "\(SafeText.line(name)), within \(Int(incident.footprint.radius.value.rounded())) m"
  }

  private mutating func describe(_ account: Account) {
    lines.append("")
    lines.append("account of \(SafeText.line(account.document))")
    add("date", account.date.label, account.dateReason)
    add("kind", account.kind.label, nil)
    add("where", account.footprint.map { SafeText.line($0.anchorName) }, account.footprint?.reason)
    add("killed", account.killed.map(label), nil)
    add("injured", account.injured.map(label), nil)
    for rule in account.rules { lines.append("  rule        \(SafeText.line(rule))") }
    for sentence in account.sentences { quote(sentence) }
    for effect in account.effects { quote(effect.evidence, effect.kind.rawValue) }
  }

  private func label(_ toll: Toll) -> String { toll.count.map(String.init) ?? "some, number not stated" }

  private mutating func add(_ field: String, _ value: String?, _ reason: String?) {
    guard let value else { return }
    let padded = field + String(repeating: " ", count: max(1, 12 - field.count))
    let because = reason.map { $0.isEmpty ? "" : "  [\(SafeText.line($0))]" } ?? ""
    lines.append("  \(padded)\(value)\(because)")
  }

  private mutating func quote(_ evidence: Evidence, _ what: String? = nil) {
    let place = "\(SafeText.line(evidence.document)) \(evidence.start)–\(evidence.end)"
    lines.append("  \(what.map { $0 + ": " } ?? "")“\(SafeText.line(evidence.quote))” (\(place))")
  }
}

extension AccountDate {
  fileprivate var label: String {
    switch self {
    case .span(let span): span.label
    case .open(let month, let day, _):
      "open" + (month.map { ", month \($0)" } ?? "") + (day.map { ", day \($0)" } ?? "")
    case .none: "none"
    }
  }
}
