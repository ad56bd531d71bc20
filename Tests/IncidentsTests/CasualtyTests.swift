import Testing

@testable import Incidents

@Suite struct CasualtyTests {
  /// Sentence, language, killed, injured; -1 stands for "some", nil for "not said".
  static let sentences: [(String, String, Int?, Int?)] = [
    ("The blast killed 11 people and wounded 85.", "en", 11, 85),
    ("At least 30 people were killed and more than 50 wounded.", "en", 30, 50),
    ("Nobody was hurt.", "en", nil, 0),
    ("There were no casualties.", "en", 0, 0),
    ("The bomber was killed.", "en", 0, nil),
    ("Up to 12 civilians were killed.", "en", 12, nil),
    ("Пилот Иван Сидоров погиб, двое пассажиров ранены.", "ru", 1, 2),
    ("При взрыве погиб 21 человек.", "ru", 21, nil),
    ("Лікар Петро Бондар загинув.", "uk", 1, nil),
    ("Rauf Əhmədov və Elçin Kərimov həlak olub.", "az", 2, nil),
    ("Șoferul a fost împușcat mortal.", "ro", 1, nil),
    ("Une dizaine de personnes ont été blessées.", "fr", nil, 10),
    ("Three gunmen were shot dead; two policemen were killed.", "en", 2, nil),
    ("The plane crashed, killing 38 people.", "en", 38, nil),
    ("The attack injured employees of the depot.", "en", nil, -1),
    ("A guard was wounded.", "en", nil, 1),
    ("A bomb went off, killing one soldier and injuring three others.", "en", 1, 3),
    ("Two guards, a cook and three passers-by were killed.", "en", 6, nil),
    ("Two civilians, a father and his son, were killed.", "en", 2, nil),
    ("A stray bullet wounded a guard.", "en", nil, 1),
    ("The ambassador and three other Americans were killed.", "en", 4, nil),
    ("A cook was hurt, two cars were damaged.", "en", nil, 1),
    ("Ein Mann hat drei Menschen mit einem Messer getötet.", "de", 3, nil),
    ("L'explosion a tué un veilleur de nuit.", "fr", 1, nil),
    ("Ожоги получили четверо рабочих, один из них в тяжёлом состоянии.", "ru", nil, 4),
    ("Унаслідок атаки загинула жінка, поранено водія та двох перехожих.", "uk", 1, 3),
    ("Saldırıda bir polis ile bir sivil yaralandı.", "tr", nil, 2),
    ("Au murit un jandarm și șoferul.", "ro", 2, nil),
    ("Nimeni nu a fost rănit.", "ro", nil, 0),
    ("Explozia a provocat moartea a 38 de persoane.", "ro", 38, nil),
    ("Никто не пострадал.", "ru", 0, 0),
    ("Погибли три человека, ранены 12.", "ru", 3, 12),
    ("Ніхто не постраждав.", "uk", 0, 0),
    ("Xəsarət alan yoxdur.", "az", nil, 0),
    ("Patlamada 5 kişi öldü, 12 kişi yaralandı.", "tr", 5, 12),
    ("Bei der Explosion wurden vier Menschen getötet und sieben verletzt.", "de", 4, 7),
    ("L'explosion a fait trois morts et douze blessés.", "fr", 3, 12),
    ("Police spoke of two marchers killed and 29 people hurt.", "en", 2, 29),
    ("Nine miners, most of them men from a village nearby, were killed.", "en", 9, nil),
    ("All on board died: 30 passengers and two pilots.", "en", 32, nil),
    ("They fought until the last of them was killed.", "en", nil, nil),
    ("Загинули всі, хто був у вагоні: 40 пасажирів та двоє водіїв.", "uk", 42, nil),
    ("Загинув 71-річний чоловік.", "uk", 1, nil),
    ("Baskında on beş kişi öldü.", "tr", 15, nil),
    ("Patlama büyük bir korkuya neden oldu, bir işçi öldü.", "tr", 1, nil),
    ("Səfir o vaxt evdə olub.", "az", nil, nil),
    ("Üç kişi güvenlik görevlisi Ali Kaya'yı öldürdü.", "tr", 1, nil),
    ("32 de pasageri ai cursei de dimineață de la Lima au ajuns la spital.", "ro", nil, 32),
    ("Patru oameni au fost răniți, trei în stare gravă.", "ro", nil, 4),
    ("Hospitals treated 27 people.", "en", nil, 27),
    ("Двоих спасти не удалось.", "ru", 2, nil),
    ("Două persoane, soț și soție, au murit.", "ro", 2, nil),
    ("По заводу випустили дев'ять ракет, загинула одна людина.", "uk", 1, nil),
    ("Saldırıda bir asker öldü, yoldan geçen bir işçi de öldü.", "tr", 1, nil),
    ("Launching nine missiles, they killed one soldier.", "en", 1, nil),
    (
      "Binaya soxulan adam mühafizə xidmətinin rəisi, baş leytenant Rauf Əhmədovu qətlə yetirib.", "az", 1,
      nil
    ),
    ("Сімнадцятьох людей врятувати не вдалося.", "uk", 17, nil),
  ]

  @Test(arguments: sentences)
  func tolls(text: String, language: String, killed: Int?, injured: Int?) throws {
    let findings = CasualtyReader(view: try Harness.view(text, language: language)).findings()
    func told(_ outcome: CasualtyReader.Outcome) -> Int? {
      let own = findings.filter { $0.outcome == outcome }
      return own.isEmpty ? nil : own.compactMap(\.count).first ?? -1
    }
    #expect(told(.killed) == killed)
    #expect(told(.injured) == injured)
  }
}
