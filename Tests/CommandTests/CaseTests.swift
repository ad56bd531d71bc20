import Foundation
import Testing

/// Runs that add to a case, on two reports of one incident and one of another.
struct CaseTests {
  private static let reports = [
    "one.txt": """
    Tuesday, 11 March 2025

    Rocket hits Swedish embassy in Nairobi

    A rocket struck the Embassy of Sweden in Nairobi on Monday, wounding two guards, the police said.

    """,
    "two.txt": "Guards were hurt when a rocket hit the Swedish embassy in Nairobi on 10 March 2025.",
    "three.txt": "A car bomb went off at the market in Quetta, Pakistan, on 3 May 2024, killing four people.",
  ]

  private func folder() throws -> FreshFolder {
    let folder = try FreshFolder()
    for (name, text) in Self.reports { try folder.write(text, to: "reports/\(name)") }
    return folder
  }

  private func map(_ inputs: [String], to file: String = "a.gpkg", in folder: FreshFolder) throws {
    let run = try Program.run(["map"] + inputs + ["--case", file], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// The layers and incidents of a case, as `--out` writes them.
  private func layers(of file: String, in folder: FreshFolder) throws -> [String: String] {
    let run = try Program.run(["map", "--case", file, "--out", "layers of \(file)"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let out = folder.url.appending(path: "layers of \(file)")
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: out.path) {
      files[name] = try String(contentsOf: out.appending(path: name), encoding: .utf8)
    }
    return files
  }

  @Test func addingTheSameAgainChangesNothing() throws {
    let folder = try folder()
    try map(["reports"], in: folder)
    let file = folder.url.appending(path: "a.gpkg")
    let first = try Data(contentsOf: file)
    try map(["reports"], in: folder)
    // Under other names too: a document is known by what it says.
    try folder.write(Self.reports["one.txt"] ?? "", to: "again/another name.txt")
    try map(["again"], in: folder)
    #expect(try Data(contentsOf: file) == first)
  }

  @Test(arguments: [["one", "two", "three"], ["two", "three", "one"], ["three", "two", "one"]])
  func addingInPartsIsAddingAtOnce(order: [String]) throws {
    let folder = try folder()
    try map(["reports"], to: "whole.gpkg", in: folder)
    for name in order { try map(["reports/\(name).txt"], to: "parts.gpkg", in: folder) }
    let whole = try layers(of: "whole.gpkg", in: folder)
    #expect(whole["incidents.json"]?.contains("sweden") == true)
    #expect(try layers(of: "parts.gpkg", in: folder) == whole)
  }

  @Test func theSameReportsGiveTheSameBytes() throws {
    let folder = try folder()
    for out in ["x", "y"] {
      #expect(try Program.run(["map", "reports", "--out", out], in: folder.url).status == 0)
    }
    let files = try ["x", "y"].map { try Data(contentsOf: folder.url.appending(path: "\($0)/case.gpkg")) }
    #expect(files[0] == files[1])
    // A case that is replaced begins anew.
    #expect(try Program.run(["map", "reports/one.txt", "--out", "x"], in: folder.url).status == 0)
    let near = try Program.run(["near", "Quetta", "--within", "50km", "--case", "x"], in: folder.url)
    #expect(near.output.isEmpty, "\(near.output)")
  }

  @Test func nearAndShowReadACaseAsTheyReadAFolder() throws {
    let folder = try folder()
    try map(["reports"], in: folder)
    _ = try layers(of: "a.gpkg", in: folder)
    for question in [
      ["near", "Quetta", "--within", "50km"], ["near", "geo:-1.28,36.81", "--within", "500km"],
    ] {
      let file = try Program.run(question + ["--case", "a.gpkg", "--format", "json"], in: folder.url)
      let there = try Program.run(
        question + ["--case", "layers of a.gpkg", "--format", "json"], in: folder.url)
      #expect(file.output == there.output)
      #expect(file.output.contains("date_from"))
    }
    for id in ["2024-05-03", "2025-03-10"] {
      let file = try Program.run(["show", id, "--case", "a.gpkg"], in: folder.url)
      #expect(file.status == 0, "\(file.errors)")
      #expect(
        try Program.run(["show", id, "--case", "layers of a.gpkg"], in: folder.url).output == file.output)
    }
  }

  /// Two feeds may both number their records from 1: each keeps all of its own.
  @Test func feedsThatNumberAlikeLoseNothing() throws {
    let folder = try FreshFolder()
    func feed(_ town: String) -> String {
      (1...3).map { day in
        #"{"id":"\#(day)","text":"A car bomb went off in \#(town) on \#(day) May 2024, killing four people."}"#
          + "\n"
      }.joined()
    }
    try folder.write(feed("Quetta, Pakistan"), to: "a.jsonl")
    try folder.write(feed("Nairobi, Kenya"), to: "b.jsonl")
    try map(["a.jsonl", "b.jsonl"], to: "once.gpkg", in: folder)
    try map(["a.jsonl"], to: "parts.gpkg", in: folder)
    try map(["b.jsonl"], to: "parts.gpkg", in: folder)
    try map(["b.jsonl"], to: "parts.gpkg", in: folder)
    let once = try layers(of: "once.gpkg", in: folder)
    #expect(once["documents.json"]?.contains(#""id":"b.jsonl/3""#) == true)
    #expect(once["incidents.geojson"]?.split(separator: "\n").count == 8)
    #expect(try layers(of: "parts.gpkg", in: folder)["incidents.json"] == once["incidents.json"])
  }

  @Test func whatIsNoCaseIsToldAndLeftAlone() throws {
    let folder = try folder()
    try folder.write("mine", to: "notes.gpkg")
    let run = try Program.run(["map", "reports", "--case", "notes.gpkg"], in: folder.url)
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(try String(contentsOf: folder.url.appending(path: "notes.gpkg"), encoding: .utf8) == "mine")
    #expect(
      try Program.run(["near", "Quetta", "--within", "1km", "--case", "no.gpkg"], in: folder.url).status == 66
    )
    let nothing = try Program.run(["map", "empty.txt", "--case", "new.gpkg"], in: folder.url)
    #expect(nothing.status == 66)
    // A run that read nothing leaves nothing behind.
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "new.gpkg").path))
    #expect(try Program.run(["map", "reports"], in: folder.url).status == 64)
  }
}
