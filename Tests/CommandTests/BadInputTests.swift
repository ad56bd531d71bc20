import Foundation
import Testing

/// What cannot be read is told in one sentence, and the rest of the batch is done.
struct BadInputTests {
  /// An input that gives no document: how to make it, the status when nothing else is given, and a part of
  /// the sentence it gets.
  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let status: Int32
    let sentence: String
    let make: @Sendable (FreshFolder) throws -> Void
  }

  static let bad: [Bad] = [
    Bad(testDescription: "empty file", name: "empty.txt", status: 65, sentence: "empty.txt: is empty") {
      try $0.write("", to: "empty.txt")
    },
    Bad(testDescription: "binary file", name: "binary.txt", status: 65, sentence: "binary.txt: is binary") {
      // The start of a ZIP archive, then what compressed data looks like.
      var state: UInt64 = 42
      let noise = (0..<4096).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      try $0.write(Data("PK\u{3}\u{4}\u{14}\u{0}".utf8) + Data(noise), to: "binary.txt")
    },
    Bad(
      testDescription: "unreadable file", name: "secret.txt", status: 66, sentence: "secret.txt: "
    ) { folder in
      let file = folder.url.appending(path: "secret.txt")
      if geteuid() == 0 {
        // Nothing is unreadable for the superuser but what is not there: a link to itself.
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: file)
      } else {
        try folder.write("A text.", to: "secret.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
      }
    },
    Bad(
      testDescription: "folder without documents", name: "pictures", status: 66, sentence: "pictures: "
    ) { try $0.write("not a report", to: "pictures/a.png") },
    Bad(testDescription: "missing file", name: "missing.txt", status: 66, sentence: "missing.txt: ") { _ in },
    Bad(testDescription: "not a document", name: "sheet.xlsx", status: 66, sentence: "sheet.xlsx: ") {
      try $0.write("PK", to: "sheet.xlsx")
    },
  ]

  @Test(arguments: bad)
  func aloneItDecidesTheStatus(bad: Bad) throws {
    let folder = try FreshFolder()
    try bad.make(folder)
    for command in [["geocode", bad.name, "--format", "jsonl"], ["map", bad.name, "--out", "case"]] {
      let run = try Program.run(command, in: folder.url)
      #expect(run.status == bad.status, "\(command): \(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1, "\(run.errors)")
      #expect(run.errors.contains(bad.sentence), "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "case").path))
  }

  @Test(arguments: bad)
  func inABatchTheRestIsDone(bad: Bad) throws {
    let folder = try FreshFolder()
    try bad.make(folder)
    try folder.write("A fire broke out in Gothenburg, Sweden.", to: "good.txt")
    let run = try Program.run(["geocode", bad.name, "good.txt", "--format", "jsonl"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.outputLines.count == 1)
    #expect(run.output.contains("\"text\":\"Gothenburg\""))
    #expect(run.errorLines.count == 1, "\(run.errors)")
    let map = try Program.run(["map", bad.name, "good.txt", "--out", "case"], in: folder.url)
    #expect(map.status == 1)
    #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "case/incidents.json").path))
  }

  @Test func brokenJSONOnLineThree() throws {
    let folder = try FreshFolder()
    try folder.write(
      """
      {"id": "one", "text": "He lives in Oslo."}
      {"id": "two", "text": "She lives in Lima, Peru."}
      {"id": "three", "text": "They live in
      {"id": "four", "text": "We live in Nairobi."}

      """, to: "batch.jsonl")
    let run = try Program.run(["geocode", "batch.jsonl", "--format", "jsonl"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.outputLines.count == 3)
    #expect(run.errors.hasPrefix("cordon: batch.jsonl:3: "))
    #expect(run.errorLines.count == 1)
  }

  @Test func aLineOf200MegabytesIsPassedOver() throws {
    let folder = try FreshFolder()
    let file = try folder.write("{\"text\": \"He lives in Oslo.\"}\n{\"text\": \"", to: "long.jsonl")
    let handle = try FileHandle(forWritingTo: file)
    // The gap reads as zeros and takes no room on the disk.
    try handle.truncate(atOffset: 200 << 20)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("\"}\n{\"text\": \"She lives in Lima, Peru.\"}\n".utf8))
    try handle.close()
    let run = try Program.run(["geocode", "long.jsonl", "--format", "jsonl"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.outputLines.count == 2)
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.contains("long.jsonl:2: "))
  }

  @Test func aMissingDataFolderEndsEveryCommandThatNeedsIt() throws {
    let folder = try FreshFolder()
    try folder.write("A fire broke out in Gothenburg, Sweden.", to: "good.txt")
    for command in [
      ["map", "good.txt", "--out", "case"], ["geocode", "good.txt"], ["sites", "list"],
      ["gazetteer", "info"], ["buffer", "Oslo", "--radius", "1km"],
    ] {
      let run = try Program.run(
        command, in: folder.url, environment: ["CORDON_DATA": folder.url.appending(path: "none").path])
      #expect(run.status == 66, "\(command): \(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
    }
  }

  @Test func controlCharactersOfDocumentsDoNotReachTheTerminal() throws {
    let run = try Program.run(
      ["geocode", "-"], input: "{\"id\": \"a\\u001b[31m\\u202e\", \"text\": \"He lives in Oslo.\"}\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("a\\u{1B}[31m\\u{202E}"))
    #expect(!run.output.unicodeScalars.contains("\u{1B}"))
  }
}
