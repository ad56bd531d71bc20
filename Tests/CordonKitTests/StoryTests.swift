import CordonKit
import Foundation
import Incidents
import Testing

/// How sentences of a report go together: what dates, places and parts what was told before.
@Suite struct StoryTests {
  struct Story: Sendable, CustomTestStringConvertible {
    let language: String
    let published: String
    let text: String
    /// Day, kind and place or site of each incident, in order.
    let told: [String]
    var testDescription: String { "\(language): \(text.prefix(50))" }
  }

  static let stories: [Story] = [
    // A sentence that says when dates what was told without a day.
    Story(
      language: "de", published: "2019-05-16",
      text: """
        Vor der norwegischen Botschaft in Lima ist ein Wachmann erschossen worden. Die Tat ereignete sich am \
        Montagabend, wie die Polizei mitteilte.
        """,
      told: ["2019-05-13 armed_attack Embassy of Norway in Lima"]),
    // Two states have two missions, wherever in the town they are.
    Story(
      language: "en", published: "2019-05-16",
      text: """
        A parcel exploded at the Norwegian embassy in Lima on Tuesday, wounding a clerk. Hours later another \
        parcel exploded at the Finnish embassy in the city.
        """,
      told: [
        "2019-05-14 bombing Embassy of Finland in Lima", "2019-05-14 bombing Embassy of Norway in Lima",
      ]),
    // What smoke rose from on Saturday was set on fire before; the day is told later.
    Story(
      language: "en", published: "2019-05-18",
      text: """
        Smoke rose over Lima on Saturday, hours after a crowd had set fire to the Norwegian embassy there. \
        The crowd smashed windows on Friday evening.
        """,
      told: ["2019-05-17 arson Embassy of Norway in Lima"]),
    // A town where somebody only met is not where it goes on "in the same city".
    Story(
      language: "az", published: "2019-05-16",
      text: """
        Dünən Limada Norveçin səfirliyinə silahlı hücum edilib. Nazir Osloda iclas keçirib. Oslo hücumu pisləyib. \
        Həmin şəhərdə bir gün əvvəl üç sürücü qaçırılmışdı.
        """,
      told: ["2019-05-14 abduction Lima", "2019-05-15 armed_attack Embassy of Norway in Lima"]),
    // The town says more than the country named before it.
    Story(
      language: "uk", published: "2019-05-16",
      text: "Учора по базах у Перу, зокрема в Аякучо, випустили ракети. Жертв там не було.",
      told: ["2019-05-15 missile_strike Ayacucho"]),
    // Where somebody is buried or who speaks is not where he was killed.
    Story(
      language: "tr", published: "2019-05-17",
      text: """
        Lima'da silahlı saldırı. Çarşamba günü bir lokantada silahlı saldırıya uğrayan görevli, dün Oslo'da \
        toprağa verildi.
        """,
      told: ["2019-05-15 armed_attack Lima"]),
    Story(
      language: "fr", published: "2019-05-17",
      text: "Un garde a été tué par balles mercredi à Lima. Selon Oslo, l'attaque visait l'ambassade.",
      told: ["2019-05-15 armed_attack Lima"]),
  ]

  @Test(arguments: stories)
  func goesOn(story: Story) async throws {
    let folder = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: SeedsTests.root, create: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.jsonl")
    let record = try JSONSerialization.data(withJSONObject: [
      "id": "report", "language": story.language, "published": story.published, "text": story.text,
    ])
    try record.write(to: file)
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    let found = try await Pipeline(workspace: workspace).run([file.path]).incidents
    let told = found.map { "\($0.date.from) \($0.kind.rawValue) \($0.siteName ?? $0.placeName ?? "nowhere")" }
    #expect(told.sorted() == story.told)
  }
}
