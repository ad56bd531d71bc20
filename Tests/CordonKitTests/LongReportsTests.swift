import CaseStore
import CordonKit
import Foundation
import Incidents
import Testing

/// Reports that are too long to be held whole, and are read in parts.
struct LongReportsTests {
  private static let first =
    "On 3 May 2024 a bomb went off at the market in Quetta, Pakistan, killing four people."
  private static let last = "On Sunday a rocket hit a school in Herat, Afghanistan, killing two people."
  // Blanks, which take the least time: 1.6 MB of them.
  private static let filler = String(repeating: String(repeating: " ", count: 999) + "\n", count: 1_600)

  private func added(_ name: String, _ content: String, times: Int) async throws -> (
    changes: [CaseAddition.Changes], incidents: [Incident]
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "long-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: name)
    try Data(content.utf8).write(to: input)
    let file = CaseFile(path: folder.appending(path: "case.gpkg").path)
    var changes: [CaseAddition.Changes] = []
    for _ in 0..<times {
      changes.append(try #require(try await Pipeline(workspace: Workspace()).add([input.path], to: file)))
    }
    return (changes, try file.incidents())
  }

  private func record(_ text: String) -> String {
    let escaped = text.replacingOccurrences(of: "\n", with: "\\n")
    return "{\"id\": \"long\", \"published\": \"2024-06-10\", \"text\": \"\(escaped)\"}\n"
  }

  @Test func areOneDocumentWhoseDayOfPublicationHoldsToTheEnd() async throws {
    let text = "\(Self.first)\n\n\(Self.filler)\(Self.last)\n"
    let (changes, incidents) = try await added("a.jsonl", record(text), times: 2)
    #expect(changes[0].documents == 1)
    #expect(changes[1].documents == 0)
    #expect(changes[1].known == 1)
    #expect(incidents.map(\.date.from.description) == ["2024-05-03", "2024-06-09"])
    #expect(incidents.map(\.placeName) == ["Quetta", "Herāt"])
    #expect(incidents.map(\.documents) == [["long"], ["long"]])
    let evidence = try #require(incidents.last?.accounts.first?.sentences.first)
    #expect(evidence.quote == Self.last)
    #expect(evidence.start == text.count - Self.last.count - 1)
  }

  /// Only the beginning of a report is news of its day; what stands far behind is not.
  @Test func whatStandsFarBehindIsNotDatedByThePublication() async throws {
    let text =
      "\(Self.first)\n\n\(Self.filler)A rocket hit a school in Herat, Afghanistan, killing two people.\n"
    let (changes, incidents) = try await added("a.jsonl", record(text), times: 1)
    #expect(changes[0].documents == 1)
    #expect(incidents.map(\.placeName) == ["Quetta"])
  }
}
