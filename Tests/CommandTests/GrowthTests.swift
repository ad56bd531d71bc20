import Foundation
import Testing

/// Sentences without an end, of events, places and dates: four times the text takes about four times the work.
struct GrowthTests {
  /// Seconds of the processor that mapping a text takes; other programs do not count.
  private func seconds(_ words: String, _ count: Int) throws -> Double {
    let folder = try FreshFolder()
    let record = ["id": "r", "published": "2021-06-15", "text": String(repeating: words, count: count)]
    try folder.write(JSONSerialization.data(withJSONObject: record), to: "r.jsonl")
    var best = Double.infinity
    for _ in 0..<2 {
      let run = try Program.run(
        ["-c", "TIMEFORMAT='%U'; time \"$0\" map r.jsonl --out out 2>told", Program.executable.path],
        executable: URL(filePath: "/bin/bash"), in: folder.url, environment: ["LC_ALL": "C"])
      #expect(run.status == 0, "\(run.errors)")
      best = min(best, try #require(run.errorLines.last.flatMap(Double.init), "\(run.errors)"))
    }
    return best
  }

  @Test(
    .serialized,
    arguments: [
      "a missile hit Baghdad on 13 June 2021 killing 3 people and wounding 5 , ",
      "said that the embassy of Sweden in Lima blamed Peru , ",
      "50 metres from the embassy of Spain in Lima , near Callao ; ",
    ])
  func workGrowsAsTheText(words: String) throws {
    var measured: [String] = []
    // A machine that is busy elsewhere takes longer for the same work at times; what grows too fast always does.
    for _ in 0..<3 {
      let (base, small, large) = (try seconds(words, 1), try seconds(words, 200), try seconds(words, 800))
      // Four times the text; 16 times would be quadratic.
      if large - base < 9 * max(small - base, 0.05) { return }
      measured.append("\(base) s, \(small) s, \(large) s")
    }
    Issue.record("\(measured.joined(separator: "; "))")
  }
}
