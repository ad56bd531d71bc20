internal import Gazetteer
internal import GeoModel
internal import Incidents
internal import Proximity
internal import Reading

extension MarkdownReport {
  /// A section for each watched site, then one table for all others.
  var siteSections: String {
    let watched = index.watched
    var text = watched.isEmpty ? "" : "## Site by site\n\n"
    for site in watched { text += section(of: site) }
    let ids = Set(watched.map(\.id))
    let others = index.concerned.filter { !ids.contains($0.id) }
    guard !others.isEmpty else { return text }

    var table = MarkdownTable(
      "Site", "Kind", "Incidents", "May have come near", "Nearest possible", "Best estimate")
    for site in others {
      let own = index.incidentsOfSite[site.id]?.count ?? 0
      let exposures = index.exposuresOfSite[site.id] ?? []
      table.append(
        MarkdownText.escaped(site.name), MarkdownText.escaped(site.kind), String(own),
        String(max(0, exposures.count - own)), exposures.map(\.nearest).min()?.roundedLabel ?? "",
        exposures.map(\.best).min()?.roundedLabel ?? "")
    }
    return text + "## Other sites concerned\n\n" + table.text
  }

  private func section(of site: Site) -> String {
    var text = "### \(MarkdownText.escaped(site.name))\n\n"
    var facts = [MarkdownText.escaped(site.kind), MarkdownText.escaped(site.city)]
    if let address = site.address { facts.append(MarkdownText.escaped(address)) }
    facts.append("known to within \(site.accuracy.roundedLabel)")
    text += facts.filter { !$0.isEmpty }.joined(separator: "; ") + "; `\(code(site.id))`.\n\n"

    let exposures = Dictionary(
      (index.exposuresOfSite[site.id] ?? []).map { ($0.incident, $0) },
      uniquingKeysWith: { first, _ in first })
    let incidents = latestFirst(exposures.keys.compactMap { index.incidents[$0] })
    guard !incidents.isEmpty else { return text + "No incident came near, as far as the documents tell.\n\n" }
    var table = MarkdownTable(
      "Date", "What", "Distance", "Possible", "Chance within", "How exactly", "Sources", "Confidence")
    for incident in incidents {
      guard let exposure = exposures[incident.id] else { continue }
      table.append(
        incident.date.phrase, incident.titleLink, exposure.best.roundedLabel, exposure.rangePhrase,
        chances(exposure), incident.precisionPhrase, incident.sourcesPhrase, percent(incident.confidence))
    }
    return text + table.text
  }

  /// From the first ring with a chance to the first that is certain: "500 m: 62 %, 1 km: 100 %".
  private func chances(_ exposure: Exposure) -> String {
    var parts: [String] = []
    for ring in exposure.within where ring.probability > 0 {
      parts.append("\(ring.radius.distanceLabel): \(percent(ring.probability))")
      if ring.probability == 1 { break }
    }
    return parts.isEmpty ? "none of the rings" : parts.joined(separator: ", ")
  }
}

/// Text inside a code span, where no escape works: anything but plain characters becomes a question mark.
func code(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_.:/".unicodeScalars.contains(scalar)
          ? scalar : "?"
      }))
}
