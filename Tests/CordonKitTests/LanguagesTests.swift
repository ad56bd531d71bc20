import CordonKit
import Foundation
import Geocoding
import Incidents
import Proximity
import Testing

/// One report per language and per way of placing something, about missions and towns of our choice.
@Suite struct LanguagesTests {
  struct Report: Sendable, CustomTestStringConvertible {
    let language: String
    let published: String
    let text: String
    let date: String
    let kind: IncidentKind
    let site: String?
    let place: String
    let relation: SpatialRelation
    var killed: Int?
    var injured: Int?
    var stated: String?
    var testDescription: String { "\(language): \(text.prefix(50))" }
  }

  static let reports: [Report] = [
    Report(
      language: "en", published: "2021-06-15",
      text: """
        A car bomb exploded outside the Spanish embassy in Lima on Monday night, killing two guards and wounding \
        seven people, police said. Windows were broken in neighbouring buildings.
        """,
      date: "2021-06-14", kind: .bombing, site: "Embassy of Spain in Lima", place: "Lima", relation: .near,
      killed: 2, injured: 7),
    Report(
      language: "ro", published: "2019-05-08",
      text:
        "O dronă a lovit marți consulatul Greciei din Izmir, provocând pagube acoperișului. Trei persoane au fost rănite.",
      date: "2019-05-07", kind: .droneAttack, site: "Consulate General of Greece in İzmir", place: "İzmir",
      relation: .at,
      injured: 3),
    Report(
      language: "ru", published: "2020-10-02",
      text:
        "Вчера неизвестные обстреляли посольство Японии в Найроби. Погибли два охранника, ещё пять человек ранены.",
      date: "2020-10-01", kind: .shelling, site: "Embassy of Japan in Nairobi", place: "Nairobi",
      relation: .at,
      killed: 2, injured: 5),
    Report(
      language: "uk", published: "2023-02-11",
      text:
        "Уночі ракета влучила в будівлю посольства Польщі в Багдаді. Троє людей загинули, п'ятеро поранені.",
      date: "2023-02-11", kind: .missileStrike, site: "Embassy of Poland in Baghdad", place: "Baghdad",
      relation: .at, killed: 3, injured: 5),
    Report(
      language: "az", published: "2018-09-21",
      text: "Dünən İtaliyanın Tehrandakı səfirliyinə silahlı hücum edilib. İki nəfər yaralanıb.",
      date: "2018-09-20", kind: .armedAttack, site: "Embassy of Italy in Tehran", place: "Tehran",
      relation: .at,
      injured: 2),
    Report(
      language: "tr", published: "2017-03-30",
      text:
        "Dün Yunanistan'ın Kahire Büyükelçiliği önünde bomba yüklü araç patladı. 3 kişi öldü, 5 kişi yaralandı.",
      date: "2017-03-29", kind: .bombing, site: "Embassy of Greece in Cairo", place: "Cairo", relation: .near,
      killed: 3, injured: 5),
    Report(
      language: "fr", published: "2016-01-20",
      text:
        "Une bombe a explosé mardi devant l'ambassade du Canada à Bogota, faisant deux morts et dix blessés.",
      date: "2016-01-19", kind: .bombing, site: "Embassy of Canada in Bogotá", place: "Bogotá",
      relation: .near,
      killed: 2, injured: 10),
    Report(
      language: "en", published: "2021-06-15",
      text: "Rockets landed about 300 metres from the Swedish embassy in Baghdad on Sunday. Nobody was hurt.",
      date: "2021-06-13", kind: .missileStrike, site: "Embassy of Sweden in Baghdad", place: "Baghdad",
      relation: .distance, injured: 0, stated: "about 300 metres"),
    Report(
      language: "en", published: "2021-06-15",
      text: "A military helicopter crashed 12 km north-east of Mombasa on Sunday, killing five soldiers.",
      date: "2021-06-13", kind: .aircraftCrash, site: nil, place: "Mombasa", relation: .direction, killed: 5,
      stated: "12 km"),
    Report(
      language: "en", published: "2021-06-15",
      text:
        "Gunmen opened fire on a convoy of the Danish embassy on the road between Kandahar and Kabul on Saturday.",
      date: "2021-06-12", kind: .armedAttack, site: nil, place: "Kandahār", relation: .between),
    Report(
      language: "en", published: "2021-06-15",
      text: "A drone attack hit an oil depot near Jeddah on 10 June 2021. A fire broke out.",
      date: "2021-06-10", kind: .droneAttack, site: nil, place: "Jeddah", relation: .near),
    Report(
      language: "en", published: "2021-06-15",
      text:
        "A grenade exploded some 40 steps from the Italian consulate in Benghazi yesterday. No one was injured.",
      date: "2021-06-14", kind: .explosion, site: "Consulate of Italy in Benghazi", place: "Benghazi",
      relation: .distance, injured: 0, stated: "some 40 steps"),
    Report(
      language: "en", published: "2021-06-15",
      text: "A mortar shell fell 200 yards from the British embassy in Sanaa last night.",
      date: "2021-06-15", kind: .shelling, site: "Embassy of the United Kingdom in Sanaa", place: "Sanaa",
      relation: .distance, stated: "200 yards"),
    Report(
      language: "en", published: "2021-06-15",
      text:
        "A bomb went off two blocks from the Turkish consulate in Mosul on Friday, wounding three people.",
      date: "2021-06-11", kind: .bombing, site: "Consulate of Turkey in Mosul", place: "Mosul",
      relation: .distance, injured: 3, stated: "two blocks"),
    Report(
      language: "en", published: "2021-06-15",
      text: "A bomb went off ten minutes' walk from the German embassy in Tunis on Friday.",
      date: "2021-06-11", kind: .bombing, site: "Embassy of Germany in Tunis", place: "Tunis",
      relation: .distance, stated: "ten minutes' walk"),
  ]

