import CordonKit
import CordonTestSupport
import Foundation
import GeoModel
import Proximity
import Testing

/// Nearest rows of files that are read a part at a time.
@Suite struct JoinInPartsTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "cordon-parts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Towns of points, many of them at the same place or equally far, some of them broken.
  private func table(_ count: Int, _ name: String, _ random: inout SplitMix64) throws -> String {
    var text = "id,lat,lon,note\n"
    for row in 0..<count {
      let (lat, lon) = (Double(random.int(-3..<4)) / 100 + 50, Double(random.int(-3..<4)) / 100 + 30)
      let isFar = random.int(0..<5) == 0
      text += "\(name)\(row),"
      text += row % 97 == 13 ? "x," : "\(isFar ? random.double(-90...90) : lat),"
      text += "\(isFar ? random.double(-180...180) : lon),\"n \(row)\"\n"
    }
    let url = folder.appending(path: name + ".csv")
    try Data(text.utf8).write(to: url)
    return url.path(percentEncoded: false)
  }

  private func run(
    _ a: String, _ b: String, _ count: Int, _ format: JoinFormat, portion: Int?
  ) async throws -> (text: String, problems: [String], report: PointJoin.Report) {
    var join = PointJoin(rule: .nearest(count), format: format)
    if let portion { join.portion = portion }
    var text: [UInt8] = []
    var problems: [String] = []
    let report = try await join.run(a, b) {
      problems.append("\($0): \($1.place): \($1.reason)")
    } output: {
      text += $0
    }
    return (String(decoding: text, as: UTF8.self), problems, report)
  }

  /// Byte for byte what comes of keeping everything in memory, whichever file is the larger.
  @Test(arguments: [(900, 60), (60, 900), (500, 500)], propertySeeds)
  func partsMakeNoDifference(_ sizes: (Int, Int), _ seed: UInt64) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = SplitMix64(seed: seed)
    let a = try table(sizes.0, "a", &random)
    let b = try table(sizes.1, "b", &random)
    for (count, format) in [(1, JoinFormat.pairs), (5, .csv), (3, .links), (2000, .pairs)] {
      let whole = try await run(a, b, count, format, portion: nil)
      for portion in [1 << 10, 1 << 12] {
        let parts = try await run(a, b, count, format, portion: portion)
        #expect(parts.text == whole.text, "\(count) nearest, \(portion) bytes at a time")
        #expect(parts.problems.sorted() == whole.problems.sorted())
        #expect(parts.report.rowsAsked == whole.report.rowsAsked)
        #expect(parts.report.rowsIndexed == whole.report.rowsIndexed)
        #expect(parts.report.leftOut == whole.report.leftOut)
      }
      #expect(whole.report.pairs == whole.report.rowsAsked * min(count, whole.report.rowsIndexed))
      #expect(!whole.problems.isEmpty)
    }
  }
}
