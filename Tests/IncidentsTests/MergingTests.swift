import CordonTestSupport
import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
import Reading
import Testing

@testable import Incidents

/// Accounts about made-up sites in Riga, for the rules of merging alone.
enum Sample {
  static let riga = place("Riga", 24.1052, 56.9496, radius: 9000, relation: .inSettlement, wherePrecision: 1)
  static let embassy = Site(
    id: "xx-emb-riga", name: "Embassy of Norway in Riga", kind: "embassy", operatorCountry: "NO",
    hostCountry: "LV", city: "Riga", address: nil, coordinate: position(24.11, 56.957), accuracy: Meters(100),
    source: "made up", aliases: [])
  static let section = Site(
    id: "xx-consular-riga", name: "Consular section of the Embassy of Norway in Riga",
    kind: "consular section",
    operatorCountry: "NO", hostCountry: "LV", city: "Riga", address: nil, coordinate: position(24.11, 56.957),
    accuracy: Meters(120), source: "made up", aliases: [])

  static func position(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(reducing: longitude, latitude: latitude)
  }

  static func place(
    _ name: String, _ longitude: Double, _ latitude: Double, radius: Double, relation: SpatialRelation,
    wherePrecision: Int, site: String? = nil
  ) -> Footprint {
    let best = position(longitude, latitude)
    return Footprint(
      geometry: .point(best), best: best, radius: Meters(radius), relation: relation, anchorName: name,
      anchorSite: site, wherePrecision: wherePrecision, geoPrecision: 1, reason: "test")
  }

  static func atEmbassy(_ site: Site = embassy) -> Footprint {
    place(
      site.name, site.coordinate.longitude, site.coordinate.latitude, radius: site.accuracy.value,
      relation: .at,
      wherePrecision: 1, site: site.id)
  }

  static func account(
    _ document: String, _ kind: IncidentKind, _ date: AccountDate, _ footprint: Footprint?, start: Int = 0,
    change: (inout Account) -> Void = { _ in }
  ) -> Account {
    var account = Account(document: document, kind: kind)
    account.sentences = [Evidence(document: document, start: start, end: start + 10, quote: "…")]
    account.date = date
    account.footprint = footprint
    if footprint?.anchorSite != nil {
      account.siteID = embassy.id
      account.siteName = embassy.name
    }
    account.placeName = footprint == nil ? nil : "Riga"
    account.countryCode = "LV"
    change(&account)
    return account
  }

  static func day(_ iso: String) -> AccountDate {
    CalendarDate(iso: iso).map { .span(DaySpan(day: $0)) } ?? .none
  }

  static func month(_ year: Int, _ month: Int) -> AccountDate {
    guard let from = CalendarDate(year: year, month: month, day: 1),
      let to = CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, year: year))
    else { return .none }
    return .span(DaySpan(from: from, to: to, precision: 4))
  }

  static func merge(_ accounts: [Account]) -> IncidentReport {
    IncidentMerger(sites: [embassy, section]).merge(
      Dictionary(grouping: accounts, by: \.document).sorted { $0.key < $1.key }.map {
        DocumentFindings(document: $0.key, published: nil, accounts: $0.value)
      })
  }
}

@Suite struct MergingTests {
  @Test func sameDaySameSiteIsOneIncident() {
    let report = Sample.merge([
      Sample.account("a", .missileStrike, Sample.day("2031-05-04"), Sample.atEmbassy()),
      Sample.account("b", .airStrike, Sample.day("2031-05-04"), Sample.atEmbassy(Sample.section)),
    ])
    #expect(report.incidents.map(\.id) == ["2031-05-04-riga-embassy-of-norway-missile-strike"])
    #expect(report.incidents.first?.documents == ["a", "b"])
  }

  @Test func anotherDayIsAnotherIncident() {
    let report = Sample.merge([
      Sample.account("a", .missileStrike, Sample.day("2031-05-04"), Sample.atEmbassy()),
      Sample.account("b", .missileStrike, Sample.day("2031-05-05"), Sample.atEmbassy()),
    ])
    #expect(report.incidents.count == 2)
  }

