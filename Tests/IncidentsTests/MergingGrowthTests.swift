import CordonTestSupport
import Geocoding
import Reading
import Testing

@testable import Incidents

/// Merging looks at neighbours in time and place only, and at a group's summary, not its members.
@Suite struct MergingGrowthTests {
  @Test func manyTellingsOfOneEvent() {
    let accounts = (0..<6_000).map {
      Sample.account("d\($0)", .bombing, Sample.day("2031-05-04"), Sample.riga)
    }
    var report: IncidentReport?
    let spent = processorSeconds { report = Sample.merge(accounts) }
    #expect(report?.incidents.count == 1)
    #expect(report?.incidents.first?.accounts.count == 6_000)
    // Quadratic work would take minutes even in a debug build.
    #expect(spent < 30)
  }

  @Test func manyEventsOnOneDay() {
    let accounts = (0..<5_000).map { number in
      let longitude = Double(number % 100) * 3 - 150
      let latitude = Double(number / 100) * 2 - 50
      return Sample.account(
        "d\(number)", .bombing, Sample.day("2031-05-04"),
        Sample.place(
          "P\(number)", longitude, latitude, radius: 2000, relation: .inSettlement, wherePrecision: 1)
      ) { $0.placeName = "P\(number)" }
    }
    #expect(Sample.merge(accounts).incidents.count == 5_000)
  }

  @Test func acrossTheAntimeridianIsStillNear() {
    let east = Sample.place("A", 179.99, 0, radius: 3000, relation: .inSettlement, wherePrecision: 1)
    let west = Sample.place("B", -179.99, 0, radius: 3000, relation: .inSettlement, wherePrecision: 1)
    let report = Sample.merge([
      Sample.account("a", .bombing, Sample.day("2031-05-04"), east),
      Sample.account("b", .bombing, Sample.day("2031-05-04"), west),
    ])
    #expect(report.incidents.count == 1)
  }
}
