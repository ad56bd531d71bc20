import CordonKit
import Foundation
import Proximity
import Reading
import Testing

/// The pipeline on documents of our own, with the data that ships.
struct PipelineTests {
  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pipeline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }

  @Test func manyDocumentsInOrderWhateverTheWidth() async throws {
    let records = (0..<64).map { number in
      // The first ones take longest, so that a pipeline that hands on what is ready first is seen.
      let text = String(repeating: "He lives in Oslo, Norway. ", count: 1 + (64 - number) * 2)
      return "{\"id\": \"\(number < 10 ? "0" : "")\(number)\", \"text\": \"\(text)\"}"
    }
    let folder = try folder(["batch.jsonl": records.joined(separator: "\n")])
    defer { try? FileManager.default.removeItem(at: folder) }
    let reader = DocumentReader(lexicons: try Workspace().lexicons())
    for width in [1, 3, 8] {
      var ids: [String] = []
      try await DocumentStream(inputs: [folder.path], reader: reader, width: width).forEach(
        transform: { document, _ in (document.id, document.sentences.count) },
        leftOut: { Issue.record($0) },
        receive: { id, sentences in
          ids.append(id)
          #expect(sentences == 1 + (64 - ids.count + 1) * 2)
        })
      #expect(ids == ids.sorted())
      #expect(ids.count == 64)
    }
  }

  @Test func whatIsLeftOutIsRememberedWithItsReason() async throws {
    let folder = try folder([
      "a.txt": "A bomb went off at the market in Quetta, Pakistan, on 3 May 2024.", "b.txt": "",
      "c.jsonl": "{\"id\": \"a.txt\", \"text\": \"He lives in Oslo.\"}\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    var problems: [String] = []
    let found = try await Pipeline(workspace: Workspace()).run([folder.path]) {
      problems.append($0.description)
    }
    #expect(problems.count == 1)
    #expect(found.documents.count == 3)
    // Two documents with one id could not be told apart in the evidence.
    #expect(found.documents.filter { $0.leftOut == nil }.map(\.id) == ["a.txt", "c.jsonl/a.txt"])
    #expect(found.mentions.contains { $0.text == "Quetta" && $0.document == "a.txt" })
    #expect(found.mentions.contains { $0.text == "Oslo" && $0.document == "c.jsonl/a.txt" })
  }
}