  @Test func aMonthJoinsItsOneDay() {
    let report = Sample.merge([
      Sample.account("month", .airStrike, Sample.month(2031, 5), Sample.atEmbassy()),
      Sample.account("day", .missileStrike, Sample.day("2031-05-04"), Sample.atEmbassy()),
    ])
    #expect(report.incidents.count == 1)
    #expect(report.incidents.first?.date == DaySpan(day: CalendarDate(iso: "2031-05-04")!))
  }

  @Test func aMonthWithTwoDaysToChooseFromStaysAStatement() {
    let report = Sample.merge([
      Sample.account("month", .missileStrike, Sample.month(2031, 5), Sample.atEmbassy()),
      Sample.account("a", .missileStrike, Sample.day("2031-05-04"), Sample.atEmbassy()),
      Sample.account("b", .missileStrike, Sample.day("2031-05-24"), Sample.atEmbassy()),
    ])
    #expect(report.incidents.count == 2)
    #expect(report.statements.first?.mayConcern.count == 2)
  }

  @Test func twoAttacksInAMonthAreTheTwoDays() {
    let report = Sample.merge([
      Sample.account("sum", .droneAttack, Sample.month(2031, 5), Sample.atEmbassy()) { $0.count = 2 },
      Sample.account("a", .droneAttack, Sample.day("2031-05-04"), Sample.atEmbassy()),
      Sample.account("b", .droneAttack, Sample.day("2031-05-24"), Sample.atEmbassy()),
    ])
    #expect(report.incidents.map(\.documents) == [["a", "sum"], ["b", "sum"]])
    #expect(report.statements.isEmpty)
  }

  @Test func aMonthAloneStandsAsAMonth() {
    let report = Sample.merge([Sample.account("m", .airStrike, Sample.month(2031, 2), Sample.atEmbassy())])
    #expect(report.incidents.map(\.id) == ["2031-02-riga-embassy-of-norway-air-strike"])
    #expect(report.incidents.first?.date.to.day == 28)
  }

  @Test func anOpenMonthJoinsTheOnlyIncidentOfThatMonth() {
    let open = AccountDate.open(month: 5, day: nil, reason: "no year")
    let report = Sample.merge([
      Sample.account("a", .missileStrike, Sample.day("2031-05-04"), Sample.atEmbassy()),
      Sample.account("open", .explosion, open, Sample.atEmbassy()),
    ])
    #expect(report.incidents.map(\.documents) == [["a", "open"]])
    let alone = Sample.merge([Sample.account("open", .explosion, open, Sample.atEmbassy())])
    #expect(alone.incidents.isEmpty)
    #expect(alone.statements.map(\.reason) == [.undated])
  }

