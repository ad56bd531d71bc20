public import Gazetteer
internal import GeoModel
public import Geocoding
internal import Proximity
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

  /// One for each mention, in their order; offsets count from the start of the document also in a part of it.
  ///
  /// - Parameters:
  ///   - document: the one the mentions were found in.
  ///   - isSought: those to leave out are `false`.
  public func toponyms(
    _ mentions: [Mention], in document: Document, where isSought: (Mention) -> Bool = { _ in true }
  ) -> [Toponym] {
    let year = document.published?.date.year
    let start = document.part?.start ?? 0
    var toponyms: [Toponym] = []
    toponyms.reserveCapacity(mentions.count)
    for mention in mentions where isSought(mention) {
      toponyms.append(toponym(mention, in: document.text, from: start, year))
    }
    return toponyms
  }

  /// The same as rows of a case, without the mentions that have no position.
  func records(_ mentions: [Mention], in document: Document) -> [MentionRecord] {
    let year = document.published?.date.year
    let before = document.part?.start ?? 0
    var records: [MentionRecord] = []
    records.reserveCapacity(mentions.count)
    mentions.withUnsafeBufferPointer { mentions in
      for place in mentions.indices {
        let meaning = meaning(of: mentions[place].referent, in: year)
        guard let name = meaning.name, let kind = meaning.kind, let coordinate = meaning.coordinate,
          let uncertainty = meaning.uncertainty, let wherePrecision = meaning.wherePrecision
        else { continue }
        let scalars = document.text.scalarRange(ofBytes: mentions[place].range)
        let reasons = mentions[place].reasons
        records.append(
          MentionRecord(
            document: document.id, start: before + scalars.lowerBound, end: before + scalars.upperBound,
            text: document.text[mentions[place].range], role: mentions[place].role.rawValue, name: name,
            kind: kind, geonameID: meaning.geonameID, siteID: meaning.siteID, country: meaning.country,
            coordinate: coordinate, uncertainty: uncertainty, wherePrecision: wherePrecision,
            probability: mentions[place].likelihood,
            reasons: meaning.reason.map { reasons + [$0] } ?? reasons))
      }
    }
    return records
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

  /// - Parameters:
  ///   - start: Unicode scalars of the document before the text.
  ///   - year: the document's.
  private func toponym(_ mention: Mention, in text: SourceText, from start: Int, _ year: Int?) -> Toponym {
    let scalars = text.scalarRange(ofBytes: mention.range)
    return Toponym(
      start: start + scalars.lowerBound, end: start + scalars.upperBound, text: text[mention.range],
      mention: mention, meaning: meaning(of: mention.referent, in: year))
  }

  func meaning(of referent: Mention.Referent, in year: Int?) -> ToponymMeaning {
    switch referent {
    case .place(let id): return meaning(of: id)
    case .site(let site):
      return ToponymMeaning(
        .init(
          name: site.name, kind: site.kind, siteID: site.id, country: site.hostCountry,
          coordinate: site.coordinate,
          uncertainty: FormerSeat(site: site, gazetteer: gazetteer).radius(in: year), wherePrecision: 1))
    case .unregisteredSite(let site):
      let kind =
        site.kind.utf8.contains(UInt8(ascii: "_")) ? site.kind.replacingBytes(of: "_", with: " ") : site.kind
      guard let place = site.place.map(meaning(of:)) else {
        return ToponymMeaning(.init(name: site.name, kind: kind), reason: "no place is named for it")
      }
      // At the edge of a town or around it, farther than the town itself reaches.
      if let id = site.place, gazetteer.place(id).featureClass == .settlement,
        let radius = place.uncertainty, let reach = OutlyingSites.reach(of: site.kind)
      {
        return ToponymMeaning(
          .init(
            name: site.name, kind: kind, country: place.country, coordinate: place.coordinate,
            uncertainty: Meters(radius.value + reach.value),
            wherePrecision: OutlyingSites.isAround(site.kind)
              ? FeatureClass.district.wherePrecision : place.wherePrecision))
      }
      return ToponymMeaning(name: site.name, kind: kind, at: place)
    case .unresolved(let reason): return ToponymMeaning(reason: reason)
    }
  }

  private func meaning(of id: PlaceID) -> ToponymMeaning {
    known.meaning(of: id) {
      let place = gazetteer.place(id)
      return ToponymMeaning(
        .init(
          name: place.name, kind: place.kind, geonameID: place.geonameID, country: place.country,
          coordinate: place.coordinate, uncertainty: gazetteer.radius(of: id),
          wherePrecision: place.featureClass.wherePrecision), isShared: true)
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
