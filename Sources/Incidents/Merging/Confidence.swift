import Geocoding
import Reading

/// Rates how well an incident is known.
///
/// A sum of stated parts, clamped to 0.05 ... 0.95. The weights are judgement, not calibration: there
/// are too few annotated incidents yet to fit them.
enum Confidence {
  static func rate(_ incident: inout Incident) {
    var score = 0.5
    var reasons: [String] = []
    func add(_ weight: Double, _ reason: String) {
      score += weight
      let rounded = (weight * 100).rounded()
      reasons.append(
        "\(weight < 0 ? "−" : "+")0.\(abs(rounded) < 10 ? "0" : "")\(Int(abs(rounded))) \(reason)")
    }
    let documents = incident.documents.count
    if documents > 1 { add(min(0.2, 0.1 * Double(documents - 1)), "told by \(documents) documents") }
    switch incident.date.precision {
    case 1: add(0.1, "the day is known")
    case 4...: add(-0.1, "only the month is known")
    default: break
    }
    if incident.siteID != nil {
      add(0.1, "at a registered site")
    } else if incident.footprint.wherePrecision >= 4 {
      add(-0.1, "only the region or country is known")
    }
    if incident.kind == .other { add(-0.1, "no word tells the kind") }
    if incident.accounts.contains(where: { !$0.effects.isEmpty || $0.killed != nil || $0.injured != nil }) {
      add(0.05, "its effects are told")
    }
    if incident.disagreements.contains(where: { ["killed", "injured", "kind", "where"].contains($0.field) }) {
      add(-0.05, "the accounts disagree")
    }
    incident.confidence = min(0.95, max(0.05, (score * 100).rounded() / 100))
    incident.confidenceReasons = reasons
  }
}
