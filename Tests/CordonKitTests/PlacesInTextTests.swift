import CordonKit
import Foundation
import Gazetteer
import Geocoding
import Reading
import Testing

/// Short texts of every language, about places that nothing was adjusted for: `Tests/Places`.
@Suite struct PlacesInTextTests {
  /// A text whose places are marked `[words|Name CC]`.
  struct Marked {
    var text = ""
    /// "words = Name CC", in text order.
    var places: [String] = []

    init(_ line: Substring) throws {
      var rest = line
      while let open = rest.firstIndex(of: "[") {
        let bar = try #require(rest[open...].firstIndex(of: "|"), "no | in \(line)")
        let close = try #require(rest[bar...].firstIndex(of: "]"), "no ] in \(line)")
        let words = rest[rest.index(after: open)..<bar]
        text += rest[..<open] + words
        places.append("\(words) = \(rest[rest.index(after: bar)..<close])")
        rest = rest[rest.index(after: close)...]
      }
      text += rest
    }
  }

  @Test(
    "the places of a text, and no others, are found and mean what they should",
    arguments: ["az", "de", "en", "fr", "ro", "ru", "tr", "uk"])
  func places(language: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Places/\(language).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    try #require(lines.count >= 15)
    let workspace = Workspace()
    let gazetteer = try workspace.gazetteer()
    let geocoder = try workspace.geocoder()
    let reader = DocumentReader(lexicons: try workspace.lexicons())
    for line in lines {
      let isMisread = line.hasPrefix("~ ")
      let marked = try Marked(isMisread ? line.dropFirst(2) : line)
      let document = try reader.read(text: marked.text, id: "test", language: language)
      let toponyms = ToponymReader(gazetteer: gazetteer)
        .toponyms(geocoder.mentions(in: document).filter { $0.role == .place }, in: document)
      let found = toponyms.map { toponym in
        let place = [toponym.name, toponym.country].compactMap(\.self).joined(separator: " ")
        return "\(toponym.text) = \(place)"
      }
      if isMisread {
        withKnownIssue { #expect(found == marked.places, "\(marked.text)") }
      } else {
        #expect(found == marked.places, "\(marked.text)")
      }
    }
  }
  @Test(
    "the name of a capital and of a region is the capital's, unless the text says the region's",
    arguments: [
      ("A man was held outside the Israeli embassy in Washington on Sunday.", "settlement"),
      ("Police in Washington state arrested a man in Spokane.", "region"),
    ])
  func capital(text: String, kind: String) throws {
    let workspace = Workspace()
    let reader = DocumentReader(lexicons: try workspace.lexicons())
    let document = try reader.read(text: text, id: "test", language: "en")
    let found = ToponymReader(gazetteer: try workspace.gazetteer())
      .toponyms(try workspace.geocoder().mentions(in: document), in: document)
    let washington = try #require(found.first { $0.text == "Washington" })
    #expect(washington.kind == kind)
  }
}
