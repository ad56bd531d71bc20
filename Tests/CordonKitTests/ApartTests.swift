import CordonKit
import Incidents
import Testing

/// Two incidents of one town and day that a report tells apart, and one that it tells twice.
@Suite struct ApartTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    /// Killed and injured of each, as "3/-".
    let told: [String]
    var testDescription: String { "\(language): \(text.prefix(60))" }

    init(_ language: String, _ text: String, _ told: [String]) {
      self.language = language
      self.text = text
      self.told = told
    }
  }

  static let two: [Case] = [
    Case(
      "en",
      """
      On Tuesday morning two bombs exploded in the departure hall of the airport of Lomé, killing five people. \
      About an hour later another bomb went off at a metro station in the city, killing three.
      """, ["3/-", "5/-"]),
    Case(
      "en",
      """
      A car bomb exploded at the central market in Lomé on Tuesday, killing five people. In a separate attack, \
      gunmen opened fire on a police station in Lomé, killing two officers.
      """, ["2/-", "5/-"]),
    Case(
      "en",
      """
      Gunmen attacked the French embassy in Lomé on Tuesday and were shot dead. Meanwhile, across town, a second \
      blast hit the army headquarters, killing eight soldiers.
      """, ["-/-", "8/-"]),
    // What is told of both has no toll of its own.
    Case(
      "en",
      "Two explosions shook Lomé on Tuesday, one at the airport, the other at the Central Hotel. Seven people died.",
      ["-/-", "-/-"]),
    // A second mosque is another one.
    Case(
      "en",
      """
      A gunman attacked a mosque in Lomé on Tuesday, killing four. Minutes later another gunman opened fire in a \
      second mosque, killing three people.
      """, ["3/-", "4/-"]),
    // One sentence goes on to the site, the next tells what happened there.
    Case(
      "en",
      """
      On Tuesday a bomb exploded at the airport of Lomé, killing five people. An hour later it was the turn of the \
      central market. There the explosion killed three people.
      """, ["3/-", "5/-"]),
    Case(
      "ro",
      """
      Marți o bombă a explodat la piața din Lomé, ucigând trei oameni. O oră mai târziu, o altă explozie a avut loc \
      la gară, rănind patru persoane.
      """, ["-/4", "3/-"]),
    Case(
      "ru",
      """
      Во вторник на рынке в Ломе взорвалась бомба, погибли трое. Через час другой взрыв прогремел на вокзале, \
      ранены пятеро.
      """, ["-/5", "3/-"]),
    Case(
      "ru", "Два взрыва прогремели во вторник в Ломе: один на рынке, второй у церкви. Погибли семь человек.",
      ["-/-", "-/-"]),
    Case(
      "uk",
      """
      У вівторок на ринку в Ломе вибухнула бомба, загинули троє. За годину інший вибух пролунав біля школи, \
      поранено п'ятьох.
      """, ["-/5", "3/-"]),
    Case(
      "az",
      """
      Çərşənbə axşamı Lomedə bazarda bomba partlayıb, üç nəfər ölüb. Bir saat sonra başqa bir partlayış metro \
      stansiyasında baş verib, dörd nəfər yaralanıb.
      """, ["-/4", "3/-"]),
    Case(
      "tr",
      """
      Salı günü Lome'de bir pazar yerinde bomba patladı, üç kişi öldü. Bir saat sonra başka bir patlama polis \
      karakolunda meydana geldi, dört kişi yaralandı.
      """, ["-/4", "3/-"]),
    Case(
      "de",
      """
      Am Dienstag explodierte auf einem Markt in Lomé eine Bombe, drei Menschen starben. Eine Stunde später sprengte \
      sich ein weiterer Attentäter in der U-Bahn in die Luft, vier Menschen wurden verletzt.
      """, ["-/4", "3/-"]),
    Case(
      "fr",
      """
      Mardi une bombe a explosé au marché de Lomé, tuant trois personnes. Une heure plus tard, une autre explosion a \
      frappé un commissariat, blessant quatre personnes.
      """, ["-/4", "3/-"]),
  ]

  static let one: [Case] = [
    // The same blow, first by the town and then by the site.
    Case(
      "en",
      """
      A missile hit Lomé on Tuesday, killing five. The missile struck a hospital in the north of the city. Windows \
      were blown out at a nearby school.
      """, ["5/-"]),
    // A second one at the same site.
    Case(
      "en",
      """
      A blast shook Lomé on Tuesday. The explosion hit the central market, killing five. Minutes later a second \
      explosion tore through the market as rescuers arrived.
      """, ["5/-"]),
    // What belongs to the airport.
    Case(
      "en",
      """
      Missiles hit the airport of Lomé on Tuesday, killing three. Another missile hit the terminal, and a second \
      struck the fuel depot of the airport.
      """, ["3/-"]),
    // How one of the attackers ended, and a bomb that did not explode.
    Case(
      "en",
      """
      A suicide bomber blew himself up at a mosque in Lomé on Tuesday, killing two. Police said a second attacker was \
      shot dead at a checkpoint before he could detonate his vest. Another bomb was found at a hotel and defused.
      """, ["2/-"]),
    // Where people throw stones from.
    Case(
      "en",
      """
      A mob attacked the Danish embassy in Lomé on Tuesday, killing a guard. Another group threw stones at the police \
      from the market.
      """, ["1/-"]),
    Case(
      "ru",
      """
      Во вторник в Ломе прогремел взрыв, погибли трое. Взрыв произошел на рынке. Пострадавших доставили в другую \
      больницу.
      """, ["3/-"]),
    Case(
      "uk",
      """
      У вівторок ракета влучила в завод у Ломе, двоє загиблих. Пошкоджено школу і лікарню. Ще одна ракета впала в \
      полі.
      """, ["2/-"]),
    Case(
      "fr",
      """
      Des hommes armés ont attaqué mardi un hôtel à Lomé, tuant trois personnes. Peu après, les blessés ont été \
      conduits à l'hôpital.
      """, ["3/-"]),
    Case(
      "az",
      """
      Çərşənbə axşamı Lomedə restoranda partlayış olub, iki nəfər yaralanıb. Yaxınlıqdakı oteldə ikinci partlayışdan \
      danışılırdı.
      """, ["-/2"]),
    // The drill has two sites, too.
    Case(
      "en",
      """
      In a drill in Lomé on Tuesday a bomb exploded at the airport; meanwhile another mock bomb went off at a metro \
      station.
      """, []),
  ]

  /// "In the city" is the town, and not around the airport far out of it that the report told of first.
  @Test func theTownOfAnAirportIsTheTown() async throws {
    let story = StoryTests.Story(
      language: "ru", published: "2019-05-15",
      text: """
        Во вторник в аэропорту «Внуково» в Москве взорвалась бомба, погибли трое. 2 мая в городе прогремел взрыв, \
        ранены пятеро.
        """, told: [])
    let found = try await StoryTests.incidents(of: story)
    #expect(found.map(\.date.from.description) == ["2019-05-02", "2019-05-14"])
    #expect(found.map { Int($0.footprint.radius.value / 1000) } == [28, 2])
    #expect(found.map(\.footprint.anchorName) == ["Moscow", "Vnukovo Airport"])
  }

  /// The embassy may have stood anywhere in the town then, which makes it no part of what happened in a quarter.
  @Test func whatIsToldApartStaysSoWhereAMissionMayHaveMoved() async throws {
    let story = StoryTests.Story(
      language: "en", published: "2003-11-21",
      text: """
        On Thursday morning a truck bomb exploded outside a hotel in Kispest, killing five people. Minutes later \
        another truck blew up at the gate of the French embassy in Budapest, killing three.
        """,
      told: ["2003-11-20 bombing Embassy of France in Budapest", "2003-11-20 bombing Kispest"])
    let found = try await StoryTests.incidents(of: story)
    #expect(try await StoryTests.told(story) == story.told)
    #expect(found.map(\.killed) == [3, 5])
  }

  @Test(arguments: two + one)
  func areToldApartByWordsAndSites(given: Case) async throws {
    let story = StoryTests.Story(
      language: given.language, published: "2019-05-15", text: given.text, told: [])
    let found = try await StoryTests.incidents(of: story)
    func told(_ count: Int?) -> String { count.map(String.init) ?? "-" }
    #expect(found.map { "\(told($0.killed))/\(told($0.injured))" }.sorted() == given.told)
    #expect(found.allSatisfy { $0.date.from.description == "2019-05-14" && $0.placeName == "Lomé" })
  }
}
