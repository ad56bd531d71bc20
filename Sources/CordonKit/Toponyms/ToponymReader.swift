public import Gazetteer
internal import GeoModel
public import Geocoding
public import Reading

/// Spells out the mentions of a document.
public struct ToponymReader: Sendable {
  private let gazetteer: Gazetteer
  private let finder: PlaceFinder
  private let known = KnownMeanings()

  public init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    finder = PlaceFinder(gazetteer: gazetteer)
  }

  /// One for each mention, in their order.
  ///
  /// - Parameter document: the one the mentions were found in.
  public func toponyms(_ mentions: [Mention], in document: Document) -> [Toponym] {
    mentions.map { toponym($0, in: document.text) }
  }

  /// Spells out explanations.
  ///
  /// - Parameter document: the one they explain.
  public func explained(_ explanations: [MentionExplanation], in document: Document) -> [ExplainedName] {
    explanations.map { explanation in
      let scalars = document.text.scalarRange(ofBytes: explanation.range)
      return ExplainedName(
        start: scalars.lowerBound, end: scalars.upperBound, text: document.text[explanation.range],
        role: explanation.role, recognition: explanation.recognition,
        recognitionEvidence: explanation.recognitionEvidence,
        candidates: explanation.candidates.map { candidate in
          let place = gazetteer.place(candidate.place)
          return ExplainedName.Candidate(
            key: place.key, name: finder.fullName(place), kind: place.kind, coordinate: place.coordinate,
            probability: candidate.probability, score: candidate.score, evidence: candidate.evidence,
            isRefused: candidate.isRefused)
        })
    }
  }

  private func toponym(_ mention: Mention, in text: SourceText) -> Toponym {
    let scalars = text.scalarRange(ofBytes: mention.range)
    let meaning = meaning(of: mention.referent)
    return Toponym(
      start: scalars.lowerBound, end: scalars.upperBound, text: text[mention.range], role: mention.role,
      name: meaning.name, kind: meaning.kind, geonameID: meaning.geonameID, siteID: meaning.siteID,
      country: meaning.country, coordinate: meaning.coordinate, uncertainty: meaning.uncertainty,
      wherePrecision: meaning.wherePrecision, probability: mention.probability,
      reasons: meaning.reason.map { mention.reasons + [$0] } ?? mention.reasons,
      isAnaphoric: mention.isAnaphoric)
  }

  struct Meaning: Sendable {
    var name: String?
    var kind: String?
    var geonameID: Int?
    var siteID: String?
    var country: String?
    var coordinate: Coordinate?
    var uncertainty: Meters?
    var wherePrecision: Int?
    var reason: String?
  }

  private func meaning(of referent: Mention.Referent) -> Meaning {
    switch referent {
    case .place(let id): return meaning(of: id)
    case .site(let site):
      return Meaning(
        name: site.name, kind: site.kind, siteID: site.id, country: site.hostCountry,
        coordinate: site.coordinate, uncertainty: site.accuracy, wherePrecision: 1)
    case .unregisteredSite(let site):
      var meaning = site.place.map(meaning(of:)) ?? Meaning(reason: "no place is named for it")
      meaning.name = site.name
      meaning.kind = site.kind.split(separator: "_").joined(separator: " ")
      return meaning
    case .unresolved(let reason): return Meaning(reason: reason)
    }
  }

  private func meaning(of id: PlaceID) -> Meaning {
    known.meaning(of: id) {
      let place = gazetteer.place(id)
      return Meaning(
        name: place.name, kind: place.kind, geonameID: place.geonameID, country: place.country,
        coordinate: place.coordinate, uncertainty: gazetteer.radius(of: id),
        wherePrecision: place.featureClass.wherePrecision)
    }
  }
}

extension FeatureClass {
  /// UCDP GED `where_prec` of something that is known to be in a place of this class (GED Codebook, 2023):
  /// 1 the settlement, 3 the second-level region, 4 the first-level region, 5 a feature or an area that is
  /// none of these, 6 the country, 7 waters and what crosses borders.
  var wherePrecision: Int {
    switch self {
    case .settlement: 1
    case .district: 3
    case .region: 4
    case .river, .island, .mountains, .other: 5
    case .country: 6
    case .water, .worldRegion, .continent: 7
    }
  }
}
