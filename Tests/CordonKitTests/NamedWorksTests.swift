import CordonKit
import Testing

/// Refineries, ports and airports that no register has: where they are when only an adjective or a phrase names their
/// town.
@Suite struct NamedWorksTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    /// Place and kilometres within which it happened, rounded; `nil` when nothing is found.
    let told: String?
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(
      language: "ru", text: "В воскресенье дроны атаковали Орский НПЗ.",
      told: "Orsk 12"),
    Case(
      language: "ru", text: "В воскресенье дроны попали в резервуар Туапсинской нефтебазы.", told: "Tuapse 10"
    ),
    Case(language: "uk", text: "Уночі в неділю дрони атакували Кременчуцький НПЗ.", told: "Kremenchuk 12"),
    Case(language: "uk", text: "У неділю дрони вдарили по миколаївському порту.", told: "Mykolayiv 14"),
    Case(
      language: "de", text: "Am Sonntag explodierte am Hamburger Flughafen eine Bombe.", told: "Hamburg 32"),
    // No town is called so, and a port is no port of the sea's name.
    Case(language: "ru", text: "В воскресенье дроны атаковали морской порт.", told: nil),
    // The phrase that places the town takes in the word for the site.
    Case(
      language: "ru", text: "В воскресенье в аэропорту Махачкалы прогремел взрыв.", told: "Makhachkala 27"),
    // Airports that are called after somebody are registered.
    Case(
      language: "tr",
      text: "Pazar günü Sabiha Gökçen Havalimanı'nda bir bomba patladı. İstanbul Valiliği açıkladı.",
      told: "Istanbul 3"),
    Case(
      language: "ru", text: "В воскресенье в аэропорту Шереметьево в Москве прогремел взрыв.",
      told: "Moscow 3"),
    Case(language: "en", text: "A bomb went off near Lusaka airport on Sunday.", told: "Lusaka 58"),
    // A registered airport by its name in quotation marks, with or without a word for what it is.
    Case(language: "ru", text: "В воскресенье в аэропорту «Внуково» прогремел взрыв.", told: "Moscow 3"),
    Case(language: "ru", text: "В воскресенье в «Внуково» прогремел взрыв.", told: "Moscow 3"),
    Case(language: "tr", text: "Pazar günü \"Esenboğa\" Havalimanı'nda bomba patladı.", told: "Ankara 3"),
    Case(
      language: "az", text: "Bazar günü Moskvanın «Vnukovo» hava limanında partlayış baş verib.",
      told: "Moscow 3"),
    // One called after its town; where the town is told beside it, whatever its name.
    Case(
      language: "de", text: "Am Sonntag explodierte im Flughafen „Düsseldorf“ eine Bombe.",
      told: "Düsseldorf 27"),
    Case(
      language: "ru", text: "В воскресенье в аэропорту «Кольцово» в Екатеринбурге прогремел взрыв.",
      told: "Yekaterinburg 31"),
    // A hotel, a restaurant and a works may be called after any town.
    Case(language: "ru", text: "В воскресенье в отеле «Самара» прогремел взрыв.", told: nil),
    Case(language: "uk", text: "У неділю в готелі «Київ» стався вибух.", told: nil),
    Case(language: "az", text: "Bazar günü «Gəncə» otelində partlayış olub.", told: nil),
    Case(language: "ro", text: "Duminică o bombă a explodat la hotelul „Iași”.", told: nil),
    Case(
      language: "fr", text: "Une bombe a explosé dimanche au restaurant « Le Lyon » à Dakar.",
      told: "Dakar 14"),
    Case(language: "fr", text: "Une bombe a explosé dimanche au restaurant « Le Lyon ».", told: nil),
    Case(
      language: "ru", text: "В воскресенье в Ташкенте в ресторане «Самарканд» прогремел взрыв.",
      told: "Tashkent 12"),
  ]

  @Test(arguments: cases)
  func areFound(of given: Case) async throws {
    let story = StoryTests.Story(
      language: given.language, published: "2023-10-31", text: given.text, told: [])
    let found = try await StoryTests.incidents(of: story)
    let told = found.map { incident in
      let radius = Int((incident.footprint.radius.value / 1000).rounded())
      return "\(incident.placeName ?? "nowhere") \(radius)"
    }
    #expect(told == (given.told.map { [$0] } ?? []))
  }
}
