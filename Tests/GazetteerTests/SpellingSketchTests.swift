import Testing

@testable import Gazetteer

@Suite struct SpellingSketchTests {
  private func sketch(_ name: String) -> SpellingSketch {
    let folding = NameFolding(FoldTableBuilder(overrides: [:]).tables())
    var buffer = TokenBuffer(capacity: 64)
    var sketch = SpellingSketch()
    var name = name
    name.withUTF8 { text in folding.forEachToken(in: text, buffer: &buffer) { sketch.append($0) } }
    return sketch
  }

  @Test(
    "spellings of one name agree",
    arguments: [
      ("Misratah", "Misrata"), ("Mykolayiv", "Mykolaiv"), ("Mykolayiv", "Миколаїв"), ("Izmayil", "Izmail"),
      ("Slovyansk", "Слов'янськ"), ("Kyiv", "Kiev"), ("Kharkiv", "Харьков"), ("Odesa", "Odessa"),
      ("Luhansk", "Lugansk"), ("Yavoriv", "Jaworiw"), ("Al Basrah", "Basra"), ("Banghāzī", "Benghazi"),
      ("Chernihiv", "Tschernihiw"), ("Chernihiv", "Tchernihiv"), ("Zhytomyr", "Житомир"), ("Sumy", "Soumy"),
    ])
  func agree(first: String, other: String) {
    #expect(sketch(first).isTelling)
    #expect(sketch(first) == sketch(other))
  }

  @Test(
    "other names of a place do not",
    arguments: [
      ("Mykolaivka", "Mykolaiv"), ("Nikopol", "Слов'янськ"), ("Yekaterinburg", "Sverdlovsk"),
      ("Lviv", "Lemberg"),
      ("Almaty", "Verny"), ("Myrnohrad", "Dymytrov"),
    ])
  func differ(first: String, other: String) {
    #expect(sketch(first) != sketch(other))
  }

  @Test(
    "what has one consonant, or letters of another script, tells nothing",
    arguments: ["Aue", "Uh", "بغداد", "東京"])
  func telling(name: String) { #expect(!sketch(name).isTelling) }
}
