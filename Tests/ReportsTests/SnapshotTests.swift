import Foundation
import Reports
import Testing

/// The page of the sample case, byte for byte, in `Tests/Snapshots/Reports`.
///
/// A missing snapshot is written, and the test fails all the same: look at it before you keep it.
@Suite struct SnapshotTests {
  @Test func page() throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots/Reports")
    let url = folder.appending(path: "report.md")
    let actual = MarkdownReport(Sample.content).text
    guard let expected = try? String(decoding: Data(contentsOf: url), as: UTF8.self) else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      Issue.record("there was no snapshot report.md; it is written now")
      return
    }
    let differing = zip(expected.split(separator: "\n"), actual.split(separator: "\n")).first { $0 != $1 }
    #expect(actual == expected, "\(differing.map { "\($0)\nis now\n\($1)" } ?? "another length")")
  }
}
