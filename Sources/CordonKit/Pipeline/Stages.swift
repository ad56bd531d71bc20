internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

/// What one document yields: small, without its text.
struct FoundInDocument: Sendable {
  let record: DocumentRecord
  let findings: DocumentFindings
  let mentions: [MentionRecord]
}

/// The stages of a run, opened once and shared by all documents.
struct Stages: Sendable {
  let reader: DocumentReader
  let sites: SiteRegistry
  let merger: IncidentMerger
  let rings = ExposureCalculator.standardRings
  private let lexicons: LexiconLibrary
  private let geocoder: Geocoder
  private let extractor: IncidentExtractor
  private let toponyms: ToponymReader

  init(workspace: Workspace) throws {
    let gazetteer = try workspace.gazetteer()
    lexicons = try workspace.lexicons()
    sites = try workspace.sites()
    reader = DocumentReader(lexicons: lexicons)
    geocoder = try workspace.geocoder()
    extractor = IncidentExtractor(gazetteer: gazetteer, sites: sites.sites)
    merger = IncidentMerger(
      sites: sites.sites, confidence: try ConfidenceModel(dataFolder: gazetteer.dataFolder))
    toponyms = ToponymReader(gazetteer: gazetteer)
  }

  func findings(_ document: Document) -> FoundInDocument {
    let geocoded = geocoder.geocode(document)
    return FoundInDocument(
      record: DocumentRecord(document), findings: findings(in: geocoded),
      mentions: toponyms.records(geocoded.mentions, in: document))
  }

  /// A document in a language without a lexicon yields nothing; its record says so.
  private func findings(in geocoded: GeocodedDocument) -> DocumentFindings {
    guard let lexicon = lexicons.lexicon(for: geocoded.document.language) else {
      return DocumentFindings(
        document: geocoded.document.id, published: geocoded.document.published?.date)
    }
    return extractor.findings(in: geocoded, lexicon: lexicon)
  }
}
