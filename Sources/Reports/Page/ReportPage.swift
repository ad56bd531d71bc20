internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

/// A case as a page for people, in the words of one language: what templates are filled with.
///
/// HTML and Markdown are filled with the same page, so they say the same. It holds no time of writing: the same
/// case always gives the same page.
struct ReportPage {
  let index: CaseIndex
  let filter: ReportFilter
  let words: ReportWords
  let limits: ReportLimits
  let references: References
  let sections: [SiteSection]
  /// Sites of the register that were asked for, near which nothing happened, and that have no section.
  let quietSites: Int
  /// Ids of the incidents that are told with everything they rest on.
  let detailed: Set<String>
  /// How many of the incidents a document tells of, where they were read in part.
  let tellings: [String: Int]
  /// Those of no section, the latest first.
  let loose: [Incident]
  private let looseLeftOut: Int

  /// - Parameter content: selected by the filter already.
  init(
    _ content: Case, filter: ReportFilter, words: ReportWords, limits: ReportLimits,
    tellings: [String: Int] = [:]
  ) {
    self.tellings = tellings
    let index = CaseIndex(content)
    self.index = index
    self.filter = filter
    self.words = words
    self.limits = limits
    references = References(documents: content.documents, words: words)
    let sites =
      filter.namesSites ? index.concerned.filter { content.protected.contains($0.id) } : index.watched
    let all = sites.map { SiteSection(site: $0, index: index, limit: limits.siteRows) }
    let ordered = all.sorted(by: SiteSection.mattersMore)
    sections = Array(ordered.prefix(limits.sections))
    if let country = filter.operatorCountry, filter.sites.isEmpty {
      let shown = Set(sites.map(\.id))
      quietSites = content.sites.count { $0.operatorCountry == country && !shown.contains($0.id) }
    } else {
      quietSites = 0
    }

    var detailed: Set<String> = []
    for section in sections {
      for incident in section.own.prefix(limits.detailsOfSite) where detailed.count < limits.details {
        detailed.insert(incident.id)
      }
    }
    let owned = Set(sections.flatMap { $0.rows.filter(\.isOwn).map(\.incident.id) })
    let incidents = content.incidents
    let rest = incidents.latestFirst(incidents.indices.filter { !owned.contains(incidents[$0].id) })
    loose = rest.prefix(max(0, limits.details - detailed.count)).map { incidents[$0] }
    looseLeftOut = rest.count - loose.count
    self.detailed = detailed.union(loose.map(\.id))
  }

  /// Ids of the incidents that stand anywhere on the page.
  var shown: Set<String> {
    let latest = index.content.incidents.latest(limits.summaryRows)
    return detailed.union(latest.map(\.id)).union(sections.flatMap { $0.rows.map(\.incident.id) })
  }

  /// Everything a template asks for.
  func view() -> View {
    let page: View = [
      "w": WordsView(words), "lang": words.language.rawValue,
      "foreign": words.language == .en ? "" : " lang=\"en\"", "title": title,
    ]
    page.set("filters", list: filters)
    addSummary(to: page)
    page.set("sites", list: sections.enumerated().map { section($1, number: $0 + 1) })
    addOtherSites(to: page)
    page.set("loose", list: loose.map { details(of: $0, series: true) })
    page.set("detailsLeftOut", optional: leftOut(looseLeftOut, "incidents"))
    addStatements(to: page)
    addDocuments(to: page)
    return page
  }

  private var title: String {
    let names = filter.sites.prefix(3).map(\.name)
    guard !names.isEmpty else { return words("report") }
    let more = filter.sites.count > 3 ? " …" : ""
    return words("report_of", ["name": names.joined(separator: ", ") + more])
  }

  private var filters: [View] {
    var facts: [View] = []
    func add(_ label: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      facts.append(["label": words(label), "value": value])
    }
    add("filter_sites", filter.sites.map(\.name).joined(separator: "; "))
    add("filter_operator", filter.operatorCountry)
    add("filter_since", filter.since?.description)
    add("filter_until", filter.until?.description)
    add(
      "filter_kinds",
      IncidentKind.allCases.filter(filter.kinds.contains).map(words.kind).joined(separator: ", "))
    add("filter_within", filter.within.map(words.distance))
    return facts
  }

  /// "5 claims more left out here ..."; `nil` for none.
  func leftOut(_ count: Int, _ noun: String) -> String? {
    count > 0 ? words("left_out", ["what": words.count(count, noun)]) : nil
  }

  /// Where the details of an incident stand, or `false`.
  func link(_ incident: Incident) -> Any { detailed.contains(incident.id) ? incident.anchorName : false }

  /// The parts of an incident's row that all tables have in common.
  func row(_ incident: Incident) -> View {
    let date = words.date(incident.date)
    let row: View = [
      "date": date, "kind": words.capital(words.kind(incident.kind)), "link": link(incident),
      "place": incident.place, "precision": words.precision(incident), "people": words.people(incident),
      "confidence": words.percent(incident.confidence),
      "refs": references.views(
        incident.documents, limit: limits.sources, unread: incident.unread.documents),
    ]
    let label = incident.date.label
    row.set("datetime", optional: label.contains("/") ? nil : label)
    return row
  }
}

extension Incident {
  /// The site it concerns, or the place it happened in.
  var place: String { siteName ?? placeName ?? footprint.anchorName }

  /// Where the details stand on a page.
  var anchorName: String { "incident-" + id.anchor }
}

extension String {
  /// What of an id is harmless in an address and an attribute.
  var anchor: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" }))
  }
}
