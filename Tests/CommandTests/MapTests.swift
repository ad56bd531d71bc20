import Foundation
import Testing

struct MapTests {
  private let report = """
    Tuesday, 11 March 2025

    Rocket hits Swedish embassy in Nairobi

    A rocket struck the Embassy of Sweden in Nairobi on Monday, wounding two guards, the police said.

    """

  private func bytes(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }

  @Test func writesEveryLayerAndSaysSo() throws {
    let folder = try FreshFolder()
    try folder.write(report, to: "reports/one.txt")
    let run = try Program.run(["map", "reports", "--out", "case"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("read 1 document\n"))
    let files = try bytes(of: folder.url.appending(path: "case"))
    for name in [
      "incidents.json", "incidents.geojson", "footprints.geojson", "sites.geojson", "rings.geojson",
      "links.geojson", "mentions.geojson", "documents.json", "report.md", "report.html",
    ] {
      #expect(files[name]?.isEmpty == false, "\(name) is missing or empty")
      #expect(run.errors.contains(name))
    }
  }

  @Test func aLargeCaseIsSummedUpInALineMore() throws {
    let folder = try FreshFolder()
    let lines = (0..<103).map { number in
      let (month, day) = (1 + number / 28, 1 + number % 28)
      let date = "2024-0\(month)-" + (day < 10 ? "0\(day)" : "\(day)")
      let name = ["January", "February", "March", "April"][month - 1]
      return
        "{\"id\":\"r\(number)\",\"published\":\"\(date)\",\"text\":\"A rocket struck the Embassy of Sweden "
        + "in Nairobi on \(day) \(name) 2024, wounding two guards, the police said.\"}"
    }
    try folder.write(lines.joined(separator: "\n"), to: "many.jsonl")
    let run = try Program.run(["map", "many.jsonl", "--out", "case"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("found 103 incidents:\n"))
    #expect(run.errors.contains("\n  and 3 more, which the files below have\n"))
    #expect(run.errors.split(separator: "\n").count { $0.contains("1 source") } == 100)
  }

  @Test func anEmptyNameIsNoFolderAndNoInput() throws {
    let folder = try FreshFolder()
    try folder.write(report, to: "one.txt")
    // Joined with a file's name it would be the root of the file system.
    for command in [["map", "one.txt", "--out", ""], ["near", "Nairobi", "--within", "1km", "--case", ""]] {
      let run = try Program.run(command, in: folder.url)
      #expect(run.status == 64, "\(run.errors)")
      #expect(run.errorLines.count == 1)
    }
    let run = try Program.run(["map", "", "one.txt", "--out", "case"], in: folder.url)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("names no file"))
  }

  @Test func standardInputGivenTwiceIsReadOnce() throws {
    let folder = try FreshFolder()
    let run = try Program.run(["map", "-", "-", "--out", "case"], in: folder.url, input: report)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func aCaseThatCannotBeReadSaysTheWayOut() throws {
    let folder = try FreshFolder()
    try folder.write("[{\"format\":\"cordon-incident/1\"}]", to: "case/incidents.json")
    let run = try Program.run(["near", "Nairobi", "--within", "1km", "--case", "case"], in: folder.url)
    #expect(run.status == 65)
    #expect(run.errors.contains("run 'cordon map' again"))
  }

  @Test func twoRunsGiveTheSameBytesWhateverTheOrder() throws {
    let folder = try FreshFolder()
    try folder.write(report, to: "one.txt")
    try folder.write(
      "Guards were hurt when a rocket hit the Swedish embassy in Nairobi on 10 March 2025.", to: "two.txt")
    for (out, inputs) in [
      ("a", ["one.txt", "two.txt"]), ("b", ["one.txt", "two.txt"]), ("c", ["two.txt", "one.txt"]),
    ] {
      let run = try Program.run(["map"] + inputs + ["--out", out], in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
    }
    let first = try bytes(of: folder.url.appending(path: "a"))
    #expect(try bytes(of: folder.url.appending(path: "b")) == first)
    #expect(try bytes(of: folder.url.appending(path: "c")) == first)
  }

  @Test func aFormerCaseIsReplacedAnythingElseIsNot() throws {
    let folder = try FreshFolder()
    try folder.write(report, to: "one.txt")
    try folder.write("mine", to: "diary/today.md")
    let refused = try Program.run(["map", "one.txt", "--out", "diary"], in: folder.url)
    #expect(refused.status == 73)
    #expect(refused.errors.contains("--force"))
    #expect(try bytes(of: folder.url.appending(path: "diary")).count == 1)
    #expect(try Program.run(["map", "one.txt", "--out", "diary", "--force"], in: folder.url).status == 0)
    #expect(try Program.run(["map", "one.txt", "--out", "diary"], in: folder.url).status == 0)
    #expect(try bytes(of: folder.url.appending(path: "diary"))["today.md"] == Data("mine".utf8))
  }

  @Test func anOutputFolderThatCannotBeWrittenIsTold() throws {
    let folder = try FreshFolder()
    try folder.write(report, to: "one.txt")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "locked"), withIntermediateDirectories: false)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: folder.url.appending(path: "locked").path)
    // A file in the way stops the superuser too, whom permissions do not.
    for out in geteuid() == 0
      ? ["one.txt", "one.txt/case"] : ["one.txt", "one.txt/case", "locked", "locked/case"]
    {
      let run = try Program.run(["map", "one.txt", "--out", out], in: folder.url)
      #expect(run.status == 73, "\(out): \(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1, "\(run.errors)")
    }
  }
}
