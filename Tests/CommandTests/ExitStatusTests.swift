import Foundation
import Testing

struct ExitStatusTests {
  /// Arguments, the status, and a part of the one sentence on standard error.
  @Test(arguments: [
    (["distance", "geo:50,30", "geo:51,31"], 0, ""),
    (["--version"], 0, ""),
    ([], 0, ""),
    (["distance"], 64, "Usage:"),
    (["distance", "geo:50,30", "geo:51,31", "--format", "xml"], 64, "--format"),
    (["distance", "geo:95,30", "geo:51,31"], 64, "latitude"),
    (["frobnicate"], 64, "frobnicate"),
  ])
  func statusAndSentence(arguments: [String], status: Int32, sentence: String) throws {
    let run = try Program.run(arguments)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(sentence) || sentence.isEmpty)
    #expect(run.output.isEmpty == (status != 0))
  }

  @Test func aClosedPipeIsQuiet() throws {
    let run = try Program.run(
      ["-c", "'\(Program.executable.path)' buffer geo:50,30 --radius 5000km,4000km,3000km | true"],
      executable: URL(filePath: "/bin/sh"))
    #expect(run.errors.isEmpty)
    #expect(run.status == 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsTold() throws {
    let run = try Program.run(
      ["-c", "'\(Program.executable.path)' distance geo:50,30 geo:51,31 > /dev/full"],
      executable: URL(filePath: "/bin/sh"))
    #expect(run.status == 73)
    #expect(run.errorLines.count == 1)
  }
}
