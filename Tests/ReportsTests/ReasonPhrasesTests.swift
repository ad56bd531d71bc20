import Foundation
import Gazetteer
import GeoModel
import Geocoding
import Incidents
import Reading
import Testing

@testable import Reports

/// Reasons in the languages of reports.
@Suite struct ReasonPhrasesTests {
  private static let others = ReportLanguage.allCases.filter { $0 != .en }

  private func words(_ language: ReportLanguage) throws -> ReportWords {
    try ReportWords(folder: Sample.dataFolder + "/report", language: language)
  }

  /// Incidents that differ in all that their confidence is made of.
  private func rated() throws -> [Incident] {
    let merger = IncidentMerger(
      sites: [], confidence: try ConfidenceModel(dataFolder: Sample.dataFolder))
    return (0..<8).map { number in
      var incident = Sample.incident
      var second = incident.accounts[0]
      second.document = "b.txt"
      second.injured = Toll(count: 5, evidence: Sample.evidence("five"))
      incident.accounts[0].injured = Toll(count: 2, evidence: Sample.evidence("two"))
      incident.accounts.append(second)
      incident.kind = number % 2 == 0 ? .other : .arson
      if number > 3 { incident.siteID = nil }
      if number % 3 == 0 {
        incident.footprint.wherePrecision = 6
        incident.date = DaySpan(
          from: incident.date.from, to: incident.date.from.adding(days: 27), precision: 4)
      }
      if number > 5 { incident.accounts = Array(incident.accounts.prefix(1)) }
      merger.settle(&incident)
      return incident
    }
  }

  @Test(arguments: others)
  func everyReasonOfConfidenceHasItsForm(language: ReportLanguage) throws {
    let words = try words(language)
    let reasons = Set(try rated().flatMap(\.confidenceReasons))
    #expect(reasons.count > 6)
    for reason in reasons {
      let told = words.reason(reason)
      #expect(told != reason && told.hasPrefix(reason.prefix(5)), "\(reason): \(told)")
      #expect(try self.words(.en).reason(reason) == reason)
    }
  }

  @Test func whatVariesStaysAndTheRestIsTold() throws {
    let words = try words(.ru)
    for (reason, expected) in [
      ("told by 3 documents", "сообщают документы: 3"),
      ("told by 2 of 5 documents that give a number", "так сообщают 2 из 5 документов, называющих число"),
      (
        "'near {name}; the day is known': disc of the extent of Oslo (9 km) enlarged by 50 m, the nearness "
          + "table's value for 'next to' (site); in 2012 it may have stood elsewhere in Oslo.",
        "'near {name}; the day is known': круг протяжённости: Oslo (9\u{A0}км), расширен на 50\u{A0}м — значение "
          + "таблицы близости для «рядом» (объект); в 2012 году могло находиться в другом месте: Oslo."
      ),
      (
        "'at the mission': disc of the site's accuracy (75 m) enlarged by 50 m, the nearness table's value for 'near' (site).",
        "'at the mission': круг точности объекта (75\u{A0}м), расширен на 50\u{A0}м — значение таблицы близости для «вблизи» (объект)."
      ),
      (
        "what most tell, or else says most, among: arson, shelling",
        "что говорит большинство или что говорит больше, среди: \(words.kind(.arson)), \(words.kind(.shelling))"
      ),
      ("nothing of the kind", "nothing of the kind"), ("", ""), ("{n}", "{n}"),
    ] {
      #expect(words.reason(reason) == expected)
    }
  }
}

/// What footprints and dates say of themselves, in every language.
extension ReasonPhrasesTests {
  private static let city = FootprintAnchor(
    name: "Odesa", kind: .place(.settlement), center: Coordinate(reducing: 30.7, latitude: 46.5),
    radius: .kilometers(9))

  private func footprints() throws -> [Footprint] {
    let maker = FootprintMaker(
      nearness: try NearnessTable(
        tsv: try String(contentsOfFile: "\(Sample.dataFolder)/nearness.tsv", encoding: .utf8),
        file: "nearness.tsv"))
    let stated = StatedDistance(
      best: .kilometers(50), low: .kilometers(45), high: .kilometers(55), text: "50 km")
    let close = StatedDistance(best: Meters(50), low: Meters(45), high: Meters(55), text: "50 m")
    let other = FootprintAnchor(
      name: "Mykolaiv", kind: .place(.settlement), center: Coordinate(reducing: 32, latitude: 47),
      radius: .kilometers(8))
    let city = Self.city
    return try [
      maker.at(city), maker.near(city), maker.near(city, .nextTo),
      maker.direction(.northeast, stated, from: city),
      maker.direction(.southSoutheast, close, from: city), maker.outside(.west, of: city),
      maker.part(.south, of: city), maker.between(city, other), maker.between(city, other, isOnTheWay: true),
      maker.distance(close, from: city), maker.distance(close, from: city, isUpperBound: true),
      maker.distance(close, from: city, unitNote: "a step is 0.6–0.85 m"),
    ]
  }

  @Test(arguments: ReportLanguage.allCases.filter { $0 != .en })
  func whatPlacesAndDatesRestOnIsToldInTheLanguage(language: ReportLanguage) throws {
    let words = try words(language)
    let dates = [
      "“3 May 2024”, a full date", "“on Thursday”, counted from publication on 2024-05-04",
      "“two days earlier”, counted from 2024-05-04, named before it",
      "“01/02/2024”: day and month could be either way round",
      "“in May”: the document is undated, so nothing tells the year or day it is counted from",
      "“then”: the story names no day that it is counted from", "the same day as told before: 2024-05-03",
      "goes on from the sentence before: 2024-05-03", "goes on from the day told before: 2024-05-03",
      "no date in the words",
    ]
    let chosen = dates.map { "the most exact date told: a.txt, \($0)" }
    for reason in try footprints().map(\.reason) + dates + chosen {
      let told = words.reason(reason)
      #expect(told != reason)
      // Of the English words none is left but those of the documents.
      for word in ["enlarged", "counted", "extent of", "midpoint", "between", "a full", "told", "the "] {
        #expect(!told.contains(word), "\(reason): \(told)")
      }
      #expect(!told.contains("⟦") && !told.contains("{"), "\(told)")
    }
  }
}
