import Foundation
import Layers
import Testing

/// The files of the sample case, byte for byte, in `Tests/Snapshots/Layers`.
///
/// A missing snapshot is written, and the test fails all the same: look at it before you keep it.
@Suite struct SnapshotTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots/Layers")

  private func compare(_ bytes: [UInt8], _ name: String) throws {
    let url = Self.folder.appending(path: name)
    guard let expected = try? String(decoding: Data(contentsOf: url), as: UTF8.self) else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
      Issue.record("there was no snapshot \(name); it is written now")
      return
    }
    let actual = String(decoding: bytes, as: UTF8.self)
    let differing = zip(expected.split(separator: "\n"), actual.split(separator: "\n")).first { $0 != $1 }
    #expect(actual == expected, "\(name): \(differing.map { "\($0)\nis now\n\($1)" } ?? "another length")")
  }

  @Test(arguments: ["incidents", "sites", "mentions", "links", "footprints", "rings"])
  func layer(name: String) throws {
    let layer = try #require(try Sample.content.layers().first { $0.name == name })
    try compare(layer.geoJSON, "\(name).geojson")
  }

  @Test func incidentsFile() throws {
    let content = Sample.content
    let bytes = IncidentsFile.encode(
      IncidentsFile.Contents(incidents: content.incidents, exposures: content.exposures))
    try compare(bytes, "incidents.json")
  }

  @Test func statementsFile() throws {
    try compare(StatementsFile.encode(Sample.content.statements), "statements.json")
  }
}
