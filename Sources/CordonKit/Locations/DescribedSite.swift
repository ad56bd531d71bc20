internal import Gazetteer
internal import Geocoding
internal import Reading

/// Reads words for a site as a report would write them: "US embassy in Cairo", "посольство Польши в Киеве".
///
/// Slower than looking a name up, since it opens all that reading reports takes.
struct DescribedSite {
  enum Meaning {
    case registered(Site)
    /// A site that no table has: its name as reports show it, and the place it is in.
    case unregistered(name: String, place: Place?)
  }

  private let reader: DocumentReader
  private let geocoder: Geocoder
  private let gazetteer: Gazetteer
  private let languages: [String]

  /// - Throws: what opening the gazetteer, the sites and the lexicons throws.
  init(_ workspace: Workspace) throws {
    let lexicons = try workspace.lexicons()
    reader = DocumentReader(lexicons: lexicons)
    geocoder = try workspace.geocoder()
    gazetteer = try workspace.gazetteer()
    languages = ["en"] + lexicons.languages.filter { $0 != "en" }
  }

  /// - Returns: `nil` for words that name no site, or several.
  func meaning(of phrase: String) throws -> Meaning? {
    // A few words are too few to guess their language from.
    for language in languages {
      let document = try reader.read(text: phrase, id: phrase, language: language)
      let mentions = geocoder.mentions(in: document).filter { $0.role == .site && !$0.isAnaphoric }
      guard mentions.count == 1, let mention = mentions.first else { continue }
      switch mention.referent {
      case .site(let site): return .registered(site)
      case .unregisteredSite(let site):
        return .unregistered(name: site.name, place: site.place.map(gazetteer.place))
      case .place, .unresolved: continue
      }
    }
    return nil
  }
}
