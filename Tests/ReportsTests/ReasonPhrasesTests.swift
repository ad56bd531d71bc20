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
        "'near {name}; the day is known': круг протяжённости: Oslo (9 km), расширен на 50 m — значение таблицы "
          + "близости для «next to» (site); в 2012 году могло находиться в другом месте: Oslo."
      ),
      (
        "'at the mission': disc of the site's accuracy (75 m) enlarged by 50 m, the nearness table's value for 'near' (site).",
        "'at the mission': круг точности объекта (75 m), расширен на 50 m — значение таблицы близости для «near» (site)."
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
