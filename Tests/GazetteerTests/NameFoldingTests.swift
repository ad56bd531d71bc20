import Foundation
import Gazetteer
import Testing

@Suite struct NameFoldingTests {
  let folding = Fixture.shared.folding

  @Test(arguments: [
    ("ODESA", "odesa"), ("Odesʼa", "odesa"), ("Oděsa", "odesa"), ("O’Brien", "obrien"),
    ("Ivano-Frankivs’k", "ivano frankivsk"), ("Bosnia–Herzegovina", "bosnia herzegovina"),
    ("Bakı", "baki"), ("Gəncə", "gence"), ("İSTANBUL", "istanbul"), ("Gießen", "giessen"),
    ("Київ", "киив"), ("Йошкар-Ола", "иошкар ола"), ("Чёрное море", "черное море"),
    ("Chișinău", "chisinau"), ("Chişinău", "chisinau"), ("Tromsø", "tromso"),
    ("U.S.", "u s"), ("Ft. Worth", "ft worth"), ("São  Paulo", "sao paulo"), ("Ｔｏｋｙｏ", "tokyo"),
    ("Kyiv¹", "kyiv"), ("ﬁjord", "fijord"), ("Ａ\u{00AD}b\u{200B}c\u{FEFF}d", "abcd"), ("Αθήνα", "αθηνα"),
    ("서울", "서울"), ("दिल्ली", "दिल्ली"), ("", ""), ("—", ""), ("東京", "東京"),
  ])
  func foldsAsExpected(_ name: String, _ expected: String) {
    // Strings compare by canonical equivalence, which is what Hangul needs here; the rest is plain.
    #expect(folding.fold(name) == expected, "\(name)")
  }

  /// Composed and decomposed text must meet for every letter, or a document's encoding decides what is found.
  @Test func composedAndDecomposedFoldAlike() {
    var checked = 0
    for value in UInt32(0x80)..<0x30000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory.isLetter else { continue }
      let composed = String(scalar)
      let decomposed = composed.decomposedStringWithCanonicalMapping
      guard !decomposed.unicodeScalars.elementsEqual(composed.unicodeScalars) else { continue }
      // CJK compatibility ideographs never occur in NFC text: normalisation replaces them for good.
      if (0xF900...0xFAFF).contains(value) || value >= 0x2F800 { continue }
      checked += 1
      #expect(
        folding.foldedBytes(composed) == folding.foldedBytes(decomposed), "U+\(String(value, radix: 16))")
    }
    #expect(checked > 12_000)
  }

  @Test func caseMakesNoDifference() {
    for value in UInt32(0x41)..<0x2F00 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .uppercaseLetter else {
        continue
      }
      let lower = scalar.properties.lowercaseMapping
      #expect(folding.fold(String(scalar)) == folding.fold(lower), "U+\(String(value, radix: 16))")
    }
  }

  @Test func overridesWin() {
    let plain = NameFolding()
    #expect(plain.fold("Gəncə") == "gəncə")
    let own = NameFolding(overrides: ["ö": "oe", "_": " ", "x": ""])
    #expect(own.fold("Köln_Axel") == "koeln ael")
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isLetter: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
    default: false
    }
  }
}
