internal import Gazetteer
internal import GeoKernel
internal import GeoModel
internal import Incidents
internal import Proximity

extension ReportPage {
  /// - Parameter number: its own in the report.
  func section(_ section: SiteSection, number: Int) -> View {
    let site = section.site
    let view: View = [
      "anchor": "site-" + site.id.anchor, "name": site.name,
      "caption": words("site_caption", ["name": site.name]),
    ]
    view.set("facts", list: facts(of: site))
    view.set("rows", list: section.rows.map { row($0, of: site) })
    view.set("rowsLeftOut", optional: leftOut(section.leftOut, "incidents"))
    view.set("maps", list: maps(of: section, number: number))
    view.set("key", list: MapKey(section: section, words: words).views)
    let timeline = Timeline(rows: section.rows, siteName: site.name, words: words)
    view.set(
      "timeline",
      timeline.map { timeline -> Any in
        [
          "svg": timeline.svg(id: "t\(number)"),
          "caption": words(timeline.showsMarks ? "timeline_caption" : "timeline_counts_caption"),
        ] as View
      } ?? false)
    let told = section.own.filter { detailed.contains($0.id) }
    view.set("details", list: told.map { details(of: $0, series: false) })
    let claims = claims(told.flatMap(\.claims).filter { $0.scope == .series })
    view.set("seriesClaims", list: claims.views)
    view.set("claims", claims.views)
    view.set(
      "claimsLeftOut", optional: leftOut(claims.leftOut + (told.map(\.unread.claims).max() ?? 0), "claims"))
    return view
  }

  private func facts(of site: Site) -> [View] {
    let place = [site.address, site.city, site.hostCountry].compactMap(\.self).filter { !$0.isEmpty }
    let facts: [(String, String?)] = [
      ("site_kind", site.kind), ("site_place", place.joined(separator: ", ")),
      ("site_operator", site.operatorCountry), ("site_accuracy", words.distance(site.accuracy)),
      ("site_id", site.id),
    ]
    return facts.compactMap { label, value in
      guard let value, !value.isEmpty else { return nil }
      return ["label": words(label), "value": value]
    }
  }

  private func row(_ row: SiteRow, of site: Site) -> View {
    let view = self.row(row.incident)
    let known = row.exposure.asKnown
    view.set("number", String(row.number))
    view.set("best", words.distance(known.best))
    view.set("nearest", words.distance(known.nearest))
    view.set("farthest", words.distance(known.farthest))
    view.set("chance", words.chances(row.exposure))
    view.set(
      "elsewhere", optional: row.isOwn ? nil : words("elsewhere", ["name": row.incident.place]))
    return view
  }

  private func maps(of section: SiteSection, number: Int) -> [View] {
    guard !section.rows.isEmpty else { return [] }
    let site = section.site
    let rings = index.content.rings
    let neighbours = index.concerned.filter { $0.id != site.id }
      .map { ($0, Geodesic.wgs84.distance(site.coordinate, $0.coordinate)) }
      .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
      .map(\.0)
    let reaches = MapReach.choose(rows: section.rows, accuracy: site.accuracy, rings: rings)
    return reaches.enumerated().map { order, reach in
      let map = SiteMap(
        site: site, rows: section.rows, neighbours: neighbours, rings: rings, reach: reach, words: words)
      let drawing = map.svg(id: "m\(number)-\(order + 1)")
      let caption = words(
        order == 0 ? "map_caption" : "map_close_caption",
        ["name": site.name, "distance": words.distance(reach)])
      return [
        "svg": drawing.svg, "caption": ([caption] + drawing.notes).joined(separator: " "),
      ]
    }
  }

  /// The sites without a section, in one table: those that were hit first, then the nearest.
  func addOtherSites(to page: View) {
    let ids = Set(sections.map(\.site.id))
    let others = filter.namesSites ? [] : index.concerned.filter { !ids.contains($0.id) }
    let ranked = others.map { site -> (site: Site, own: Int, best: Meters) in
      (site, index.places(of: site.id).count, index.leastDistance(from: site.id) ?? .kilometers(1e5))
    }.sorted { a, b in (b.own, a.best, a.site.id) < (a.own, b.best, b.site.id) }
    page.set(
      "otherSites",
      list: ranked.prefix(limits.otherSites).map { site, own, _ in
        let exposures = index.exposures(near: site.id)
        let known = exposures.map(\.asKnown)
        return [
          "name": site.name, "kind": site.kind, "own": String(own),
          "possible": String(max(0, exposures.count - own)),
          "best": known.map(\.best).min().map(words.distance) ?? "",
          "nearest": known.map(\.nearest).min().map(words.distance) ?? "",
        ]
      })
    page.set("otherSitesLeftOut", optional: leftOut(ranked.count - limits.otherSites, "sites"))
  }
}
