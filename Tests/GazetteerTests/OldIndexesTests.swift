import Foundation
import Testing

@testable import Gazetteer

struct OldIndexesTests {
  @Test func theNewestTwoAndThoseOfTodayStay() throws {
    let cache = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: cache) }
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    for (name, days) in [
      ("gazetteer-now.index", 0.0), ("gazetteer-b.index", 3), ("gazetteer-c.index", 4),
      ("gazetteer-d.index", 5),
      ("gazetteer-e.index.77-5.part", 6), ("gazetteer-f.index.78-5.part", 0.1), ("import-x.index", 9),
      ("notes", 9),
    ] {
      let file = cache.appending(path: name)
      try Data("x".utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.modificationDate: now.addingTimeInterval(-days * 86_400)], ofItemAtPath: file.path)
    }
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: cache.path).sorted()
    }
    func remove(_ later: Double = 0) {
      OldIndexes.remove(
        in: cache.path, besides: cache.path + "/gazetteer-now.index",
        now: Int64(now.addingTimeInterval(later * 86_400).timeIntervalSince1970))
    }
    remove(-3.5)
    #expect(try names().count == 6, "c was made within the day, d and the part of that time were not")
    remove()
    #expect(
      try names() == [
        "gazetteer-b.index", "gazetteer-f.index.78-5.part", "gazetteer-now.index", "import-x.index", "notes",
      ])
  }
}
