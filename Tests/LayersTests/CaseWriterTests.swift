import Foundation
import Gazetteer
import GeoModel
import Incidents
import Layers
import Proximity
import Testing

@Suite struct CaseWriterTests {
  /// A fresh folder, removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cordon layers \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }

  private func contents(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
    }
    return files
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    try withFolder { folder in
      let written = try CaseWriter(folder: "\(folder)/a/b").write(Sample.content)
      try CaseWriter(folder: "\(folder)/c").write(Sample.content)
      let first = try contents("\(folder)/a/b")
      #expect(try contents("\(folder)/c") == first)
      #expect(Set(first.keys) == Set(written.files))
      #expect(first.keys.contains("incidents.geojson"))
      let back = try IncidentsFile.read(from: "\(folder)/a/b/incidents.json")
      #expect(back.incidents.map(\.id) == Sample.content.incidents.map(\.id))
      let statements = try StatementsFile.read(from: "\(folder)/a/b/statements.json")
      #expect(statements == Sample.content.statements)
    }
  }

  @Test func emptyLayersAreTold() throws {
    try withFolder { folder in
      let written = try CaseWriter(folder: folder).write(Case(incidents: []))
      #expect(written.notices.contains { $0.contains("incidents.geojson") })
    }
  }

  @Test func aFileInTheWayIsNamed() throws {
    try withFolder { folder in
      try Data("x".utf8).write(to: URL(filePath: "\(folder)/out"))
      let error = try #require(throws: FileWriteError.self) {
        try CaseWriter(folder: "\(folder)/out").write(Sample.content)
      }
      #expect(error.path == "\(folder)/out")
      #expect(error.code == EEXIST || error.code == ENOTDIR)
    }
  }

  /// A folder stands where a file should go: the write fails, and nothing temporary stays behind.
  @Test func aFailedWriteLeavesNothing() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/incidents.geojson/x", withIntermediateDirectories: true)
      #expect(throws: FileWriteError.self) { try CaseWriter(folder: folder).write(Sample.content) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["incidents.geojson"])
    }
  }

  /// GIS programs guess the type of a column from all of its texts, which pass by before that is known.
  @Test func aColumnOfTextsLikeTimesIsQuoted() throws {
    var content = Sample.content
    for index in content.incidents.indices { content.incidents[index].weapon = "12:30 rocket" }
    try withFolder { folder in
      try CaseWriter(folder: folder).write(content)
      let files = try contents(folder).mapValues { String(decoding: $0, as: UTF8.self) }
      #expect(files["incidents.geojson"]?.contains(#""weapon":"«12:30 rocket»""#) == true)
      #expect(files["incidents.json"]?.contains(#""weapon":"12:30 rocket""#) == true)
      #expect(files.keys.allSatisfy { !$0.hasSuffix(".part") })
    }
  }

  /// However a case comes in portions, the files are the same.
  @Test func portionsMakeNoDifference() throws {
    try withFolder { folder in
      try CaseWriter(folder: "\(folder)/whole").write(Sample.content)
      try CaseWriter(folder: "\(folder)/parts").write(OneByOne(content: Sample.content))
      #expect(try contents("\(folder)/whole") == contents("\(folder)/parts"))
    }
  }

  @Test func aMissingFileIsNamed() throws {
    let error = try #require(throws: CaseFileError.self) {
      try IncidentsFile.read(from: "/nowhere/incidents.json")
    }
    #expect(error.description.contains("/nowhere/incidents.json"))
    #expect(error.reason.contains("no such file"))
  }
}

/// A case that gives its incidents one at a time, each said to be at a place of its own.
private struct OneByOne: CaseSource {
  let content: Case
  var sites: [Site] { content.sites }
  var protected: Set<String> { content.protected }
  var rings: [Meters] { content.rings }

  func forEachPortion(_ body: (CasePortion) throws -> Void) throws {
    for (number, incident) in content.incidents.enumerated() {
      var portion = Case(incidents: [incident], sites: sites, rings: rings)
      portion.exposures = content.exposures.filter { $0.incident == incident.id }
      try body(CasePortion(portion, places: [number + 1]))
    }
  }

  func forEachMentions(_ body: ([MentionRecord]) throws -> Void) throws {
    for mention in content.mentions { try body([mention]) }
  }

  func forEachStatements(_ body: ([Statement]) throws -> Void) throws { try body(content.statements) }

  func forEachDocuments(_ body: ([DocumentRecord]) throws -> Void) throws {
    for document in content.documents { try body([document]) }
  }
}
