public import GeoModel

/// A gazetteer entry: settlement, administrative region, country or natural feature.
///
/// A light view of one row of the index; texts are read when asked for.
public struct Place: Sendable, Identifiable {
  public let id: PlaceID
  let index: CompiledIndex
  let record: PlaceRecord

  /// The name the tables give first.
  public var name: String { index.string(at: record.name) }

  /// An id that survives a new index: "geonames:698740" for a settlement, "country:UA", "region:UA.17",
  /// "district:US.TX.439", "feature:black-sea".
  public var key: String {
    record.key == PlaceRecord.noString ? "geonames:\(record.geonameID)" : index.string(at: record.key)
  }

  public var geonameID: Int? { record.geonameID == 0 ? nil : Int(record.geonameID) }

  public var featureClass: FeatureClass { FeatureClass(rawValue: record.featureClass) ?? .other }

  /// The kind word of a natural feature ("sea", "archipelago"); else the class as a word.
  public var kind: String {
    record.kind == PlaceRecord.noString ? featureClass.word : index.string(at: record.kind)
  }

  public var coordinate: Coordinate { record.coordinate }

  /// `true` when the point was computed from member places and is nobody's published point.
  public var isPointDerived: Bool { record.flags & PlaceRecord.pointIsDerived != 0 }

  /// `true` for the capital of a country.
  public var isCapital: Bool { record.flags & PlaceRecord.isCapital != 0 }

  /// ISO 3166 alpha-2 of the country it is in or is; `nil` for what crosses borders.
  public var country: String? { CountryCode.text(record.country) }

  /// GeoNames code of the first-level region, without the country: "17", "TX".
  public var admin1: String? { optionalText(record.admin1) }

  /// Code of the second-level region, without country and region.
  public var admin2: String? { optionalText(record.admin2) }

  /// Inhabitants; 0 when unknown.
  public var population: Int { Int(record.population) }

  /// How far it reaches from its point, where a table says so.
  public var radius: Meters? {
    record.flags & PlaceRecord.radiusIsTypical == 0 ? storedRadius : nil
  }

  /// The radius of the index, be it this place's or its kind's.
  var storedRadius: Meters? { record.radiusMeters > 0 ? Meters(Double(record.radiusMeters)) : nil }

  /// The box a table gives for a natural feature.
  public var box: BoundingBox? { index.box(of: id.row) }

  /// The country it is in; `nil` for a country itself and for what crosses borders.
  public var parentCountry: PlaceID? { parent(record.countryRow) }

  /// The first-level region it is in.
  public var parentRegion: PlaceID? { parent(record.regionRow) }

  /// The second-level region it is in.
  public var parentDistrict: PlaceID? { parent(record.districtRow) }

  private func optionalText(_ offset: UInt32) -> String? {
    offset == PlaceRecord.noString ? nil : index.string(at: offset)
  }

  private func parent(_ row: UInt32) -> PlaceID? {
    row == PlaceRecord.noRow ? nil : PlaceID(row: row)
  }
}

extension Place: Hashable {
  public static func == (a: Place, b: Place) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
