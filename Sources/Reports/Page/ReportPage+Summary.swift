internal import Gazetteer
internal import GeoModel
internal import Incidents
internal import Proximity
internal import Reading

extension ReportPage {
  /// The numbers, the sites that were hit, and every incident on one line, the latest first.
  func addSummary(to page: View) {
    let content = index.content
    let leftOut = content.documents.count { $0.leftOut != nil }
    let read = content.documents.count - leftOut + content.unread.documents
    let unread = leftOut + content.unread.leftOut
    var lead = words(
      "lead",
      [
        "incidents": words.count(content.incidents.count, "incidents"),
        "documents": words.count(read, "documents"),
      ])
    if unread > 0 { lead += words("lead_left_out", ["documents": words.count(unread, "documents")]) }
    if let first = content.incidents.map(\.date.from).min(), let last = content.incidents.map(\.date.to).max()
    {
      lead += words(
        "lead_period",
        ["period": words("period", ["from": first.description, "to": last.description])])
    }
    lead += "."
    if let earlier = self.leftOut(content.earlierIncidents, "incidents") { lead += " \(earlier)" }
    page.set("lead", lead)
    page.set("headlines", list: headlines)
    page.set("incidents", list: content.incidents.latest(limits.summaryRows).map(row))
    page.set(
      "incidentsLeftOut", optional: self.leftOut(content.incidents.count - limits.summaryRows, "incidents"))
  }

  private var headlines: [View] {
    var lines = sections.map { section -> View in
      ["link": "site-" + section.site.id.anchor, "name": section.site.name, "text": headline(of: section)]
    }
    let contested = index.content.incidents.count(where: \.isContested)
    if contested > 0 {
      lines.append([
        "link": false,
        "text": words("headline_contested", ["incidents": words.count(contested, "incidents")]),
      ])
    }
    if quietSites > 0, let country = filter.operatorCountry {
      let text = words("operator_rest", ["sites": words.count(quietSites, "sites"), "name": country])
      lines.append(["link": false, "text": text])
    }
    return lines
  }

  /// "3 incidents, the last 2025-11-14; 38 killed in all; 1 more may have come within 5 km."
  private func headline(of section: SiteSection) -> String {
    let own = index.incidents(of: section.site.id)
    var parts: [String] = []
    if let last = own.max(by: { ($0.date.to, $0.date.from) < ($1.date.to, $1.date.from) }) {
      parts.append(
        words(
          "headline_own",
          ["incidents": words.count(own.count, "incidents"), "date": words.date(last.date)]))
    } else {
      parts.append(words("headline_none"))
    }
    let tolls = [("killed", own.compactMap(\.killed)), ("injured", own.compactMap(\.injured))]
    let people = tolls.compactMap { word, counts in
      counts.isEmpty ? nil : words(word, ["n": String(counts.reduce(0, +))])
    }
    if !people.isEmpty { parts.append(words("headline_people", ["people": people.joined(separator: ", ")])) }
    let ids = Set(own.map(\.id))
    if let reach = filter.within ?? index.content.rings.max() {
      let near = index.exposures(near: section.site.id).count {
        !ids.contains($0.incident) && $0.nearest <= reach
      }
      if near > 0 {
        parts.append(words("headline_possible", ["n": String(near), "distance": words.distance(reach)]))
      }
    }
    return parts.joined(separator: "; ") + "."
  }
}
