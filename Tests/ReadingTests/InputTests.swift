import Foundation
import Reading
import Testing

@Suite struct InputTests {
  static let report = "A warehouse burned in the harbour of Valparaiso on Monday. Nobody was hurt."

  @Test func folderIsReadInOrderAndOtherFilesAreNoInputs() throws {
    let files = [
      "b.txt": Array(Self.report.utf8), "a/z.md": Array("# A title\n\n\(Self.report)".utf8),
      "a/.hidden.txt": Array("x".utf8), "picture.png": [0x89, 0x50],
      "c.jsonl": Array(#"{"text": "One line."}"#.utf8),
    ]
    try Fixture.inFolder(files) { folder in
      let results = try Fixture.read([folder])
      #expect(Fixture.failures(results).isEmpty)
      #expect(Fixture.documents(results).map(\.id) == ["a/z.md", "b.txt", "c.jsonl#1"])
      #expect(Fixture.documents(results).first?.title == "A title")
    }
  }

  @Test func fileNamedTwiceIsReadOnceAndEqualNamesGetTheirPaths() throws {
    try Fixture.inFolder(["a/x.txt": Array(Self.report.utf8), "b/x.txt": Array(Self.report.utf8)]) { folder in
      let (a, b) = (folder + "/a/x.txt", folder + "/b/x.txt")
      let ids = Fixture.documents(try Fixture.read([a, b, a])).map(\.id)
      #expect(ids == [a, b])
    }
  }

  @Test(.timeLimit(.minutes(1))) func pipesAndBrokenLinksOfAFolderAreToldAndNotWaitedFor() throws {
    try Fixture.inFolder(["good.txt": Array(Self.report.utf8)]) { folder in
      try #require(mkfifo(folder + "/pipe.txt", 0o600) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link.txt", withDestinationPath: folder + "/gone.txt")
      let results = try Fixture.read([folder])
      #expect(Fixture.documents(results).map(\.id) == ["good.txt"])
      let failures = Fixture.failures(results)
      #expect(failures.map { $0.file.split(separator: "/").last } == ["link.txt", "pipe.txt"])
    }
  }

  @Test func everyBadInputGetsItsSentenceAndTheRestGoesOn() throws {
    let files: [String: [UInt8]] = [
      "empty.txt": [], "blank.txt": [0x20, 0x0A], "binary.txt": [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0x41],
      "report.log": Array(Self.report.utf8), "good.txt": Array(Self.report.utf8), "none/x.png": [1],
      "list.json": Array("[]".utf8), "notext.json": Array(#"{"id": "a"}"#.utf8),
    ]
    try Fixture.inFolder(files) { folder in
      let names = [
        "empty.txt", "blank.txt", "binary.txt", "report.log", "missing.txt", "none", "list.json",
        "notext.json",
        "good.txt",
      ]
      let results = try Fixture.read(names.map { folder + "/" + $0 })
      let said = Fixture.failures(results).map { "\($0)".dropFirst(folder.count + 1) }
      #expect(said.count == 8)
      #expect(Fixture.documents(results).map(\.id) == ["good.txt"])
      let starts = [
        "empty.txt: is empty", "blank.txt: is empty", "binary.txt: is binary",
        "report.log: is not a document",
        "missing.txt: there is no such file", "none: the folder holds no documents",
        "list.json: holds no record",
        "notext.json: the record has no \"text\"",
      ]
      for (sentence, start) in zip(said, starts) { #expect(sentence.hasPrefix(start), "\(sentence)") }
      let categories = Fixture.failures(results).map(\.category)
      #expect(categories == [.badData, .badData, .badData, .noInput, .noInput, .noInput, .badData, .badData])
    }
  }

  @Test func brokenLineIsNamedAndTheRestGoesOn() throws {
    let lines = [
      #"{"id": "one", "text": "First report."}"#, "", #"{"id": "two", "text": }"#,
      #"{"id": "three", "text": "Third report.", "extra": [1]}"#, #"["no record"]"#,
    ].joined(separator: "\r\n")
    try Fixture.inFolder(["batch.jsonl": Array(lines.utf8)]) { folder in
      let results = try Fixture.read([folder + "/batch.jsonl"])
      #expect(Fixture.documents(results).map(\.id) == ["one", "three"])
      #expect(Fixture.failures(results).map(\.line) == [3, 5])
      #expect(Fixture.failures(results).first?.description.contains("batch.jsonl:3: broken JSON") == true)
    }
  }

  @Test func lineBeyondTheLimitIsLeftOutWithBoundedMemory() throws {
    let long = #"{"id": "long", "text": ""# + String(repeating: "a", count: 3_000_000) + #""}"#
    let lines = [#"{"id": "one", "text": "First."}"#, long, #"{"id": "two", "text": "Second."}"#]
    try Fixture.inFolder(["batch.jsonl": Array(lines.joined(separator: "\n").utf8)]) { folder in
      let source = DocumentSource([folder + "/batch.jsonl"], limit: 1 << 20)
      let results = Array(source)
      #expect(results.count == 3)
      #expect(results.map { (try? $0.get())?.line } == [1, nil, 3])
    }
  }

  @Test func recordGivesItsFields() throws {
    let record = """
      {"id": 7, "title": "Fire in port", "text": "Fire in port\\n\\nA shed burned down in the port of Callao.",
       "published": "2021-03-04T23:10:00Z", "language": "en-GB", "source": "Gazette", "url": "https://example.org/7"}
      """
    try Fixture.inFolder(["one.json": Array(record.utf8)]) { folder in
      let document = try #require(Fixture.documents(try Fixture.read([folder + "/one.json"])).first)
      #expect(document.id == "7")
      #expect(document.published?.date.description == "2021-03-04")
      #expect(document.language == "en")
      #expect(document.source == "Gazette")
      #expect(document.url == "https://example.org/7")
      #expect(document.sentences.map(\.role) == [.headline, .body])
    }
  }

  @Test func listAndLinesInAJSONFileAreBothRead() throws {
    let list = #"[{"text": "One report."}, {"id": "b", "text": "Two."}]"#
    let lines = "{\"text\": \"One report.\"}\n{\"id\": \"b\", \"text\": \"Two.\"}\n"
    for text in [list, lines] {
      try Fixture.inFolder(["x.json": Array(text.utf8)]) { folder in
        let ids = Fixture.documents(try Fixture.read([folder + "/x.json"])).map(\.id)
        #expect(ids == ["x.json#1", "b"])
      }
    }
  }
}
