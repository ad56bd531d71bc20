import Geocoding
import Testing

@Suite struct RecognitionTests {
  let world = GeocoderTestWorld.shared

  @Test(
    "a place is told from the rest of the sentence",
    arguments: [
      ("A bridge collapsed in Bergen on Sunday.", ["Bergen → geonames:3161732"]),
      (
        "The road from Oslo to Trondheim was closed.",
        ["Oslo → geonames:3143244", "Trondheim → geonames:3133880"]
      ),
      ("Bergen's fire brigade was called to a warehouse.", ["Bergen → geonames:3161732"]),
      ("It rained north of Riga all night.", ["Riga → geonames:456172"]),
    ])
  func literal(text: String, expected: [String]) throws {
    #expect(try world.places(text) == expected)
  }

  @Test(
    "names of persons, events and papers are no places",
    arguments: [
      "Mr. Bergen was in good spirits and left early.",
      "The Oslo Convention was signed by forty states.",
      "The letter was printed in The Bergen Times yesterday.",
      "In May the choir sang for an hour.",
    ])
  func notLiteral(text: String) throws {
    #expect(try world.places(text).isEmpty)
  }

  @Test("a surname stays a person in the whole document")
  func surname() throws {
    let text =
      "Gov. Laura Billings opened the school. Teachers cheered. Billings thanked the parents and left."
    #expect(try world.places(text).isEmpty)
  }

  @Test("adjectives and peoples are demonyms of their country")
  func demonyms() throws {
    let found = try world.readings("Two Norwegian climbers were rescued near Samarkand.")
    #expect(found.first == "Norwegian → country:NO (demonym)")
    #expect(found.last == "Samarkand → geonames:1216265 (place)")
  }

  @Test(
    "a capital that speaks, is spoken to or has relations stands for its government",
    arguments: [
      "Oslo said the talks would go on.", "The minister told Oslo to wait.",
      "Relations between Oslo and Tashkent are good.", "Oslo and Riga condemned the raid.",
      "The wreck was identified by Oslo as a trawler.", "The ambassador to Latvia went home.",
    ])
  func metonyms(text: String) throws {
    let found = try world.readings(text)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasSuffix("(metonym)") }, "\(found)")
  }

  @Test("talks held in a capital are held there")
  func talksInACapital() throws {
    #expect(try world.places("He flew to talks in Riga on Monday.") == ["Riga → geonames:456172"])
  }

  @Test("a place after another's possessive is a place of its own")
  func possessiveBefore() throws {
    let found = try world.places("Norway's Bergen was cut off by snow.")
    #expect(found.last == "Bergen → geonames:3161732")
  }

  @Test("a name inside an organisation's is given as part of a name")
  func nameParts() throws {
    let found = try world.readings("She studied at the University of Bergen and at home.")
    #expect(found.allSatisfy { !$0.hasSuffix("(place)") }, "\(found)")
  }

  @Test(
    "datelines and abbreviations keep their points",
    arguments: [
      ("BILLINGS, Mont. (AP) — Three men were held on Friday.", ["BILLINGS", "Mont."]),
      ("The U.S. border was closed near Glendive, Mont., on Friday.", ["U.S.", "Glendive", "Mont."]),
    ])
  func datelines(text: String, expected: [String]) throws {
    let document = try world.document(text)
    let words = world.geocoder.mentions(in: document).map { document.text[$0.range] }
    #expect(words == expected)
  }

  @Test("money is no country: US$5 million")
  func currency() throws {
    #expect(try world.places("It cost US$5 million to repair.").isEmpty)
  }

  @Test("streets and quarters are composed and placed in the settlement they are named with")
  func composed() throws {
    let found = try world.places("A shop on Harbour Street in Bergen burned down.")
    #expect(found == ["Harbour Street → Harbour Street, Bergen", "Bergen → geonames:3161732"])
  }
}
