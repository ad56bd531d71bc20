import CordonTestSupport
import Foundation
import Testing

@testable import Reading

/// Documents beyond 1 MiB, which are read in parts.
@Suite struct LongDocumentTests {
  private func documents(_ bytes: [UInt8], _ name: String) throws -> [Result<RawDocument, ReadingError>] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return Array(DocumentSource([file.path], inParts: true))
  }

  private func text(_ raw: RawDocument) throws -> [UInt8] {
    guard case .part(let bytes, _) = raw.content else { throw CancellationError() }
    return bytes
  }

  /// The parts make the text again, know where they stand, and end where words do.
  private func check(_ parts: [RawDocument], make text: [UInt8]) throws {
    var whole: [UInt8] = []
    var scalars = 0
    for (index, raw) in parts.enumerated() {
      let part = try #require(raw.part)
      let bytes = try self.text(raw)
      #expect(part.start == scalars)
      #expect(part.isFirst == (index == 0))
      #expect(part.isLast == (index == parts.count - 1))
      #expect(bytes.count <= DocumentPart.partLimit)
      if !part.isLast { #expect([0x0A, 0x20].contains(bytes.last)) }
      scalars += String(decoding: bytes, as: UTF8.self).unicodeScalars.count
      whole += bytes
    }
    #expect(whole == text)
    #expect(parts.count > 4)
  }

  private func longText(_ seed: UInt64, lineEnds: Bool) -> String {
    var random = SplitMix64(seed: seed)
    let words = ["Nairobi", "Łódź", "🔥", "e\u{301}", "\"quoted\"", "back\\slash", "tab\tbed", "end.", "Київ"]
    var text = ""
    while text.utf8.count < 1_500_000 {
      text += words.randomElement(using: &random)! + " "
      if lineEnds, Int.random(in: 0..<40, using: &random) == 0 { text += "\r\n" }
    }
    return text + "last"
  }

  @Test(arguments: propertySeeds, [true, false])
  func textsComeInParts(_ seed: UInt64, _ lineEnds: Bool) throws {
    let text = Array(longText(seed, lineEnds: lineEnds).utf8)
    try check(try documents(text, "long.txt").map { try $0.get() }, make: text)
  }

  @Test(arguments: propertySeeds)
  func recordsComeInParts(_ seed: UInt64) throws {
    let text = longText(seed, lineEnds: true)
    let long = String(decoding: try JSONSerialization.data(withJSONObject: [text]), as: UTF8.self)
      .dropFirst().dropLast()
    let lines = """
      {"id": "a", "text": "short"}
      {"id": "b", "language": "en", "text": \(long), "source": "s"}
      {"text":\(long),"id":"c"}
      {"id": "d", "text": "short"}
      """
    let found = try documents(Array(lines.utf8), "long.jsonl").map { try $0.get() }
    #expect(found.first?.part == nil)
    #expect(found.last?.part == nil)
    let parts = found.dropFirst().dropLast()
    let second = try #require(parts.lastIndex { $0.part?.isFirst ?? false })
    try check(Array(parts[..<second]), make: Array(text.utf8))
    try check(Array(parts[second...]), make: Array(text.utf8))
    #expect(parts.first?.id == "b")
    #expect(parts.first?.part?.language == "en")
    #expect(parts[second].part?.isIDLate == true)
    #expect(parts.last?.part?.lateID == "c")
  }

  @Test(arguments: [
    (#"{"id":"a","text":"TEXT"#, "control character"),
    (#"{"id":"a","text":"TEXT\x"}"#, "no such escape"),
    (#"{"id":"a","text":"TEXT\ud800"}"#, "surrogate"),
    ("{\"id\":\"a\",\"text\":\"TEXT\u{1}\"}", "control character"),
    (#"{"id":"a","text":"TEXT","id":"b"}"#, "twice"),
    (#"{"id":"a","text":"TEXT"] "#, "comma"),
  ])
  func whatBreaksIsToldBehindTheLastPart(_ line: String, _ reason: String) throws {
    let text = String(repeating: "Nairobi and Lima. ", count: 80_000)
    let lines = line.replacing("TEXT", with: text) + "\n{\"id\": \"next\", \"text\": \"short\"}\n"
    let found = try documents(Array(lines.utf8), "broken.jsonl")
    let parts = try found.dropLast(2).map { try $0.get() }
    #expect(parts.last?.part?.isLast == true)
    #expect(parts.count { $0.part?.isLast ?? false } == 1)
    #expect(try found.last?.get().line == 2)
    guard case .failure(let error) = found[found.count - 2] else {
      Issue.record("nothing is told")
      return
    }
    #expect(error.line == 1)
    #expect(error.reason.contains(reason), "\(error)")
  }

  @Test func shortAndStrangeOnesAreWhole() throws {
    let short = String(repeating: "Nairobi and Lima. ", count: 50_000)
    let page = "<html><body><p>" + String(repeating: "Nairobi and Lima. ", count: 80_000)
    let latin = [UInt8](repeating: 0xE9, count: 10) + Array(String(repeating: "caf ", count: 400_000).utf8)
    for (text, name) in [(Array(short.utf8), "a.txt"), (Array(page.utf8), "b.txt"), (latin, "c.txt")] {
      let found = try documents(text, name).map { try $0.get() }
      #expect(found.count == 1)
      #expect(found[0].part == nil, "\(name)")
    }
  }
}
