import CaseStore
import Foundation
import GRDB
import Gazetteer
import GeoModel
import Geocoding
import Incidents
import Proximity
import Testing

/// What guards a case against other programs and other versions.
struct CaseFileTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "case-\(UUID().uuidString).gpkg").path

  private let rules = CaseAddition.Rules(merger: IncidentMerger(sites: []), sites: [])

  private func document(_ id: String) -> NewDocument {
    NewDocument(
      record: DocumentRecord(id: id), content: ContentHash(Array(id.utf8)),
      findings: DocumentFindings(document: id))
  }

  @Test func aLaterFormatIsRefused() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let addition = try CaseAddition(CaseFile(path: path))
    try addition.add(document("a"))
    _ = try addition.commit(rules)
    addition.close()
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "UPDATE gpkg_cordon_meta SET value = 99 WHERE key = 'format'")
    }
    let error = #expect(throws: CaseStoreError.self) { try CaseFile(path: path).check() }
    #expect(error?.problem == .newer(99))
    #expect(error?.description.contains("later version") == true)
    #expect(throws: CaseStoreError.self) { _ = try CaseAddition(CaseFile(path: path)) }
  }

  @Test func aSecondWriterWaitsAndIsToldForWhom() async throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try CaseAddition(CaseFile(path: path))
    try first.add(document("a"))
    _ = try first.commit(rules)
    // Another connection of this process: the system names no holder, which must not end the wait.
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    let second = try CaseAddition(CaseFile(path: path))
    try second.add(document("b"))
    var told: [String] = []
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.5)
      try? other.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
    }
    let changes = try second.commit(rules) { told.append($0) }
    #expect(changes.documents == 1)
    #expect(told.count == 1)
  }

  /// A row drawn in a GIS, whose triggers keep the index: read as an incident, and left alone by later runs.
  @Test func whatAnAnalystDrawsIsRead() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = CaseFile(path: path)
    func add(_ id: String) throws {
      let addition = try CaseAddition(file)
      try addition.add(document(id))
      _ = try addition.commit(rules)
      addition.close()
    }
    try add("a")
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      for (name, value) in [
        ("ST_IsEmpty", 0), ("ST_MinX", 44.4), ("ST_MaxX", 44.4), ("ST_MinY", 33.3), ("ST_MaxY", 33.3),
      ] {
        db.add(function: DatabaseFunction(name, argumentCount: 1) { _ in value })
      }
    }
    // A GeoPackage point without an envelope: 44.4° E, 33.3° N.
    var point: [UInt8] = [0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0, 1, 1, 0, 0, 0]
    for degrees in [44.4, 33.3] { withUnsafeBytes(of: degrees.bitPattern.littleEndian) { point += $0 } }
    try DatabaseQueue(path: path, configuration: configuration).write { db in
      try db.execute(
        sql:
          "INSERT INTO incidents (geom, date_from, kind, site, killed) VALUES (?, '2024-05-03', 'arson', 'Depot', 2)",
        arguments: [Data(point)])
      try db.execute(sql: "INSERT INTO incidents (geom, kind) VALUES (?, 'arson')", arguments: [Data(point)])
    }
    try add("b")
    let near = try file.incidents(around: Coordinate(reducing: 44.41, latitude: 33.3), within: .kilometers(2))
    // The one without a day is none.
    #expect(near.map(\.id) == ["row-1"])
    #expect(near.first?.kind == .arson && near.first?.killed == 2 && near.first?.siteName == "Depot")
    #expect(near.first?.footprint.radius == Meters(500))
    #expect(
      try file.incidents(around: Coordinate(reducing: 40, latitude: 33.3), within: .kilometers(2)).isEmpty)
    #expect(try file.outline().incidents.map(\.id) == ["row-1"])
    #expect(try file.incidents(named: "row").map(\.id) == ["row-1"])
    #expect(
      try file.incidents(named: "row-1").first?.footprint.reason.hasPrefix("drawn by an analyst") == true)
  }
}