  /// What one report tells apart stays apart, whoever else tells of either, in whatever order.
  @Test func whatIsToldApartIsNeverMerged() {
    func parted(_ document: String, _ start: Int, _ venue: String?) -> Account {
      Sample.account(document, .bombing, Sample.day("2031-05-04"), Sample.riga, start: start) {
        $0.parted = venue
      }
    }
    let accounts = [
      parted("a", 0, "airport"), parted("a", 200, "metro_station"), parted("b", 0, nil),
      parted("c", 0, "metro_station"), parted("c", 300, "airport"), parted("d", 0, nil), parted("d", 100, ""),
    ]
    let whole = Sample.merge(accounts)
    let members = whole.incidents.map { $0.accounts.map { "\($0.document)@\($0.sentences[0].start)" } }
    #expect(members.sorted { $0.count < $1.count }.map(Set.init).contains(["a@200", "c@0", "d@100"]))
    #expect(members.count == 2)
    for turn in 1..<accounts.count {
      let turned = Array(accounts[turn...] + accounts[..<turn])
      let report = IncidentMerger(sites: []).merge(
        turned.map { DocumentFindings(document: $0.document, published: nil, accounts: [$0]) })
      #expect(
        Set(report.incidents.map { Set($0.accounts.map { "\($0.document)@\($0.sentences[0].start)" }) })
          == Set(members.map(Set.init)))
    }
  }

  @Test func aCrashIsNotAnAttack() {
    let report = Sample.merge([
      Sample.account("a", .aircraftCrash, Sample.day("2031-05-04"), Sample.riga),
      Sample.account("b", .droneAttack, Sample.day("2031-05-04"), Sample.riga),
    ])
    #expect(report.incidents.count == 2)
  }

  @Test func theSiteWinsOverTheCity() {
    let report = Sample.merge([
      Sample.account("city", .bombing, Sample.day("2031-05-04"), Sample.riga),
      Sample.account("site", .explosion, Sample.day("2031-05-04"), Sample.atEmbassy()),
    ])
    #expect(report.incidents.count == 1)
    #expect(report.incidents.first?.siteID == Sample.embassy.id)
    #expect(report.incidents.first?.kind == .bombing)
  }

  @Test(arguments: [
    ("Embassy of Norway in Lima", "Norway"),
    ("Residence of the ambassador of Norway in Lima", "Norway"),
    ("Consulate General of the Republic of Ireland in Rio de Janeiro", "Ireland"),
    ("Port of Lima", nil),
  ])
  func aMissionTellsItsOwner(name: String, owner: String?) {
    #expect(GroupTraits.owner(name).map(String.init) == owner)
  }

  @Test func differingTollsAreKeptWithTheirSources() {
    let accounts = [("a", 3), ("b", 4), ("c", 4)].map { document, count in
      Sample.account(document, .bombing, Sample.day("2031-05-04"), Sample.atEmbassy()) {
        $0.killed = Toll(
          count: count, evidence: Evidence(document: document, start: 0, end: 1, quote: String(count)))
      }
    }
    let incident = Sample.merge(accounts).incidents.first
    #expect(incident?.killed == 4)
    #expect(incident?.injured == nil)
    #expect(incident?.disagreements.first { $0.field == "killed" }?.variants.map(\.value) == ["3", "4"])
  }

  @Test(arguments: propertySeeds)
  func orderOfInputChangesNothing(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let accounts = (1...9).map { number in
      Sample.account(
        "d\(number)", number % 2 == 0 ? .droneAttack : .airStrike,
        number % 3 == 0 ? Sample.month(2031, 5) : Sample.day("2031-05-0\(number)"), Sample.atEmbassy())
    }
    let expected = Sample.merge(accounts).incidents.map { "\($0.id) \($0.documents)" }
    let findings = accounts.shuffled(using: &generator).map {
      DocumentFindings(document: $0.document, published: nil, accounts: [$0])
    }
    let report = IncidentMerger(sites: [Sample.embassy, Sample.section]).merge(findings)
    #expect(report.incidents.map { "\($0.id) \($0.documents)" } == expected, "seed \(seed)")
  }

  /// Sets have no order of their own: whatever tells two claims apart must decide theirs.
  @Test func claimsThatDifferInOneThingHaveAnOrder() {
    func claim(_ scope: Claim.Scope, about: String?, weapon: String?) -> Claim {
      Claim(
        claimant: "Oslo", stance: .denies, about: about, weapon: weapon, scope: scope,
        evidence: Evidence(document: "a", start: 0, end: 4, quote: "Oslo"))
    }
    let claims = [
      claim(.incident, about: nil, weapon: nil), claim(.series, about: nil, weapon: nil),
      claim(.incident, about: "Norway", weapon: nil), claim(.incident, about: nil, weapon: "rocket"),
    ]
    for (place, one) in claims.enumerated() {
      for other in claims[(place + 1)...] {
        #expect(one.sortKey < other.sortKey || other.sortKey < one.sortKey)
      }
    }
  }

  @Test func twoIncidentsOfOneNameAreNumberedFromTheSouth() {
    let north = Sample.place("Riga", 24.1, 57.5, radius: 100, relation: .inSettlement, wherePrecision: 1)
    let south = Sample.place("Riga", 24.1, 56.5, radius: 100, relation: .inSettlement, wherePrecision: 1)
    let report = Sample.merge([
      Sample.account("a", .bombing, Sample.day("2031-05-04"), north),
      Sample.account("b", .bombing, Sample.day("2031-05-04"), south),
    ])
    #expect(
      report.incidents.map { "\($0.id) \($0.documents[0])" } == [
        "2031-05-04-riga-bombing b", "2031-05-04-riga-bombing-2 a",
      ])
  }
}
