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
    // An adjective between a part and its mission belongs to one name, not to two.
    Story(
      language: "ru", published: "2021-03-12",
      text: """
        Во вторник около полудня по местному времени у входа в консульский отдел норвежского посольства в Лусаке взорвал \
        себя неизвестный. Погибли двое.
        """,
      told: ["2021-03-09 bombing Embassy of Norway in Lusaka"]),
    // Whose fans were attacked does not say where.
    Story(
      language: "en", published: "2019-05-16",
      text: "Masked men attacked supporters of Utrecht outside a bar in Turin on Tuesday, injuring four.",
      told: ["2019-05-14 armed_attack Turin"]),
    // A trade that begins the headline is no town that is called so, and no street lies in it.
    Story(
      language: "en", published: "2019-05-16",
      text: """
        Weaver dies as grenade goes off on Ridge Road

        A woman was killed after a grenade was thrown at a bus stop in Lusaka on Tuesday evening.
        """,
      told: ["2019-05-14 explosion Lusaka"]),
    // An embassy beside a town abroad is not the one in the town that the report is about.
    Story(
      language: "ru", published: "2019-05-20",
      text: """
        В субботу самолёты нанесли удар по складам на западе Йемена. Об этом говорят в Сане и Адене.

        Дрон врезался в дом в Измире в пятницу, примерно в ста метрах от посольства Канады. Один человек убит.

        В Сане прошёл митинг.
        """,
      told: ["2019-05-17 drone_attack Embassy of Canada in İzmir", "2019-05-18 air_strike Yemen"]),
    // A court building is where it happened, and its day not that of a trial.
    Story(
      language: "az", published: "2019-05-20",
      text: "Bakıda dünən günorta məhkəmə binasının girişində bomba partladılıb, iki nəfər yaralanıb.",
      told: ["2019-05-19 bombing Baku"]),
    // What was fired towards a town did not come down in it.
    Story(
      language: "uk", published: "2019-05-20",
      text: "Ракету, випущену в бік Лодзі, збили в неділю над морем.",
      told: []),
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
    // Where a state's government sits is not where the next thing happened.
    Story(
      language: "en", published: "2019-05-16",
      text: """
        Lima — Oslo had moved its diplomats to a hotel. On Tuesday a car bomb exploded at the Norwegian embassy in \
        Lima. The capital had been nervous since 15 March, when somebody threw a grenade into a restaurant.
        """,
      told: ["2019-03-15 explosion Lima", "2019-05-14 bombing Embassy of Norway in Lima"]),
    // "The building", "its façade": of the mission that the sentence before was about.
    Story(
      language: "uk", published: "2019-05-16",
      text: """
        У вівторок біля норвезького посольства в Лімі вибухнув автомобіль. 3 березня 2018 року Іван Коваль \
        випустив по його фасаду десять куль з автомата.
        """,
      told: both),
    Story(
      language: "de", published: "2019-05-16",
      text: """
        Lima. Am Dienstag explodierte vor der norwegischen Botschaft eine Autobombe. Am 3. März 2018 hatte ein Mann \
        auf das Gebäude geschossen.
        """,
      told: both),
    Story(
      language: "ro", published: "2019-05-16",
      text: """
        O mașină-capcană a explodat marți la Ambasada Norvegiei din Lima. Pe 3 martie 2018, un bărbat a tras asupra \
        clădirii.
        """,
      told: both),
    Story(
      language: "ru", published: "2019-05-16",
      text: """
        Во вторник у посольства Норвегии в Лиме взорвался автомобиль. 3 марта 2018 года неизвестный открыл огонь по \
        фасаду здания.
        """,
      told: both),
    Story(
      language: "az", published: "2019-05-16",
      text: """
        Çərşənbə axşamı Norveçin Limadakı səfirliyi qarşısında avtomobil partladılıb. 3 mart 2018-ci ildə naməlum \
        şəxs binaya atəş açmışdı.
        """,
      told: both),
    Story(
      language: "tr", published: "2019-05-16",
      text: """
        Salı günü Norveç'in Lima Büyükelçiliği önünde bomba yüklü araç patladı. 3 Mart 2018'de kimliği belirsiz bir \
        kişi binaya ateş açmıştı.
        """,
      told: both),
    // "One of them" is the weapon that the sentence before named.
    Story(
      language: "ru", published: "2019-05-20",
      text: """
        На прошлой неделе дроны атаковали нефтебазу в Аякучо. В четверг один из них упал на терминал в Лиме.
        """,
      told: ["2019-05-13 drone_attack Ayacucho", "2019-05-16 drone_attack Lima"]),
    // A day to come, a death in hospital, and an attack whose anniversary it is.
    Story(
      language: "en", published: "2019-05-16",
      text: "Residents of Lima have been told not to be alarmed by explosions on 20 and 21 May.",
      told: []),
    Story(
      language: "tr", published: "2019-05-17",
      text: """
        Çarşamba günü Lima'da bir lokantada silahlı saldırı düzenlendi. Yaralanan kişi dün gece hastanede öldü.
        """,
      told: ["2019-05-15 armed_attack Lima"]),
    Story(
      language: "ro", published: "2019-05-16",
      text: "O bombă a explodat miercuri în Lima. Atentatul vine la 18 ani după cel din Cuzco.",
      told: ["2019-05-15 bombing Lima"]),
    // Rifles make no shelling, a school is not in the town of its name, and what was done tells more than by whom.
    Story(
      language: "de", published: "2019-05-17",
      text: "Unbekannte haben am Mittwoch in Lima die norwegische Botschaft mit Gewehren beschossen.",
      told: ["2019-05-15 armed_attack Embassy of Norway in Lima"]),
    Story(
      language: "fr", published: "2019-05-17",
      text: "Mercredi à Lima, des missiles ont touché le lycée Descartes. Deux civils ont été tués.",
      told: ["2019-05-15 missile_strike Lima"]),
    Story(
      language: "az", published: "2019-05-16",
      text: """
        Azərbaycanlı radikallar dünən Norveçin Limadakı səfirliyinə hücum ediblər. Onlar binaya boya və daş yağdırıb, \
        pəncərələri sındırıblar.
        """,
      told: ["2019-05-15 mob_violence Embassy of Norway in Lima"]),
    // Who, with what, when and where, and how many died: no word says that it was an attack.
    Story(
      language: "de", published: "2019-05-17",
      text: """
        Lima. Vor der norwegischen Botschaft standen gestern Besucher an, als zwei Männer Handgranaten über die \
        Mauer rollen ließen. Drei Menschen starben noch vor dem Tor.
        """,
      told: ["2019-05-16 explosion Embassy of Norway in Lima"]),
    Story(
      language: "az", published: "2019-05-17",
      text: "Dünən Limada iki silahlı Norveç səfirliyinin həyətinə girib. Üç nəfər həyatla vidalaşıb.",
      told: ["2019-05-16 armed_attack Embassy of Norway in Lima"]),
    Story(
      language: "tr", published: "2019-05-17",
      text: """
        Lima'da Norveç Büyükelçiliği önünde dün iki tetikçi araca yaklaştı. Şoför öldü, iki kişi yaralandı.
        """,
      told: ["2019-05-16 armed_attack Embassy of Norway in Lima"]),
    // A mission speaks for an event, whether a table has it or not.
    Story(
      language: "en", published: "2019-05-17",
      text: "On Tuesday a man rammed his car into the gate of the Norwegian embassy in Lima.",
      told: ["2019-05-14 other Embassy of Norway in Lima"]),
    Story(
      language: "uk", published: "2019-05-17",
      text: "У вівторок чоловік протаранив автомобілем ворота посольства Норвегії в Лімі.",
      told: ["2019-05-14 other Embassy of Norway in Lima"]),
    // Words in quotes, shots that were not fired, and a president elsewhere.
    Story(
      language: "uk", published: "2019-05-17",
      text: "Дипломати, що працюють у Лімі, провели середу під «обстрілом».",
      told: []),
    Story(
      language: "fr", published: "2019-05-17",
      text: "Aucun coup de feu n'a été tiré mardi à Lima.",
      told: []),
    Story(
      language: "uk", published: "2019-05-17",
      text: "Удар по Аякучо стався у вівторок, коли президент перебував у Лімі.",
      told: ["2019-05-14 air_strike Ayacucho"]),
    // What happened elsewhere at the same minute is told in the next sentence.
    Story(
      language: "de", published: "2019-05-17",
      text: """
        Gestern fielen in Lima Schüsse auf ein Café. Fast zur selben Minute geschah Ähnliches in Cuzco. Männer \
        nahmen dort einen Bus unter Feuer.
        """,
      told: ["2019-05-16 armed_attack Cusco", "2019-05-16 armed_attack Lima"]),
    // A name that begins with an article, a town's airport, a destination that nobody knows.
    Story(
      language: "en", published: "2019-05-17",
      text: "A parcel exploded at the Norwegian embassy in The Hague on Tuesday.",
      told: ["2019-05-14 bombing Embassy of Norway in The Hague"]),
    Story(
      language: "de", published: "2019-05-17",
      text: "Am Dienstag explodierte ein Paket in der norwegischen Botschaft in Den Haag.",
      told: ["2019-05-14 bombing Embassy of Norway in The Hague"]),
    Story(
      language: "en", published: "2019-05-17",
      text: "Two men drove a van into the doors of Glasgow Airport yesterday and opened fire.",
      told: ["2019-05-16 armed_attack Glasgow"]),
    Story(
      language: "ru", published: "2019-05-17",
      text: "Во вторник в Лиме неизвестные увезли консула Норвегии в неизвестном направлении.",
      told: ["2019-05-14 abduction Lima"]),
    // Before the dash stands the day of the report.
    Story(
      language: "en", published: "2019-05-17",
      text:
        "LIMA, May 16 (Agency) - A crowd stormed the Norwegian embassy in Lima on Tuesday, smashing windows.",
      told: ["2019-05-14 mob_violence Embassy of Norway in Lima"]),
    // The sentence behind an undated beginning tells its day.
    Story(
      language: "en", published: "2019-05-17",
      text:
        "A bomb went off outside the Norwegian embassy in Lima. Police say Tuesday's blast killed one man.",
      told: ["2019-05-14 bombing Embassy of Norway in Lima"]),
    Story(
      language: "ru", published: "2019-05-17",
      text:
        "17 мая 2019 г.\n\nВандалы забросали камнями посольство Норвегии в Лиме. По данным полиции, было это 15 мая.",
      told: ["2019-05-15 mob_violence Embassy of Norway in Lima"]),
    // Whoever also shoots is no mere arsonist.
    Story(
      language: "en", published: "2019-05-17",
      text:
        "On Tuesday two men set a car on fire outside the Norwegian embassy in Lima and shot at the gate.",
      told: ["2019-05-14 armed_attack Embassy of Norway in Lima"]),
    // Several blows hit each of two missions, and a consulate in a town that nobody knows is not in its own state.
    Story(
      language: "en", published: "2019-05-17",
      text: "Bomb attacks on the Norwegian and Japanese embassies in Lima on Tuesday killed two people.",
      told: ["2019-05-14 bombing Embassy of Japan in Lima", "2019-05-14 bombing Embassy of Norway in Lima"]),
    // An explosion that breaks windows is no riot.
    Story(
      language: "en", published: "2019-05-17",
      text: "An explosion outside the Norwegian embassy in Lima on Tuesday broke windows.",
      told: ["2019-05-14 explosion Embassy of Norway in Lima"]),
    Story(
      language: "az", published: "2019-05-17",
      text: "Norveçin Uanuskodakı konsulluğunda dünən iki işçi girov götürülüb.",
      told: []),
    // A country named in passing does not draw an event out of its town.
    Story(
      language: "fr", published: "2019-05-17",
      text: """
        Jeudi matin, des hommes ont ouvert le feu sur l'ambassade de Norvège à Quito. Au même moment, un véhicule \
        bourré d'explosifs sautait à l'état-major général des armées. Huit soldats sont morts.

        Le Groupe affirme avoir riposté à la mort de plusieurs de ses chefs en Colombie.
        """,
      told: ["2019-05-16 armed_attack Embassy of Norway in Quito", "2019-05-16 bombing Quito"]),
    // What a drone sets on fire was attacked by a drone.
    Story(
      language: "fr", published: "2019-05-17",
      text: "Une raffinerie de Talara a été touchée mardi par des drones, provoquant un incendie.",
      told: ["2019-05-14 drone_attack Talara"]),
    // Fans that are shot dead played no match, and how the gunman ended is no deed of its own.
    Story(
      language: "de", published: "2019-05-17",
      text: """
        Zwei norwegische Fußballfans sind am Montagabend in Lima erschossen worden. Der Attentäter wurde am \
        Dienstag in Cuzco von der Polizei erschossen.
        """,
      told: ["2019-05-13 armed_attack Lima"]),
    Story(
      language: "tr", published: "2019-05-17",
      text: """
        Lima'da pazartesi akşamı iki Norveçli taraftar silahla vurularak öldürüldü. Saldırgan salı günü Cuzco'da \
        polis tarafından öldürüldü.
        """,
      told: ["2019-05-13 armed_attack Lima"]),
    Story(
      language: "ru", published: "2019-05-17",
      text: "Двое норвежских болельщиков застрелены в понедельник вечером в Лиме.",
      told: ["2019-05-13 armed_attack Lima"]),
    // "Of that" is no state of Africa.
    Story(
      language: "uk", published: "2019-05-17",
      text: "Того ж дня в Лімі вибухнула бомба біля посольства Єгипту.",
      told: ["2019-05-16 bombing Embassy of Egypt in Lima"]),
  ]

  private static let both = [
    "2018-03-03 armed_attack Embassy of Norway in Lima", "2019-05-14 bombing Embassy of Norway in Lima",
  ]

  @Test(arguments: stories)
  func goesOn(story: Story) async throws {
    #expect(try await Self.told(story) == story.told)
  }

  /// Day, kind and place or site of each incident found, in order.
  static func told(_ story: Story) async throws -> [String] {
    try await incidents(of: story)
      .map { "\($0.date.from) \($0.kind.rawValue) \($0.siteName ?? $0.placeName ?? "nowhere")" }.sorted()
  }

  static func incidents(of story: Story) async throws -> [Incident] {
    let folder = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: SeedsTests.root, create: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.jsonl")
    let record = try JSONSerialization.data(withJSONObject: [
      "id": "report", "language": story.language, "published": story.published, "text": story.text,
    ])
    try record.write(to: file)
    let workspace = Workspace(dataFolder: SeedsTests.root.appending(path: "data").path)
    return try await Pipeline(workspace: workspace).run([file.path]).incidents
  }
}
