import CordonKit
import Foundation
import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
import Reading
import Testing

/// 72 articles written for this test as newspapers of eight languages write, of towns, regions and the world, before
/// the program had read them: `Tests/Places/world.jsonl`.
///
/// Annotated are places, governments under the name of their country or capital, and the town of a police or a
/// council; no adjectives, clubs, firms, papers, streets or persons, nor the place in the name of one. A span holds the
/// whole word with its ending, in Turkish and English without apostrophe and suffix, and a kind that belongs to the
/// name ("Elgin County"). What has no point is a long river, a sea or a wide land.
@Suite struct WorldPlacesTests {
  struct Article: Decodable {
    let id: String
    let language: String
    let text: String
    let toponyms: [Place]
  }

  struct Place: Decodable {
    let start: Int
    let end: Int
    let lat: Double?
    let lon: Double?
  }

  @Test("most places of articles that nothing was adjusted for are found, and where they are")
  func articles() throws {
    let file = SeedsTests.root.appending(path: "Tests/Places/world.jsonl")
    let articles = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Article.self, from: Data($0.utf8))
    }
    try #require(articles.count == 72)
    let workspace = Workspace()
    let toponymReader = ToponymReader(gazetteer: try workspace.gazetteer())
    let geocoder = try workspace.geocoder()
    let reader = DocumentReader(lexicons: try workspace.lexicons())
    var (wanted, found, right, placed, near) = (0, 0, 0, 0, 0)
    for article in articles {
      let document = try reader.read(text: article.text, id: article.id, language: article.language)
      let mentions = geocoder.mentions(in: document).filter { $0.role == .place || $0.role == .site }
      let toponyms = toponymReader.toponyms(mentions, in: document)
      wanted += article.toponyms.count
      found += toponyms.count
      for place in article.toponyms {
        guard let toponym = toponyms.first(where: { $0.start == place.start && $0.end == place.end }) else {
          continue
        }
        right += 1
        guard let lat = place.lat, let lon = place.lon else { continue }
        placed += 1
        guard let point = toponym.coordinate else { continue }
        let meant = try #require(Coordinate(longitude: lon, latitude: lat))
        if Geodesic.wgs84.distance(meant, point) < .kilometers(161) { near += 1 }
      }
    }
    let precision = Double(right) / Double(found)
    let recall = Double(right) / Double(wanted)
    let reached = Double(near) / Double(placed)
    #expect(precision > 0.84, "precision \(precision)")
    #expect(recall > 0.88, "recall \(recall)")
    #expect(reached > 0.94, "within 161 km \(reached)")
  }
}
