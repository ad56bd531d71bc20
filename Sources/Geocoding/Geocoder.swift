public import Gazetteer
public import Reading

/// Finds the places and sites a document names and decides what each name means.
///
/// Places are recognised and resolved first, then the sites that are composed of them, then the
/// phrases that place something relative to either.
public struct Geocoder: Sendable {
  private let gazetteer: Gazetteer
  private let model: PlaceModel
  private let languages: LanguageTables

  /// - Parameters:
  ///   - gazetteer: the places.
  ///   - model: the weights, from `PlaceModel(dataDirectory:)`.
  ///   - lexicon: the words of a language; a document in an unknown language is read as English.
  public init(
    gazetteer: Gazetteer, model: PlaceModel, lexicon: @escaping @Sendable (_ language: String) -> Lexicon?
  ) {
    self.gazetteer = gazetteer
    self.model = model
    languages = LanguageTables(lexicon)
  }

  /// The places, sites and locatives of a document; never fails, never looks outside the document.
  public func geocode(_ document: Document) -> GeocodedDocument {
    let places = PlacePass(
      gazetteer, model, languages.tables(for: document.language), document, traced: false)
    return GeocodedDocument(document: document, mentions: places.mentions, locatives: [])
  }

  /// Every name of a document with its candidates and what spoke for and against each.
  public func explain(_ document: Document) -> [MentionExplanation] {
    PlacePass(gazetteer, model, languages.tables(for: document.language), document, traced: true).explanations
  }
}
