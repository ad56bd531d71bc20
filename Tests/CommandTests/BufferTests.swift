import Foundation
import Testing

struct BufferTests {
  private func features(_ text: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(object?["features"] as? [[String: Any]])
  }

  @Test func largestFirstEachRadiusOnce() throws {
    let run = try Program.run(["buffer", "geo:50,30", "--radius", "500m,1km", "--radius", "500"])
    #expect(run.status == 0)
    #expect(try features(run.output).map { $0["id"] as? String } == ["ring-1000m", "ring-500m"])
  }

  @Test func aRingAcrossTheAntimeridianIsCut() throws {
    let run = try Program.run(["buffer", "geo:0,180", "--radius", "10km"])
    let geometry = try #require(try features(run.output).first?["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "MultiPolygon")
  }

  @Test func linesAndRecordSeparators() throws {
    let lines = try Program.run(["buffer", "geo:50,30", "--radius", "1,2", "--format", "geojsonl"])
    #expect(lines.outputLines.count == 2)
    let records = try Program.run(["buffer", "geo:50,30", "--radius", "1,2", "--format", "geojsonl", "--rs"])
    #expect(records.output.unicodeScalars.filter { $0.value == 0x1E }.count == 2)
    #expect(
      records.output.unicodeScalars.filter { $0.value != 0x1E }.elementsEqual(lines.output.unicodeScalars))
  }

  @Test(arguments: ["0", "25000km", "-5", "5parsecs", "5,5,km", "1e3"])
  func aRadiusThatIsNoneIsAUsageError(radius: String) throws {
    let run = try Program.run(["buffer", "geo:50,30", "--radius=\(radius)"])
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }
}
