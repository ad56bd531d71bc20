import Foundation
import Gazetteer
import GeoModel
import Geocoding
import Incidents
import Proximity
import Reading

/// A made-up case with as much hostile text as fits.
enum Sample {
  /// The data folder of the sources.
  static let dataFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "data").path(percentEncoded: false)

  static let center = Coordinate(reducing: 44.4, latitude: 33.3)

  static let embassy = Site(
    id: "se-emb-baghdad", name: "Embassy of Sweden in Baghdad", kind: "embassy", operatorCountry: "SE",
    hostCountry: "IQ", city: "Baghdad", address: nil, coordinate: center, accuracy: Meters(75),
    source: "made up", aliases: [])

  static func evidence(_ quote: String, _ start: Int = 10, in document: String = "a.txt") -> Evidence {
    Evidence(document: document, start: start, end: start + quote.unicodeScalars.count, quote: quote)
  }

  static func footprint(_ relation: SpatialRelation, anchor: String?, wherePrecision: Int) -> Footprint {
    let corners = [(44.399, 33.299), (44.401, 33.299), (44.401, 33.301), (44.399, 33.301), (44.399, 33.299)]
    return Footprint(
      geometry: .polygon(
        Polygon(exterior: corners.map { Coordinate(reducing: $0.0, latitude: $0.1) })),
      best: center, radius: Meters(145), relation: relation, anchorName: "Baghdad", anchorSite: anchor,
      wherePrecision: wherePrecision, geoPrecision: 1, reason: "“stormed the embassy”: on the grounds")
  }

  static var incident: Incident {
    var incident = Incident(
      id: "2023-07-20-baghdad-embassy-of-sweden-arson",
      date: DaySpan(day: CalendarDate(dayNumber: 19_558)), kind: .arson,
      footprint: footprint(.at, anchor: "se-emb-baghdad", wherePrecision: 1))
    incident.siteID = "se-emb-baghdad"
    incident.siteName = "Embassy of Sweden in Baghdad"
    incident.killed = 0
    incident.injured = 2
    incident.weapon = "torches & <petrol>"
    var account = Account(document: "a.txt", kind: .arson)
    account.sentences = [evidence("They came | over the *wall* `at dawn`.\n# No heading")]
    account.dateReason = "“on Thursday”"
    account.injured = Toll(count: nil, evidence: evidence("some were hurt"))
    account.effects = [Effect(kind: .fire, evidence: evidence("set it on fire"))]
    incident.accounts = [account]
    incident.claims = [
      Claim(
        claimant: "<script>alert(1)</script>", stance: .blames, about: "Iraq", weapon: nil,
        evidence: evidence("see https://evil.example/[x](y) or www.evil.example"))
    ]
    incident.disagreements = [
      Disagreement(
        field: "injured",
        variants: [
          .init(value: "2", evidence: evidence("two")), .init(value: "none", evidence: evidence("nobody", 0)),
        ])
    ]
    incident.choices = ["kind": "fire says more than unrest"]
    incident.confidence = 0.85
    incident.confidenceReasons = ["two documents"]
    return incident
  }

  static var content: Case {
    let incidents = [incident]
    return Case(
      incidents: incidents,
      statements: [
        Statement(
          reason: .aggregate, evidence: evidence("a dozen \u{202E}attacks\u{7}", 200),
          mayConcern: [incident.id])
      ],
      exposures: ExposureCalculator(sites: [embassy]).exposures(of: incidents), sites: [embassy],
      documents: [
        DocumentRecord(id: "a.txt", title: "1. Embassy on fire", published: CalendarDate(dayNumber: 19_558)),
        DocumentRecord(id: "c.bin", leftOut: "it is not text"),
      ])
  }
}