  private func run(_ records: [[String: String]]) async throws -> Case {
    let folder = FileManager.default.temporaryDirectory.appending(path: "languages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "reports.jsonl")
    let lines = try records.map { try JSONSerialization.data(withJSONObject: $0) }
    try Data(lines.joined(separator: Data("\n".utf8))).write(to: file)
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    return try await Pipeline(workspace: workspace).run([file.path])
  }

  @Test(arguments: reports)
  func oneIncident(report: Report) async throws {
    let found = try await run([["id": "r", "published": report.published, "text": report.text]])
    #expect(found.documents.first?.language == report.language)
    #expect(found.incidents.count == 1)
    let incident = found.incidents.first
    #expect(incident?.date.from.description == report.date)
    #expect(incident?.kind == report.kind)
    #expect(incident?.siteName == report.site)
    #expect(incident?.placeName == report.place)
    #expect(incident?.footprint.relation == report.relation)
    #expect(incident?.killed == report.killed)
    #expect(incident?.injured == report.injured)
    #expect(incident?.footprint.statedDistance?.text == report.stated)
  }

  /// The register knows the embassy of 2022; what happened long before may have been elsewhere in the town.
  @Test func longAgoTheMissionMayHaveStoodElsewhere() async throws {
    let text = "A bomb exploded at the German embassy in Kyiv on 3 May 1999."
    let old = try await run([["id": "r", "published": "1999-05-04", "text": text]]).incidents.first
    let new = try await run([
      ["id": "r", "published": "2019-05-04", "text": text.replacingOccurrences(of: "1999", with: "2019")]
    ]).incidents.first
    #expect(old?.siteID == "de-emb-kyiv" && new?.siteID == "de-emb-kyiv")
    #expect(new?.footprint.radius.value == 150)
    #expect((old?.footprint.radius.value ?? 0) > 10_000)
    #expect(old?.footprint.reason.contains("in 1999 it may have stood elsewhere in Kyiv") == true)
  }

  /// Adjectives of states are written small in most languages.
  @Test(arguments: [
    (
      "ru", "Вчера возле польского посольства в Тунисе взорвалась бомба, но никто не был ранен.",
      "Embassy of Poland in Tunis"
    ),
    ("uk", "Учора біля турецького консульства в Басрі вибухнула бомба.", "Turkey"),
    ("ro", "Ieri o bombă a explodat lângă ambasada germană din Lima.", "Embassy of Germany in Lima"),
    (
      "fr", "Hier, une bombe a explosé devant l'ambassade italienne à Nairobi.", "Embassy of Italy in Nairobi"
    ),
    (
      "de", "Vor der spanischen Botschaft in Lima ist gestern eine Bombe explodiert.",
      "Embassy of Spain in Lima"
    ),
    ("tr", "Dün Nairobi'deki İtalyan büyükelçiliği önünde bomba patladı.", "Embassy of Italy in Nairobi"),
  ])
  func smallAdjectivesNameTheOperator(language: String, text: String, site: String) async throws {
    let found = try await run([["id": "r", "published": "2020-05-05", "text": text]])
    #expect(found.documents.first?.language == language)
    #expect(found.incidents.first?.siteName?.contains(site) == true)
  }

  /// What did not happen makes no incident.
  @Test(arguments: [
    "The militants threatened to attack the Chinese embassy in Islamabad next week.",
    "Police foiled a plot to bomb the Indian consulate in Jalalabad.",
    "Firefighters held a drill at the Brazilian embassy in Rome on Monday, simulating an explosion.",
    "Brazil's attack destroyed Italy's defence in the match on Sunday in Milan.",
    "Such attacks on the Polish embassy in Vienna are unacceptable.",
    "The shelling of the embassy in Madrid in 1936 is told in a new book.",
  ])
  func noIncident(text: String) async throws {
    let found = try await run([["id": "r", "published": "2021-06-15", "text": text]])
    #expect(found.incidents.map(\.id) == [])
  }
}
