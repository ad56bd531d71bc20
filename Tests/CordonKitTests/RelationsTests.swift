import CordonKit
import Foundation
import Geocoding
import Incidents
import Testing

/// `Tests/Reports/relations.tsv`: one report a line, for every language and every way of saying where.
@Suite struct RelationsTests {
  struct Row: Sendable {
    let language: String
    let relation: String
    /// The stated distance in metres, within 5 %; `nil` when the words state none.
    let metres: Double?
    let anchor: String
    let text: String
  }

  static func rows() throws -> [Row] {
    let file = SeedsTests.root.appending(path: "Tests/Reports/relations.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 5, "\(line)")
      return Row(
        language: fields[0], relation: fields[1], metres: Double(fields[2]), anchor: fields[3],
        text: fields[4])
    }
  }

  @Test(arguments: ["en", "ro", "ru", "uk", "az", "tr", "de", "fr"])
  func wordsGiveTheirFootprint(language: String) async throws {
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    let rows = try Self.rows().filter { $0.language == language }
    #expect(rows.count >= 8)
    for row in rows {
      let folder = try FileManager.default.url(
        for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: SeedsTests.root, create: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "report.jsonl")
      let record = try JSONSerialization.data(withJSONObject: [
        "id": "report", "language": row.language, "text": row.text,
      ])
      try record.write(to: file)
      let found = try await Pipeline(workspace: workspace).run([file.path]).incidents
      #expect(found.count == 1, "\(row.text)")
      guard let footprint = found.first?.footprint else { continue }
      #expect(footprint.relation.rawValue == row.relation, "\(row.text): \(footprint.reason)")
      #expect(footprint.anchorName.contains(row.anchor), "\(row.text): \(footprint.reason)")
      let stated = footprint.statedDistance?.best.value
      if let metres = row.metres {
        #expect(abs((stated ?? 0) - metres) <= 0.05 * metres, "\(row.text): \(footprint.reason)")
        if row.relation == "distance" { #expect(footprint.radius.value >= metres, "\(row.text)") }
      } else {
        #expect(stated == nil, "\(row.text): \(footprint.reason)")
      }
    }
  }
}
