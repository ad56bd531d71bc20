import Gazetteer
import GeoModel
import Incidents
import Proximity
import Reading
import Reports
import Testing

@Suite struct SelectionTests {
  private func ids(_ change: (inout ReportFilter) -> Void) -> [String] {
    var filter = ReportFilter()
    change(&filter)
    return Sample.content.selected(by: filter).incidents.map(\.id)
  }

  private let id = "2023-07-20-baghdad-embassy-of-sweden-arson"

  @Test func incidentsAreChosenByDayKindAndDistance() {
    #expect(ids { _ in } == [id])
    #expect(ids { $0.since = CalendarDate(year: 2023, month: 7, day: 20) } == [id])
    #expect(ids { $0.since = CalendarDate(year: 2023, month: 7, day: 21) }.isEmpty)
    #expect(ids { $0.until = CalendarDate(year: 2023, month: 7, day: 19) }.isEmpty)
    #expect(ids { $0.kinds = [.arson] } == [id])
    #expect(ids { $0.kinds = [.shelling] }.isEmpty)
    #expect(ids { $0.within = Meters(10) } == [id])
    #expect(ids { $0.operatorCountry = "SE" } == [id])
    #expect(ids { $0.operatorCountry = "AZ" }.isEmpty)
  }

  @Test func aSiteOfTheUsersIsMeasuredAnew() throws {
    var far = Sample.embassy
    far.id = "ours"
    far.coordinate = Coordinate(reducing: 44.41, latitude: 33.3)
    var filter = ReportFilter()
    filter.sites = [far]
    let selected = Sample.content.selected(by: filter)
    #expect(selected.exposures.map(\.site) == ["ours"])
    let best = try #require(selected.exposures.first?.best.value)
    // A hundredth of a degree of longitude at 33.3° north, after the length of the parallel on WGS 84.
    #expect(abs(best - 931.4) < 1)
    filter.within = Meters(500)
    #expect(Sample.content.selected(by: filter).incidents.isEmpty)
    filter.within = .kilometers(20)
    #expect(Sample.content.selected(by: filter).rings.last == .kilometers(20))
  }

  @Test func whatConcernsNothingLeavesAndWhatWasNotReadStays() {
    var filter = ReportFilter()
    filter.kinds = [.shelling]
    let selected = Sample.content.selected(by: filter)
    #expect(selected.documents.map(\.id) == ["c.bin"])
    #expect(selected.statements.isEmpty && selected.exposures.isEmpty)
  }
}
