import CordonKit
import Incidents
import Testing

/// A mission that speaks of what happened elsewhere in its town is not where it happened.
@Suite struct OnlookersTests {
  private static let blasts: [String: String] = [
    "en": "A car bomb exploded at a bus stop in Quito on Tuesday. 37 people died.",
    "ru": "Во вторник в Кито взорвался заминированный автомобиль. Погибли 37 человек.",
    "uk": "У вівторок у Кіто вибухнув замінований автомобіль. Загинули 37 людей.",
    "de": "In Quito ist am Dienstag eine Autobombe explodiert. 37 Menschen starben.",
    "fr": "Une voiture piégée a explosé mardi à Quito. 37 personnes sont mortes.",
    "ro": "Marți o mașină-capcană a explodat la Quito. 37 de oameni au murit.",
    "tr": "Quito'da salı günü bomba yüklü araç havaya uçuruldu. 37 kişi öldü.",
    "az": "Kitoda çərşənbə axşamı bomba yüklü avtomobil havaya uçurulub. 37 nəfər ölüb.",
  ]

  static let onlookers: [(language: String, said: String)] = [
    ("en", "The Georgian embassy said there were no Georgian citizens among the dead."),
    ("en", "The Indian embassy in Quito confirmed that two Indian citizens were killed in the blast."),
    ("en", "The Polish embassy is checking whether Poles are among the dead."),
    ("en", "According to the Japanese embassy, a Japanese woman was killed in the attack."),
    (
      "en",
      "The Mexican embassy condemned the attack and expressed condolences to the families of those killed."
    ),
    ("en", "The US embassy had warned two days earlier of an attack on government buildings."),
    ("en", "Flowers for those killed in the bombing were laid outside the embassy of Ecuador in Madrid."),
    ("en", "The Canadian embassy has sent a consul to the hospital where the wounded were taken."),
    ("en", "The Chilean embassy opened a hotline for relatives of those killed."),
    ("ru", "Посольство Грузии сообщило, что среди погибших граждан Грузии нет."),
    ("ru", "Посольство Польши проверяет, есть ли среди погибших поляки."),
    ("ru", "По данным посольства Японии, при взрыве погибла японка."),
    ("ru", "В посольстве Индии подтвердили, что при взрыве погибли двое граждан Индии."),
    ("ru", "Посольство Индии подтвердило, что при взрыве погибли двое граждан страны."),
    ("uk", "Посольство Індії підтвердило, що під час вибуху загинули двоє громадян країни."),
    ("uk", "Посольство Грузії повідомило, що серед загиблих громадян Грузії немає."),
    ("uk", "У посольстві Індії підтвердили, що під час вибуху загинули двоє громадян країни."),
    ("de", "Die indische Botschaft bestätigte, dass bei der Explosion zwei Inder getötet wurden."),
    ("de", "Nach Angaben der japanischen Botschaft wurde bei dem Anschlag eine Japanerin getötet."),
    ("de", "Die georgische Botschaft prüft, ob Georgier unter den Toten sind."),
    ("fr", "L'ambassade d'Inde a confirmé que deux Indiens avaient été tués dans l'explosion."),
    ("fr", "Selon l'ambassade du Japon, une Japonaise a été tuée dans l'attentat."),
    ("fr", "L'ambassade de Géorgie vérifie si des Géorgiens figurent parmi les morts."),
    ("ro", "Ambasada Indiei a confirmat că doi indieni au fost uciși în explozie."),
    ("ro", "Potrivit ambasadei Japoniei, o japoneză a murit în atac."),
    ("ro", "Ambasada Georgiei verifică dacă printre morți se află cetățeni georgieni."),
    ("tr", "Hindistan Büyükelçiliği patlamada iki Hindistan vatandaşının öldüğünü doğruladı."),
    ("tr", "Gürcistan Büyükelçiliği saldırıyı kınadı ve ölenlerin yakınlarına başsağlığı diledi."),
    ("tr", "Gürcistan Büyükelçiliği ölenler arasında Gürcistan vatandaşı bulunmadığını açıkladı."),
    ("az", "Hindistan səfirliyi partlayışda iki Hindistan vətəndaşının öldüyünü təsdiqləyib."),
    ("az", "Gürcüstan səfirliyi hücumu pisləyib və həlak olanların yaxınlarına başsağlığı verib."),
    ("az", "Gürcüstan səfirliyi bildirib ki, ölənlər arasında Gürcüstan vətəndaşı yoxdur."),
  ]

  @Test(arguments: onlookers)
  func isNotWhereItHappened(language: String, said: String) async throws {
    let blast = try #require(Self.blasts[language])
    let story = StoryTests.Story(
      language: language, published: "2019-05-15", text: blast + "\n\n" + said, told: [])
    #expect(try await Self.told(story) == ["2019-05-14 bombing Quito 37/-"])
  }

  static let victims: [(language: String, said: String, kind: String)] = [
    ("en", "The Georgian embassy in Ankara said it came under fire on Tuesday.", "armed_attack"),
    (
      "en", "The Georgian embassy in Ankara said shots had been fired at its gate on Tuesday.", "armed_attack"
    ),
    ("ru", "Посольство Грузии в Анкаре сообщило, что во вторник подверглось нападению.", "other"),
    ("ru", "Посольство Грузии в Анкаре во вторник подверглось нападению, сообщила полиция.", "other"),
    ("uk", "Посольство Грузії в Анкарі у вівторок обстріляли, повідомила поліція.", "shelling"),
    (
      "de", "Die georgische Botschaft in Ankara teilte mit, sie sei am Dienstag beschossen worden.",
      "shelling"
    ),
    (
      "de",
      "Die Polizei teilte mit, die georgische Botschaft in Ankara sei am Dienstag beschossen worden.",
      "shelling"
    ),
    ("en", "Police said the Georgian embassy in Ankara was attacked on Tuesday.", "other"),
    ("fr", "L'ambassade de Géorgie à Ankara a été attaquée mardi, a indiqué la police.", "other"),
    ("ro", "Ambasada Georgiei la Ankara a fost atacată marți, a anunțat poliția.", "other"),
    ("tr", "Gürcistan'ın Ankara Büyükelçiliği salı günü saldırıya uğradığını açıkladı.", "other"),
    ("tr", "Gürcistan'ın Ankara Büyükelçiliği salı günü saldırıya uğradı, polis açıkladı.", "other"),
    ("az", "Gürcüstanın Ankaradakı səfirliyi çərşənbə axşamı hücuma məruz qalıb, polis bildirib.", "other"),
    (
      "az", "Gürcüstanın Ankaradakı səfirliyi bildirib ki, çərşənbə axşamı binasına atəş açılıb.",
      "armed_attack"
    ),
  ]

  @Test(arguments: victims)
  func isWhereItTellsOfItself(language: String, said: String, kind: String) async throws {
    let story = StoryTests.Story(language: language, published: "2019-05-15", text: said, told: [])
    #expect(try await Self.told(story) == ["2019-05-14 \(kind) Embassy of Georgia in Ankara -/-"])
  }

  /// Day, kind, place or site, and toll of each incident, in order.
  static func told(_ story: StoryTests.Story) async throws -> [String] {
    func told(_ count: Int?) -> String { count.map(String.init) ?? "-" }
    return try await StoryTests.incidents(of: story).map { incident in
      let place = incident.siteName ?? incident.placeName ?? "nowhere"
      return
        "\(incident.date.from) \(incident.kind.rawValue) \(place) \(told(incident.killed))/\(told(incident.injured))"
    }.sorted()
  }
}
