import CordonKit
import Foundation
import Incidents
import Proximity
import Testing

/// Texts that nobody sends by accident: nothing breaks, and nothing is made up.
@Suite struct HostileTextTests {
  private static func run(_ text: String) async throws -> Case {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let record = ["id": "r", "published": "2021-06-15", "text": text]
    let file = folder.appending(path: "r.jsonl")
    try JSONSerialization.data(withJSONObject: record).write(to: file)
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    return try await Pipeline(workspace: workspace).run([file.path])
  }

  private static let strike = "A missile hit the Swedish embassy in Baghdad on 13 June 2021."

  /// What stands around a report must not hide it.
  @Test(arguments: [
    "\"" + strike,
    "“ ‘ « " + strike,
    "\u{202E}\u{2067}" + strike + "\u{2069}\u{202C}",
    "<script>alert('Paris was bombed')</script> <b>" + strike + "</b>",
    strike + " \u{FFFD}\u{200B}",
    "Мир мир мир. " + strike + " مرحبا 世界 שלום.",
  ])
  func oneIncidentWhateverStandsAround(text: String) async throws {
    let found = try await Self.run(text)
    #expect(found.incidents.map(\.siteName) == ["Embassy of Sweden in Baghdad"])
    #expect(found.incidents.first?.date.from.description == "2021-06-13")
  }

  /// No event, however many dates, names and numbers there are.
  @Test(arguments: [
    (1...1000).map { "\($0 % 28 + 1) May \(1900 + $0 % 120)" }.joined(separator: ", "),
    String(repeating: "Baghdad, Paris, Kyiv and Lima, ", count: 250),
    String(repeating: "12 killed ", count: 500),
    String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000),
    String(repeating: "embassy of the embassy of ", count: 1000),
  ])
  func nothingIsMadeUp(text: String) async throws {
    #expect(try await Self.run(text).incidents.map(\.id) == [])
  }
}
