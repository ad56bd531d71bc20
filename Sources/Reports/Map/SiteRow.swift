internal import Incidents
internal import Proximity

/// An incident in the section of a site.
struct SiteRow {
  /// What the table, the map and the time line call it, from 1.
  let number: Int
  let incident: Incident
  let exposure: Exposure
  /// Whether the incident is this site's own.
  let isOwn: Bool

  /// The style classes of its mark.
  var markStyle: String {
    "mark" + (PrecisionClass.isExact(incident) ? "" : " hollow") + side
  }

  var side: String { isOwn ? "" : " other" }
}
