import Testing

@testable import Incidents

@Suite struct TriggerTests {
  /// Sentence, language, the kind of its event or why it is none.
  static let sentences: [(String, String, IncidentKind?)] = [
    ("A car bomb exploded outside {the embassy}.", "en", .bombing),
    ("A missile hit {the embassy} and destroyed its roof.", "en", .missileStrike),
    ("An airliner crashed near [Riga].", "en", .aircraftCrash),
    ("Gunmen attacked {the embassy}.", "en", .armedAttack),
    ("A drone attack set the depot near [Riga] alight.", "en", .droneAttack),
    ("The militants threatened to attack {the embassy}.", "en", nil),
    ("The drill simulated an attack on {the embassy}.", "en", nil),
    ("Such attacks are unacceptable.", "en", nil),
    ("The attacks of 1983 on {the embassy} are still remembered by all.", "en", nil),
    ("A lorry laden with explosives was driven at {the embassy}.", "en", .bombing),
    ("The crowd scaled the wall of {the embassy}.", "en", .mobViolence),
    ("L'attaque au couteau devant {l'ambassade} a duré deux minutes.", "fr", .armedAttack),
    ("Der Mann soll einen Anschlag auf {die Botschaft} vorbereitet haben.", "de", nil),
    ("Вибухова хвиля вибила вікна {посольства}.", "uk", .explosion),
    ("Толпа забросала камнями {посольство} и снесла ворота.", "ru", .mobViolence),
    ("{Büyükelçilik} yakınında bir toplantı oldu.", "tr", nil),
    ("Police foiled a bombing in [Riga].", "en", nil),
    ("O rachetă a lovit {ambasada}.", "ro", .missileStrike),
    ("Un avion s-a prăbușit lângă [Riga].", "ro", .aircraftCrash),
    ("Astfel de atacuri sunt inacceptabile.", "ro", nil),
    ("Ракета упала на территории {посольства}.", "ru", .missileStrike),
    ("У {посольства} взорвался автомобиль.", "ru", .bombing),
    ("Дрон влучив у {посольство}.", "uk", .droneAttack),
    ("Уночі біля {посольства} пролунав вибух.", "uk", .explosion),
    ("{Səfirliyə} raket zərbəsi endirilib.", "az", .missileStrike),
    ("{Büyükelçilik} önünde bomba yüklü araç patladı.", "tr", .bombing),
    ("Bei einem Drohnenangriff wurde {die Botschaft} beschädigt.", "de", .droneAttack),
    ("Une voiture piégée a explosé devant {l'ambassade}.", "fr", .bombing),
    ("Le ministre a démenti tout bombardement de {l'ambassade}.", "fr", nil),
    ("{Səfirliyə} bomba qoyulması barədə zəng yalan çıxıb.", "az", nil),
    ("The blast heard at {the embassy} turned out to be fireworks.", "en", nil),
    ("Невідомий полоснув дипломата ножем біля {посольства}.", "uk", .armedAttack),
    ("A drone slammed into {the refinery}, setting a tank ablaze.", "en", .droneAttack),
    ("O dronă a lovit {rafinăria} și a incendiat un rezervor.", "ro", .droneAttack),
    ("Vor dem Tor {der Botschaft} explodierte eine Bombe.", "de", .bombing),
    ("Bomba {səfirliyin} önündə partlayıb, bir nəfər qolundan yaralanıb.", "az", .bombing),
    (
      "Un policier a été tué par balles dans l'exercice de ses fonctions devant {l'ambassade}.", "fr",
      .armedAttack
    ),
    ("Bewaffnete stürmten das Gelände {der Botschaft}; ein Treffer zerstörte ein Auto.", "de", .armedAttack),
    ("In der Nacht drangen zwanzig Männer in {die Botschaft} ein.", "de", .mobViolence),
  ]

  @Test(arguments: sentences)
  func kinds(text: String, language: String, expected: IncidentKind?) throws {
    let view = try Harness.view(text, language: language)
    let triggers = TriggerReader(view: view).triggers().filter { $0.exclusion == nil }
    let clusters = ClusterReader(view: view).clusters(of: triggers)
    let geocoded = Harness.geocoded(text, language: language, published: nil)
    let ranks = geocoded.mentions.map(PlaceRank.of)
    let drafts = DraftReader(view: view, mentions: geocoded.mentions, ranks: ranks).drafts(of: clusters)
    #expect(drafts.first?.kind == expected)
  }
}
