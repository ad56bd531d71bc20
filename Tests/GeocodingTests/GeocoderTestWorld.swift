import Foundation
import Gazetteer
import Geocoding
import Reading

/// A gazetteer of a few places with the weights and lexicons that ship.
final class GeocoderTestWorld: Sendable {
  static let shared: GeocoderTestWorld = {
    do { return try GeocoderTestWorld() } catch { fatalError("the small world does not load: \(error)") }
  }()

  let gazetteer: Gazetteer
  let geocoder: Geocoder
  private let reader: DocumentReader
  private let tables: GeocodingTables
  private let lexicons: LexiconLibrary

  private init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "geocoder-tests-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, rows) in GeocoderTestTables.files {
      let file = folder.appendingPathComponent("data/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((rows + "\n").utf8).write(to: file)
    }
    gazetteer = try Gazetteer.open(data: folder.path + "/data", cache: folder.path + "/cache")
    let shipped = Self.shippedData
    lexicons = try LexiconLibrary(directory: shipped + "/lexicon")
    reader = DocumentReader(lexicons: lexicons)
    tables = try GeocodingTables(dataFolder: shipped)
    geocoder = Self.geocoder(gazetteer, tables, lexicons, GeocodingOptions())
  }

  /// One that goes by what a user says.
  func geocoder(_ options: GeocodingOptions) -> Geocoder {
    Self.geocoder(gazetteer, tables, lexicons, options)
  }

  private static func geocoder(
    _ gazetteer: Gazetteer, _ tables: GeocodingTables, _ lexicons: LexiconLibrary, _ options: GeocodingOptions
  ) -> Geocoder {
    Geocoder(
      gazetteer: gazetteer, sites: SiteRegistry([], folding: gazetteer.folding), tables: tables,
      options: options
    ) { lexicons.lexicon(for: $0) }
  }

  /// `data/` of the source tree these tests are in.
  static let shippedData = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("data").path

  func document(_ text: String, _ language: String = "en") throws -> Document {
    try reader.read(text: text, id: "test", language: language)
  }

  /// Every mention as "words → key of the place (role)", in text order.
  func readings(_ text: String, _ language: String = "en") throws -> [String] {
    let document = try document(text, language)
    return geocoder.mentions(in: document).map { mention in
      "\(document.text[mention.range]) → \(key(mention)) (\(mention.role.rawValue))"
    }
  }

  /// The places alone: "words → key".
  func places(
    _ text: String, _ language: String = "en", source: String? = nil, url: String? = nil,
    options: GeocodingOptions = GeocodingOptions()
  ) throws -> [String] {
    var document = try document(text, language)
    document.source = source
    document.url = url
    return geocoder(options).mentions(in: document).filter { $0.role == .place }.map {
      "\(document.text[$0.range]) → \(key($0))"
    }
  }

  func key(_ mention: Mention) -> String {
    switch mention.referent {
    case .place(let place): gazetteer.place(place).key
    case .site(let site): site.id
    case .unregisteredSite(let site): site.name
    case .unresolved: "?"
    }
  }
}
