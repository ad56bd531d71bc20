internal import GRDB

/// The triggers that keep a layer's index and count right when a GIS program edits it.
///
/// Their statements are those of the GeoPackage standard (1.3, annex F.3) and of GDAL. They call functions
/// that plain SQLite does not have, so that Cordon takes them away while it writes.
struct SpatialTriggers {
  let table: String

  func create(_ db: Database) throws {
    for (name, statement) in definitions {
      try db.execute(sql: "CREATE TRIGGER \"\(name)\" \(statement)")
    }
  }

  func drop(_ db: Database) throws {
    for (name, _) in definitions { try db.execute(sql: "DROP TRIGGER IF EXISTS \"\(name)\"") }
  }

  private var definitions: [(name: String, statement: String)] {
    let index = "rtree_\(table)_geom"
    let isDrawn = #"(NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))"#
    let isNotDrawn = #"(NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))"#
    let insert =
      "INSERT OR REPLACE INTO \"\(index)\" VALUES (NEW.\"fid\", ST_MinX(NEW.\"geom\"), "
      + "ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\"));"
    let delete = "DELETE FROM \"\(index)\" WHERE id = OLD.\"fid\";"
    func count(_ sign: String) -> String {
      "BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count \(sign) 1 "
        + "WHERE lower(table_name) = lower('\(table)'); END;"
    }
    return [
      ("\(index)_insert", "AFTER INSERT ON \"\(table)\" WHEN \(isDrawn) BEGIN \(insert) END;"),
      (
        "\(index)_update1",
        "AFTER UPDATE OF \"geom\" ON \"\(table)\" WHEN OLD.\"fid\" = NEW.\"fid\" AND \(isDrawn) "
          + "BEGIN \(insert) END;"
      ),
      (
        "\(index)_update2",
        "AFTER UPDATE OF \"geom\" ON \"\(table)\" WHEN OLD.\"fid\" = NEW.\"fid\" AND \(isNotDrawn) "
          + "BEGIN \(delete) END;"
      ),
      (
        "\(index)_update3",
        "AFTER UPDATE ON \"\(table)\" WHEN OLD.\"fid\" != NEW.\"fid\" AND \(isDrawn) "
          + "BEGIN \(delete) \(insert) END;"
      ),
      (
        "\(index)_update4",
        "AFTER UPDATE ON \"\(table)\" WHEN OLD.\"fid\" != NEW.\"fid\" AND \(isNotDrawn) "
          + "BEGIN DELETE FROM \"\(index)\" WHERE id IN (OLD.\"fid\", NEW.\"fid\"); END;"
      ),
      (
        "\(index)_delete",
        "AFTER DELETE ON \"\(table)\" WHEN OLD.\"geom\" NOT NULL BEGIN \(delete) END;"
      ),
      ("trigger_insert_feature_count_\(table)", "AFTER INSERT ON \"\(table)\" " + count("+")),
      ("trigger_delete_feature_count_\(table)", "AFTER DELETE ON \"\(table)\" " + count("-")),
    ]
  }
}
