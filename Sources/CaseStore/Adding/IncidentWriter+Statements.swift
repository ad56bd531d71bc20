/// The statements that run once for each incident, put together once.
extension IncidentWriter {
  /// The columns of the table of incidents behind its number.
  static let columns = CaseSchema.layer("incidents").names

  /// The tables that hold something of each incident.
  static let written = [
    "incidents", "footprints", "links", "claims", "gpkg_cordon_written", "gpkg_cordon_incidents",
    "gpkg_cordon_sources", "rtree_incidents_geom", "rtree_footprints_geom", "rtree_links_geom",
  ]

  static let rowInsertion =
    "INSERT INTO incidents (fid, \(quoted(columns))) VALUES (\(marks(1 + columns.count)))"

  /// Beside each row what Cordon wrote there, to tell what an analyst changed.
  static let shadowInsertion = """
    INSERT INTO gpkg_cordon_written (fid, id, \(quoted(CaseSchema.editable)))
    SELECT fid, id, \(quoted(CaseSchema.editable)) FROM incidents WHERE fid = ?
    """

  static let insertion =
    "INSERT INTO gpkg_cordon_incidents VALUES (\(marks(4 + StoredIncident.count)))"

  static let claimInsertion = """
    INSERT INTO claims (incident_id, document, claimant, stance, about, weapon, scope, quote, start, end)
    VALUES (\(marks(10)))
    """

  /// Its parameters: the number of the incident's row, the rank of an account, its number and its document.
  static let sourceInsertion = """
    INSERT INTO gpkg_cordon_sources SELECT ?, ?, ?, fid FROM documents WHERE id = ? AND left_out IS NULL
    """

  private static func quoted(_ columns: [String]) -> String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}
