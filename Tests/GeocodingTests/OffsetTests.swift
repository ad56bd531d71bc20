import Geocoding
import Testing

@Suite struct OffsetTests {
  let world = GeocoderTestWorld.shared

  /// What may stand before, between and in names; offsets count scalars of the text as read through all of it.
  @Test(
    "a span is the words as they stand, in scalars of the text as read",
    arguments: [
      ("🙂👩‍👩‍👧 Fire in Bergen.", ["Bergen"]),
      ("A cafe\u{301} burned in Trondheim.", ["Trondheim"]),
      ("Smoke.\r\nFire in Bergen\r\nand Oslo.", ["Bergen", "Oslo"]),
      ("Smoke.\u{2028}Fire in Bergen\u{2028}and in Oslo.", ["Bergen", "Oslo"]),
      ("Fire in Ber\u{AD}gen and in Trond\u{200B}heim.", ["Ber\u{AD}gen", "Trond\u{200B}heim"]),
      ("Fire in Ri\u{304}ga and in Oslo.", ["Ri\u{304}ga", "Oslo"]),
      ("\u{FEFF}Fire in Bergen.", ["Bergen"]),
      ("Fire in \u{202A}Bergen\u{202C} and in Oslo.", ["Bergen", "Oslo"]),
    ])
  func scalars(text: String, expected: [String]) throws {
    let document = try world.document(text)
    let scalars = Array(document.text[0..<document.text.utf8.count].unicodeScalars)
    let found = world.geocoder.mentions(in: document).filter { $0.role == .place }.map { mention in
      let range = document.text.scalarRange(ofBytes: mention.range)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[range])
      return String(words)
    }
    #expect(found.map(scalarList) == expected.map(scalarList))
  }

  /// Swift compares strings by canonical equivalence; these tests must not.
  private func scalarList(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test("a name is one place whatever its normal form", arguments: ["Daşkənd", "Das\u{327}kənd"])
  func normalForms(name: String) throws {
    #expect(try world.places("\(name) şəhərində yanğın oldu.", "az").map { $0.suffix(7) } == ["1512569"])
  }
}
