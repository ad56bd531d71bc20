import Foundation
import GeoModel
import Reports
import Testing

/// The report of the sample case in all its forms, byte for byte, in `Tests/Snapshots/Reports`.
///
/// A missing snapshot is written, and the test fails all the same: look at it before you keep it.
@Suite struct SnapshotTests {
  @Test(arguments: ["report.md", "report.html", "report.uk.html", "report.csv", "report.json"])
  func page(name: String) throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots/Reports")
    let url = folder.appending(path: name)
    let actual = try text(name)
    guard let expected = try? String(decoding: Data(contentsOf: url), as: UTF8.self) else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      Issue.record("there was no snapshot \(name); it is written now")
      return
    }
    let differing = zip(expected.split(separator: "\n"), actual.split(separator: "\n")).first { $0 != $1 }
    #expect(actual == expected, "\(differing.map { "\($0)\nis now\n\($1)" } ?? "another length")")
  }

  private func text(_ name: String) throws -> String {
    let language: ReportLanguage = name.contains(".uk.") ? .uk : .en
    let report = try Report(Sample.content, language: language, dataFolder: Sample.dataFolder)
    switch name.split(separator: ".").last {
    case "md": return try MarkdownReport.text(report)
    case "html": return try HTMLReport.text(report)
    case "csv": return CSVReport.text(report)
    default:
      var writer = JSONWriter()
      writer.append(indented: JSONReport.value(report))
      return String(decoding: writer.finish(), as: UTF8.self) + "\n"
    }
  }
}
