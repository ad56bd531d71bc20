internal import GRDB
public import Gazetteer
public import GeoModel
internal import Geocoding
public import Incidents
public import Proximity

extension CaseFile {
  /// Opens everything the case holds, with what an analyst changed since the last run, to be read a portion at a
  /// time.
  ///
  /// - Parameters:
  ///   - sites: the register, for what is measured anew and for the rows of sites.
  ///   - rings: radii, ascending.
  ///   - body: what it throws of its own passes as it is.
  /// - Throws: ``CaseStoreError``.
  public func read<Result>(
    sites: [Site], rings: [Meters] = ExposureCalculator.standardRings,
    _ body: (CaseContents) throws -> Result
  ) throws -> Result {
    do {
      return try read { try body(CaseContents(CaseReader($0), sites: sites, rings: rings)) }
    } catch let error as DatabaseError {
      throw CaseStoreError(error, path: path)
    }
  }

  /// The incidents that may have come within a distance of a position, and some that did not; by date, then
  /// id. What they rest on is only counted.
  ///
  /// The time it takes follows the number of incidents there, not that of the case.
  ///
  /// - Throws: ``CaseStoreError``.
  public func incidents(around position: Coordinate, within reach: Meters) throws(CaseStoreError)
    -> [Incident]
  {
    try reading { reader in
      // Each page is looked at once; to have memory ready for more of them takes longer than to read them.
      try reader.db.execute(sql: "PRAGMA cache_size = -2048")
      return try reader.incidents(rows: reader.rows(in: Self.boxes(around: position, reach)), isWhole: false)
    }
  }

  /// All incidents, with all that they rest on.
  ///
  /// - Throws: ``CaseStoreError``.
  public func incidents() throws(CaseStoreError) -> [Incident] {
    try reading { try $0.incidents(isWhole: true) }
  }

  /// The incident whose id begins like this, with all that it rests on; a former id leads to the incident it became
  /// a part of. Several come without what they rest on.
  ///
  /// - Parameter limit: the greatest number of incidents to give.
  /// - Throws: ``CaseStoreError``.
  public func incidents(named prefix: String, limit: Int = 100) throws(CaseStoreError) -> [Incident] {
    try reading { reader in
      let exact = try String.fetchOne(
        reader.db,
        sql: """
          SELECT id FROM gpkg_cordon_incidents WHERE id = ?1
          UNION SELECT incident FROM gpkg_cordon_former WHERE id = ?1
          """,
        arguments: [prefix])
      let rows = try Int64.fetchAll(
        reader.db,
        sql: """
          SELECT fid FROM gpkg_cordon_written WHERE \(exact == nil ? "substr(id, 1, length(?1)) = ?1" : "id = ?1")
          ORDER BY id LIMIT ?2
          """,
        arguments: [exact ?? prefix, limit])
      // A row that an analyst drew has the id written there, or the number of the row.
      let drawn = exact == nil ? try reader.drawnIncidents().filter { $0.id.hasPrefix(prefix) } : []
      if let named = drawn.first(where: { $0.id == prefix }) { return [named] }
      return try reader.incidents(rows: rows, isWhole: rows.count + drawn.count == 1) + drawn
    }
  }

  func reading<Result>(_ body: (CaseReader) throws -> Result) throws(CaseStoreError) -> Result {
    do {
      return try read { try body(CaseReader($0)) }
    } catch {
      throw CaseStoreError(error, path: path)
    }
  }

  /// Boxes that hold everything within a distance, cut at ±180°.
  static func boxes(around position: Coordinate, _ reach: Meters) -> [BoundingBox] {
    // The shortest degree of latitude on WGS 84, at the equator, in metres.
    let tall = max(0, reach.value) / 110_574
    let (south, north) = (position.latitude - tall, position.latitude + tall)
    let highest = max(abs(south), abs(north))
    guard highest < 89 else { return [BoundingBox(west: -180, south: south, east: 180, north: north)] }
    let wide = tall * 1.01 / cosine(highest)
    let (west, east) = (position.longitude - wide, position.longitude + wide)
    guard wide < 180 else { return [BoundingBox(west: -180, south: south, east: 180, north: north)] }
    var boxes = [BoundingBox(west: max(west, -180), south: south, east: min(east, 180), north: north)]
    if west < -180 { boxes.append(BoundingBox(west: west + 360, south: south, east: 180, north: north)) }
    if east > 180 { boxes.append(BoundingBox(west: -180, south: south, east: east - 360, north: north)) }
    return boxes
  }
}
