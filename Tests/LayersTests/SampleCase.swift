import Gazetteer
import GeoModel
import Geocoding
import Incidents
import Proximity
import Reading

/// A made-up case whose areas are boxes, so that its layers can be written out by hand.
enum Sample {
  static func position(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(reducing: longitude, latitude: latitude)
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Geometry {
    .polygon(
      Polygon(exterior: [
        position(west, south), position(east, south), position(east, north), position(west, north),
        position(west, south),
      ]))
  }

  static let embassy = Site(
    id: "se-emb-baghdad", name: "Embassy of Sweden in Baghdad", kind: "embassy", operatorCountry: "SE",
    hostCountry: "IQ", city: "Baghdad", address: nil, coordinate: position(44.4, 33.3), accuracy: Meters(75),
    source: "made up", aliases: ["Swedish embassy in Baghdad"])
  static let depot = Site(
    id: "depot-basra", name: "Fuel depot in Basra", kind: "oil depot", operatorCountry: nil,
    hostCountry: "IQ", city: "Basra", address: "Dock Street", coordinate: position(47.8, 30.5),
    accuracy: Meters(500), source: "made up", aliases: [])

  static func evidence(_ document: String, _ start: Int, _ quote: String) -> Evidence {
    Evidence(document: document, start: start, end: start + quote.unicodeScalars.count, quote: quote)
  }

  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

  static var arson: Incident {
    let footprint = Footprint(
      geometry: box(44.399, 33.299, 44.401, 33.301), best: position(44.4, 33.3), radius: Meters(145),
      relation: .at, anchorName: "Embassy of Sweden in Baghdad", anchorSite: "se-emb-baghdad",
      wherePrecision: 1, geoPrecision: 1, reason: "“stormed the embassy”: on the grounds")
    var incident = Incident(
      id: "2023-07-20-baghdad-embassy-of-sweden-arson", date: DaySpan(day: day("2023-07-20")), kind: .arson,
      footprint: footprint)
    incident.siteID = "se-emb-baghdad"
    incident.siteName = "Embassy of Sweden in Baghdad"
    incident.placeName = "Baghdad"
    incident.countryCode = "IQ"
    incident.killed = 0
    var first = Account(document: "a.txt", kind: .arson)
    first.sentences = [evidence("a.txt", 10, "Protesters stormed the embassy | and set it on fire.")]
    first.date = .span(DaySpan(day: day("2023-07-20")))
    first.dateReason = "“on Thursday”, counted from 2023-07-20"
    first.footprint = footprint
    first.siteID = "se-emb-baghdad"
    first.killed = Toll(count: 0, evidence: evidence("a.txt", 70, "Nobody was hurt"))
    first.effects = [Effect(kind: .fire, evidence: evidence("a.txt", 44, "set it on fire"))]
    first.rules = ["fire at a site"]
    var second = Account(document: "b.txt", kind: .mobViolence)
    second.sentences = [evidence("b.txt", 0, "Some were injured.")]
    second.date = .open(month: 7, day: 20, reason: "the document has no date")
    second.dateReason = "“July 20”"
    second.injured = Toll(count: nil, evidence: evidence("b.txt", 0, "Some were injured"))
    incident.accounts = [first, second]
    incident.claims = [
      Claim(
        claimant: "Foreign Ministry", stance: .blames, about: "Iraq", weapon: nil,
        evidence: evidence("a.txt", 90, "the authorities <failed>"))
    ]
    incident.disagreements = [
      Disagreement(
        field: "kind",
        variants: [
          .init(value: "arson", evidence: evidence("a.txt", 44, "set it on fire")),
          .init(value: "mob violence", evidence: evidence("b.txt", 0, "Some were injured")),
        ])
    ]
    incident.choices = ["kind": "arson says more than mob violence", "date": "only a.txt has a year"]
    incident.confidence = 0.85
    incident.confidenceReasons = ["two documents"]
    return incident
  }

  static var blast: Incident {
    let footprint = Footprint(
      geometry: box(46.5, 30, 48.5, 31.5), best: position(47.5, 30.75), radius: .kilometers(120),
      relation: .inRegion, anchorName: "Basra Governorate", wherePrecision: 4, geoPrecision: 3,
      reason: "“in Basra province”: the region's extent")
    var incident = Incident(
      id: "2024-02-basra-governorate-explosion",
      date: DaySpan(from: day("2024-02-01"), to: day("2024-02-29")), kind: .explosion, footprint: footprint)
    incident.placeName = "Basra Governorate"
    incident.countryCode = "IQ"
    incident.injured = 3
    incident.weapon = "gas cylinder"
    var account = Account(document: "b.txt", kind: .explosion)
    account.footprint = footprint
    account.date = .none
    incident.accounts = [account]
    incident.confidence = 0.4
    return incident
  }

  static var content: Case {
    let incidents = [arson, blast]
    return Case(
      incidents: incidents,
      statements: [
        Statement(
          reason: .aggregate, evidence: evidence("b.txt", 200, "a dozen attacks since January"),
          mayConcern: ["2024-02-basra-governorate-explosion"])
      ],
      exposures: ExposureCalculator(sites: [embassy, depot]).exposures(of: incidents),
      sites: [embassy, depot],
      documents: [
        DocumentRecord(
          id: "a.txt", title: "Embassy set on fire", published: day("2023-07-20"), language: "en",
          source: "A *Daily*"),
        DocumentRecord(id: "b.txt", language: "sv", notices: ["decoded as Windows-1252"]),
        DocumentRecord(id: "c.bin", leftOut: "it is not text"),
      ],
      mentions: [
        MentionRecord(
          document: "a.txt", start: 29, end: 36, text: "Baghdad", role: "place", name: "Baghdad",
          kind: "settlement", geonameID: 98182, country: "IQ", coordinate: position(44.40088, 33.34058),
          uncertainty: .kilometers(15), wherePrecision: 2, probability: 0.97, reasons: ["largest place"])
      ])
  }
}
