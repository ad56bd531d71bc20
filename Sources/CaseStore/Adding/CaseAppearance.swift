internal import GRDB
internal import GeoModel
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The default styles of a case's layers and its embedded project.
///
/// What somebody changed in QGIS since Cordon wrote it stays.
struct CaseAppearance {
  private let db: Database
  private let fileName: String

  init(_ db: Database, name path: String) {
    self.db = db
    fileName = URL(filePath: path).lastPathComponent
  }

  func refresh() throws {
    let styling = try CaseStyling(try overview(), file: fileName)
    for layer in CaseSchema.layers {
      guard let style = styling.style(of: layer.name) else { continue }
      try put("style/\(layer.name)", style, current: try currentStyle(of: layer.name)) {
        try db.execute(
          sql: "DELETE FROM layer_styles WHERE f_table_name = ? AND styleName = 'cordon'",
          arguments: [layer.name])
        try db.execute(
          sql: """
            INSERT INTO layer_styles (
              f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,
              useAsDefault, description, owner, update_time)
            VALUES ('', '', ?, 'geom', 'cordon', ?, '', 1, 'Cordon', '', ?)
            """,
          arguments: [layer.name, style, CoreTables.beginning])
      }
    }
    let project = Zip.archive(name: "cordon.qgs", bytes: Array(styling.project.utf8))
    let hex = Self.hexadecimal(project)
    try put(
      "project", hex,
      current: try String.fetchOne(
        db, sql: "SELECT CAST(content AS TEXT) FROM qgis_projects WHERE name = 'cordon'")
    ) {
      try db.execute(
        sql: "INSERT OR REPLACE INTO qgis_projects VALUES ('cordon', ?, ?)",
        arguments: [
          #"{"last_modified_time": "2000-01-01T00:00:00", "last_modified_user": "cordon"}"#, hex,
        ])
    }
    try db.execute(
      sql: """
        UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM layer_styles)
          WHERE table_name = 'layer_styles';
        UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM documents)
          WHERE table_name = 'documents';
        UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM accounts) WHERE table_name = 'accounts';
        UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM claims) WHERE table_name = 'claims';
        UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM edits) WHERE table_name = 'edits';
        """)
  }

  private func currentStyle(of layer: String) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT styleQML FROM layer_styles WHERE f_table_name = ? AND styleName = 'cordon'",
      arguments: [layer])
  }

  /// Writes a text unless what stands there is somebody else's.
  private func put(_ key: String, _ text: String, current: String?, write: () throws -> Void) throws {
    let written = try String.fetchOne(
      db, sql: "SELECT value FROM gpkg_cordon_meta WHERE key = ?", arguments: [key])
    let now = current.map { ContentHash(Array($0.utf8)).description }
    guard now == written || current == nil else { return }
    let digest = ContentHash(Array(text.utf8)).description
    guard digest != now else { return }
    try write()
    try db.execute(sql: "INSERT OR REPLACE INTO gpkg_cordon_meta VALUES (?, ?)", arguments: [key, digest])
  }

  /// As much of the case as its legend, time line and first view follow from: the incidents at the ends.
  private func overview() throws -> Case {
    var ids: Set<String> = []
    for order in ["date_from", "date_to DESC", "lat", "lat DESC", "lon", "lon DESC"] {
      let id = try String.fetchOne(
        db, sql: "SELECT id FROM incidents WHERE lat IS NOT NULL AND id IS NOT NULL ORDER BY \(order) LIMIT 1"
      )
      if let id { ids.insert(id) }
    }
    ids.formUnion(
      try String.fetchAll(db, sql: "SELECT min(id) FROM incidents WHERE id IS NOT NULL GROUP BY kind"))
    let reader = CaseReader(db)
    return Case(incidents: try ids.sorted().compactMap(reader.outline))
  }

  /// QGIS keeps a zipped project as the digits of its bytes.
  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
