import CaseStore
import Foundation
import GRDB
import Gazetteer
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
}
