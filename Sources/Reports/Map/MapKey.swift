internal import Geocoding
internal import Incidents
internal import Proximity

/// What the shapes of a section's maps stand for; only those that are in it.
struct MapKey {
  let section: SiteSection
  let words: ReportWords

  private static let middle = Pixel(x: 0, y: 0)

  var views: [View] {
    let rows = section.rows
    let own = rows.contains(where: \.isOwn)
    let side = own ? "" : " other"
    var views = IncidentKind.allCases.filter { kind in rows.contains { $0.incident.kind == kind } }.map {
      kind in
      entry(words.capital(words.kind(kind))) {
        $0.path(MarkShape.path(of: kind, at: Self.middle, radius: 9), "mark" + side)
      }
    }
    let hollow = rows.filter { $0.markStyle.contains("hollow") }
    if hollow.count < rows.count, !hollow.isEmpty {
      views.append(
        entry(words("key_solid")) {
          $0.path(MarkShape.path(of: .other, at: Self.middle), "mark" + side)
        })
    }
    if !hollow.isEmpty {
      views.append(
        entry(words("key_hollow")) {
          $0.path(MarkShape.path(of: .other, at: Self.middle), "mark hollow" + side)
        })
    }
    views.append(entry(words("key_area")) { $0.circle(Self.middle, radius: 10, "area" + side) })
    if rows.contains(where: { $0.incident.footprint.ring != nil }) {
      views.append(entry(words("key_estimate")) { $0.circle(Self.middle, radius: 10, "estimate" + side) })
    }
    if own, rows.contains(where: { !$0.isOwn }) {
      views.append(
        entry(words("key_other")) { $0.path(MarkShape.path(of: .other, at: Self.middle), "mark other") })
    }
    views.append(
      entry(words("key_site")) { $0.rectangle(Pixel(x: -7, y: -7), width: 14, height: 14, "home") })
    views.append(entry(words("key_accuracy")) { $0.circle(Self.middle, radius: 10, "accuracy") })
    views.append(entry(words("key_ring")) { $0.circle(Self.middle, radius: 10, "ring") })
    views.append(
      entry(words("key_place")) { $0.rectangle(Pixel(x: -4, y: -4), width: 8, height: 8, "place") })
    return views
  }

  private func entry(_ text: String, _ draw: (inout Drawing) -> Void) -> View {
    var drawing = Drawing()
    draw(&drawing)
    return ["svg": drawing.icon(), "text": text]
  }
}
