import Geocoding
import Reading

extension ConfidenceModel {
  /// Rates how well an incident is known.
  func rate(_ incident: inout Incident) {
    (incident.confidence, incident.confidenceReasons) = rating(Self.features(of: incident))
  }

  /// The names of `data/confidence.tsv` that hold for an incident.
  static func features(of incident: Incident) -> [String] {
    var features: [String] = []
    func add(_ name: String, when holds: Bool) { if holds { features.append(name) } }
    add("several_documents", when: incident.documents.count > 1)
    add("undated", when: incident.accounts.allSatisfy { $0.dateReason.hasPrefix("no date") })
    add("registered_site", when: incident.siteID != nil)
    add("named_site", when: incident.siteID == nil && incident.siteName != nil)
    add("wide_area", when: incident.siteID == nil && incident.footprint.wherePrecision >= 4)
    add("kind_unsaid", when: incident.kind == .other)
    add("weapon", when: incident.weapon != nil)
    add(
      "effects",
      when: incident.accounts.contains { !$0.effects.isEmpty || $0.killed != nil || $0.injured != nil })
    return features
  }
}
