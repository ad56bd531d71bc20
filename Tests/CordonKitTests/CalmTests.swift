import CordonKit
import Foundation
import Testing

/// Notices in eight languages that speak of violence where nothing happened: matches, markets, films, weather, drills,
/// denials. Two files of them were written before the program had read any; it saw incidents in 62 of the 140.
@Suite struct CalmTests {
  struct Notice: Decodable {
    let id: String
    let incidents: [ReportsTests.Expected]
  }

  /// Misread still: guitars that "mow down 40,000 spectators", a film that "will kill from 22 to 4 o'clock".
  static let misread: Set<String> = ["calm-fr-10", "calm-uk-03"]

  @Test func nothingHappened() async throws {
    let file = SeedsTests.root.appending(path: "Tests/Reports/calm.jsonl")
    let notices = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Notice.self, from: Data($0.utf8))
    }
    #expect(notices.count == 140 && notices.allSatisfy(\.incidents.isEmpty))
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    let found = try await Pipeline(workspace: workspace).run([file.path]).incidents
    let told = Set(found.flatMap(\.documents))
    #expect(told.subtracting(Self.misread) == [])
    withKnownIssue { #expect(told.isDisjoint(with: Self.misread)) }
  }
}
