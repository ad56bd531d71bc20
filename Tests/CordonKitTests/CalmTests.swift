import CordonKit
import Foundation
import Testing

/// Notices in eight languages that speak of violence where nothing happened: matches, markets, films, weather, drills,
/// denials, posts to fill, recipes, volcanoes. They were written in eight turns before the program had read any; it saw
/// incidents in 26 of 60, 36 of 80, when it knew what genres are 19 of 64, again 20 of 64 before it asked how much is
/// told, 7 of 64 when it did, 6 of 48 thereafter, and of short ones 44 of 240 and 20 of 120.
@Suite struct CalmTests {
  struct Notice: Decodable {
    let id: String
    let incidents: [ReportsTests.Expected]
  }

  /// Misread still: guitars that "mow down 40,000 spectators", an arms fair, the life of a diplomat, artillery at
  /// drill, a "tax terrorist", two volcanoes, an exhibition, a course for guards, memoirs, a
  /// marten in a consulate, pests, malaria, a call that was a lie, arms that are bought, a deputy's bomb, two trials of what was done decades ago, figures.
  static let misread: Set<String> = [
    "calm-fr-10", "calm-uk-03", "calm9c-014", "calm9c-047", "calm9c-064",
    "notice-005", "notice-013", "notice-039", "notice-043",
    "quietly-az-3", "quietly-az-7", "quietly-de-4", "quietly-fr-5", "quietly-ro-3",
    "plain-048", "quiet-de-09", "still-de-06", "still-tr-09",
  ]

  @Test func nothingHappened() async throws {
    let file = SeedsTests.root.appending(path: "Tests/Reports/calm.jsonl")
    let notices = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Notice.self, from: Data($0.utf8))
    }
    #expect(notices.count == 740 && notices.allSatisfy(\.incidents.isEmpty))
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    let found = try await Pipeline(workspace: workspace).run([file.path]).incidents
    let told = Set(found.flatMap(\.documents))
    #expect(told.subtracting(Self.misread) == [])
    withKnownIssue { #expect(told.isDisjoint(with: Self.misread)) }
  }
}
