import Foundation
import Reading
import Testing

@Suite struct DateReaderTests {
  static func document(_ text: String, _ published: String?) -> Document {
    let source = SourceText(text)
    var tokens = TokenizedText()
    Tokenizer.tokenize(source.utf8, 0..<source.utf8.count, into: &tokens)
    var document = Document(id: "t", text: source, language: "en", tokens: tokens)
    document.published = published.flatMap { CalendarDate(iso: $0) }.map { PublicationDate(date: $0) }
    document.sentences = [
      Sentence(range: 0..<source.utf8.count, tokens: 0..<tokens.tokens.count, paragraph: 0, role: .body)
    ]
    return document
  }

  static func read(_ text: String, _ language: String, _ published: String?) throws -> [String] {
    let lexicon = try TestLexicons.lexicon(language)
    return DateReader(lexicon: lexicon).expressions(in: document(text, published), sentence: 0).map {
      switch $0.value {
      case .spans(let spans):
        spans.map { $0.from == $0.to ? "\($0.from)" : "\($0.from)/\($0.to)" }.joined(separator: "+")
      case .open(let month, let day, _): "open \(month ?? 0)-\(day ?? 0)"
      }
    }
  }

  /// Text, language, publication date, expected days.
  static let cases: [(String, String, String?, [String])] = [
    ("It happened on March 3, 2019.", "en", nil, ["2019-03-03"]),
    ("on 3 March 2019", "en", nil, ["2019-03-03"]),
    ("on March 8 and 18, 2019, drones", "en", nil, ["2019-03-08+2019-03-18"]),
    ("between 8–10 March 2019", "en", nil, ["2019-03-08/2019-03-10"]),
    ("from 3 to 5 May 2020", "en", nil, ["2020-05-03/2020-05-05"]),
    ("in February 2020", "en", nil, ["2020-02-01/2020-02-29"]),
    ("in August and November", "en", nil, ["open 8-0", "open 11-0"]),
    ("in August and November", "en", "2026-02-14", ["2025-08-01/2025-08-31", "2025-11-01/2025-11-30"]),
    ("in January and March 2021", "en", "2024-01-01", ["2021-01-01/2021-01-31", "2021-03-01/2021-03-31"]),
    ("last November the ministry", "en", "2026-02-14", ["2025-11-01/2025-11-30"]),
    ("back in November of last year", "en", "2026-02-14", ["2025-11-01/2025-11-30"]),
    ("in December last year", "en", "2025-11-15", ["2024-12-01/2024-12-31"]),
    ("on 28 August this year", "en", "2025-11-15", ["2025-08-28"]),
    ("on Friday", "en", "2025-11-15", ["2025-11-14"]),
    ("during an overnight barrage on Friday", "en", "2025-11-15", ["2025-11-14"]),
    ("strikes on the city last night", "en", "2025-11-14", ["2025-11-14"]),
    ("shot dead yesterday", "en", "2018-11-24", ["2018-11-23"]),
    ("a few days ago", "en", "2022-03-13", ["2022-03-06/2022-03-12"]),
    ("three days ago", "en", "2022-03-13", ["2022-03-10"]),
    ("said on Saturday that a day earlier", "en", "2013-02-02", ["2013-02-02", "2013-02-01"]),
    ("last September", "en", "2013-04-23", ["2012-09-01/2012-09-30"]),
    ("the handover is planned for Friday", "en", "2024-08-13", []),
    ("Friday, 14 November 2025", "en", nil, ["2025-11-14"]),
    ("the war of 2011", "en", nil, ["2011-01-01/2011-12-31"]),
    ("they may march on", "en", "2025-01-01", []),
    ("on 2025-11-14 and 14/11/2025", "en", nil, ["2025-11-14", "2025-11-14"]),
    ("04/05/2025", "en", nil, ["open 0-0"]),
    ("în ianuarie 2024, și în august 2025", "ro", nil, ["2024-01-01/2024-01-31", "2025-08-01/2025-08-31"]),
    ("produse în august anul acesta", "ro", "2025-11-14", ["2025-08-01/2025-08-31"]),
    ("în decembrie anul trecut", "ro", "2025-11-14", ["2024-12-01/2024-12-31"]),
    ("s-a produs în mai multe orașe", "ro", "2025-11-14", []),
    ("s-a produs în mai, multe orașe", "ro", "2025-11-14", ["2025-05-01/2025-05-31"]),
    (
      "opened in March 2015 and burnt in November of that year", "en", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-01/2015-11-30"]
    ),
    (
      "în martie 2015, iar în noiembrie același an", "ro", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-01/2015-11-30"]
    ),
    (
      "в марте 2015 года, а 3 ноября того же года", "ru", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-03"]
    ),
    (
      "у березні 2015 року, а 3 листопада того ж року", "uk", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-03"]
    ),
    (
      "2015-ci ilin martında, həmin ilin noyabrında", "az", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-01/2015-11-30"]
    ),
    (
      "Mart 2015'te ve aynı yılın Kasım ayında", "tr", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-01/2015-11-30"]
    ),
    (
      "im März 2015 und im November desselben Jahres", "de", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-01/2015-11-30"]
    ),
    (
      "en mars 2015, puis en novembre de la même année", "fr", "2020-05-05",
      ["2015-03-01/2015-03-31", "2015-11-01/2015-11-30"]
    ),
    ("în noaptea de miercuri spre joi", "ro", "2018-02-22", ["2018-02-22"]),
    ("la 14 noiembrie 2025", "ro", nil, ["2025-11-14"]),
    ("acum trei zile", "ro", "2025-11-14", ["2025-11-11"]),
    ("14 ноября 2025 года", "ru", nil, ["2025-11-14"]),
    ("8 и 18 августа", "ru", "2025-11-14", ["2025-08-08+2025-08-18"]),
    ("в ноябре прошлого года", "ru", "2026-02-14", ["2025-11-01/2025-11-30"]),
    ("утром во вторник", "ru", "2016-08-30", ["2016-08-30"]),
    ("два дня назад", "ru", "2016-08-30", ["2016-08-28"]),
    ("в марте 2022-го", "ru", nil, ["2022-03-01/2022-03-31"]),
    ("14.11.2025 произошло", "ru", nil, ["2025-11-14"]),
    ("28 серпня цього року удар", "uk", "2025-11-14", ["2025-08-28"]),
    ("а 8 та 18 серпня", "uk", "2025-11-14", ["2025-08-08+2025-08-18"]),
    ("минулої ночі", "uk", "2025-11-14", ["2025-11-14"]),
    ("У березні 2022-го", "uk", nil, ["2022-03-01/2022-03-31"]),
    ("5 avqust 2022-ci il", "az", nil, ["2022-08-05"]),
    ("2022-ci ilin mart ayında", "az", nil, ["2022-03-01/2022-03-31"]),
    ("noyabrın 14-də", "az", "2025-11-20", ["2025-11-14"]),
    ("dünən edilən hücum", "az", "2022-08-05", ["2022-08-04"]),
    ("14 Kasım 2025 Cuma", "tr", nil, ["2025-11-14"]),
    ("14 Kasım'da", "tr", "2025-11-20", ["2025-11-14"]),
    ("bugün saat 13.15", "tr", "2013-02-01", ["2013-02-01"]),
    ("am 14. November 2025", "de", nil, ["2025-11-14"]),
    ("vor drei Tagen", "de", "2025-11-14", ["2025-11-11"]),
    ("im vergangenen Jahr", "de", "2025-11-14", ["2024-01-01/2024-12-31"]),
    ("le 14 novembre 2025", "fr", nil, ["2025-11-14"]),
    ("il y a deux jours", "fr", "2025-11-14", ["2025-11-12"]),
    ("le 1er mars 2021", "fr", nil, ["2021-03-01"]),
    ("On Jan. 2, 2019, and on the 7th of June 2019", "en", nil, ["2019-01-02", "2019-06-07"]),
    ("In August 8 people died", "en", "2020-09-01", ["2020-08-01/2020-08-31"]),
    ("on May 5, 12 soldiers died", "en", "2020-09-01", ["2020-05-05"]),
    ("in the summer of 2018", "en", nil, ["2018-06-01/2018-08-31"]),
    ("in the 1970s", "en", nil, ["1970-01-01/1979-12-31"]),
    ("twenty-five years ago today", "en", "2020-09-01", ["1995-09-01"]),
    ("hit yesterday and again last night", "en", "2020-09-02", ["2020-09-01", "2020-09-02"]),
    ("the match will be held on 20 November", "en", "2020-09-02", []),
    ("three days earlier", "en", "2020-09-02", ["open 0-0"]),
    ("on 15 August 2009, five days before the election", "en", nil, ["2009-08-15"]),
    ("şənbədən bazara keçən gecə", "az", "2016-01-04", ["2016-01-03"]),
    ("cümədən şənbəyə keçən gecə", "az", "2016-01-04", ["2016-01-02"]),
    ("mayın 2-dən 3-nə keçən gecə", "az", "2016-05-09", ["2016-05-03"]),
    ("cumartesiyi pazara bağlayan gece", "tr", "2016-01-04", ["2016-01-03"]),
    ("cumayı cumartesiye bağlayan gece", "tr", "2016-01-04", ["2016-01-02"]),
    ("2 Mayıs'ı 3 Mayıs'a bağlayan gece", "tr", "2016-05-09", ["2016-05-03"]),
    ("on 8 August 2020, three days earlier", "en", nil, ["2020-08-08", "2020-08-05"]),
    ("acum două luni", "ro", "2020-09-02", ["2020-07-01/2020-07-31"]),
    ("între 3 și 5 mai 2020", "ro", nil, ["2020-05-03/2020-05-05"]),
    ("în vara anului 2020", "ro", nil, ["2020-06-01/2020-08-31"]),
    ("загрязняли окружающую среду", "ru", "2020-09-02", []),
    ("в среду", "ru", "2020-09-04", ["2020-09-02"]),
    ("в 1990-х годах", "ru", nil, ["1990-01-01/1999-12-31"]),
    ("уночі, а також у середу", "uk", "2020-09-04", ["2020-09-04", "2020-09-02"]),
    ("2020-ci il noyabrın 14-də", "az", nil, ["2020-11-14"]),
    ("keçən il dekabrda", "az", "2020-09-02", ["2019-12-01/2019-12-31"]),
    (
      "geçen yıl Aralık ayında, 2011'den beri", "tr", "2020-09-02",
      ["2019-12-01/2019-12-31", "2011-01-01/2011-12-31"]
    ),
    ("zwischen 3. und 5. Mai 2020", "de", nil, ["2020-05-03/2020-05-05"]),
    ("dans la nuit de mercredi à jeudi", "fr", "2020-09-04", ["2020-09-03"]),
    ("on the 2nd of last month", "en", "2020-01-24", ["2019-12-02"]),
    ("pe 2 ale lunii trecute", "ro", "2020-03-24", ["2020-02-02"]),
    ("Anfang des Monats", "de", "2020-09-12", ["2020-09-01/2020-09-12"]),
    ("am Neujahrstag 2014", "de", nil, ["2014-01-01"]),
    ("on Christmas Eve 2012", "en", nil, ["2012-12-24"]),
    ("in den ersten Januartagen", "de", "2020-09-12", ["2020-01-01/2020-01-31"]),
    ("20 серпня 2020 року, двома днями раніше", "uk", nil, ["2020-08-20", "2020-08-18"]),
  ]

  @Test(arguments: cases)
  func dates(text: String, language: String, published: String?, expected: [String]) throws {
    #expect(try Self.read(text, language, published) == expected)
  }

  @Test func reasonsNameTheWords() throws {
    let lexicon = try TestLexicons.lexicon("en")
    let dates = DateReader(lexicon: lexicon).expressions(
      in: Self.document("They met yesterday.", "2025-11-14"), sentence: 0)
    #expect(dates.first?.reason == "“yesterday”, counted from publication on 2025-11-14")
  }
}

/// The shipped lexicons, each parsed once.
enum TestLexicons {
  static func lexicon(_ language: String) throws -> Lexicon {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let file = root.appending(path: "data/lexicon/\(language).yaml")
    return try Lexicon(yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
  }
}
