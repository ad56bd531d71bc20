internal import Gazetteer
internal import GeoModel
internal import Incidents
internal import Proximity
internal import Reading

extension MarkdownReport {
  /// The numbers, the sites that were hit, and every incident on one line, the latest first.
  var summary: String {
    let content = index.content
    let read = content.documents.count { $0.leftOut == nil }
    let leftOut = content.documents.count - read
    var lines = "\(counted(content.incidents.count, "incident")) in \(counted(read, "document"))"
    if leftOut > 0 { lines += "; \(counted(leftOut, "document was", "documents were")) left out" }
    if let first = content.incidents.map(\.date.from).min(), let last = content.incidents.map(\.date.to).max()
    {
      lines += "; from \(first) to \(last)"
    }
    lines += ".\n\n"
    for site in index.watched { lines += "- " + headline(of: site) + "\n" }
    let contested = content.incidents.count { !$0.disagreements.isEmpty }
    if contested > 0 { lines += "- The sources disagree on \(counted(contested, "incident")); see below.\n" }
    if !index.watched.isEmpty || contested > 0 { lines += "\n" }

    var table = MarkdownTable("Date", "What", "How exactly", "People", "Sources", "Confidence")
    for incident in latestFirst(content.incidents) {
      table.append(
        incident.date.phrase, incident.titleLink, incident.precisionPhrase, incident.casualtyPhrase,
        incident.sourcesPhrase, percent(incident.confidence))
    }
    return lines + table.text
  }

  /// "**Embassy of X in Y**: 3 incidents, the last on 2025-11-14; 1 more may have come within 5 km".
  private func headline(of site: Site) -> String {
    let own = index.incidentsOfSite[site.id] ?? []
    let ownIDs = Set(own.map(\.id))
    let possible = (index.exposuresOfSite[site.id] ?? []).filter { !ownIDs.contains($0.incident) }
    var text = "**\(MarkdownText.escaped(site.name))**: "
    text += own.isEmpty ? "no incident of its own" : counted(own.count, "incident")
    if let last = own.map(\.date.to).max() { text += ", the last on \(last)" }
    if !possible.isEmpty, let reach = index.content.rings.max() {
      let near = possible.count { $0.nearest <= reach }
      if near > 0 { text += "; \(near) more may have come within \(reach.distanceLabel)" }
    }
    return text + "."
  }

  func latestFirst(_ incidents: [Incident]) -> [Incident] {
    incidents.sorted { ($1.date.to, $1.date.from, $0.id) < ($0.date.to, $0.date.from, $1.id) }
  }
}
