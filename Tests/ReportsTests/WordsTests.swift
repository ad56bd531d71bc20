import Foundation
import Testing

@testable import Reports

@Suite struct WordsTests {
  private func words(_ language: ReportLanguage) throws -> ReportWords {
    try ReportWords(folder: Sample.dataFolder + "/report", language: language)
  }

  private func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
  }

  /// The forms of counted nouns differ from language to language; all else is the same.
  @Test(arguments: ReportLanguage.allCases)
  func everyLanguageHasEveryWordWithItsPlaces(language: ReportLanguage) throws {
    let english = try words(.en)
    let other = try words(language)
    func names(_ words: ReportWords) -> Set<String> {
      Set(words.entries.keys.filter { !$0.contains("_count.") })
    }
    #expect(names(english) == names(other))
    #expect(names(english).count > 120)
    for (name, text) in other.entries {
      let model = english.entries[name] ?? (name.contains("_count.") ? "{n}" : "")
      #expect(places(text) == places(model), "\(language).\(name)")
      #expect(!text.isEmpty)
    }
    for noun in ["incidents", "documents", "sites", "statements", "claims", "accounts"] {
      for number in [0, 1, 2, 5, 11, 19, 20, 21, 22, 25, 101, 111, 112, 1_000_000] {
        #expect(other.count(number, noun).contains("\(number)"), "\(language) \(number) \(noun)")
      }
    }
  }

  @Test(arguments: [
    (ReportLanguage.ru, 1, "1 инцидент"), (.ru, 3, "3 инцидента"), (.ru, 11, "11 инцидентов"),
    (.ru, 21, "21 инцидент"), (.ru, 112, "112 инцидентов"), (.uk, 4, "4 інциденти"), (.uk, 5, "5 інцидентів"),
    (.ro, 1, "1 incident"), (.ro, 0, "0 incidente"), (.ro, 19, "19 incidente"), (.ro, 20, "20 de incidente"),
    (.ro, 101, "101 de incidente"), (.ro, 102, "102 incidente"), (.az, 5, "5 hadisə"),
    (.en, 0, "0 incidents"),
  ])
  func numbersAgreeWithTheirNouns(language: ReportLanguage, number: Int, expected: String) throws {
    #expect(try words(language).count(number, "incidents") == expected)
  }

  /// A template that names a word nobody has would show nothing.
  @Test func templatesNameKnownWords() throws {
    let known = try words(.en).entries
    let folder = Sample.dataFolder + "/report"
    var named = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".mustache")
    {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      for word in text.matches(of: /\{\{w\.([a-z_]+)\}\}/) {
        named += 1
        #expect(known[String(word.1)] != nil, "\(file): \(word.1)")
      }
    }
    #expect(named > 60)
  }

  /// What is put in is not looked at again.
  @Test func whatIsFilledInIsNoPlace() throws {
    #expect(try words(.en)("elsewhere", ["name": "{name} {n}"]) == "at {name} {n}")
  }
}
