internal import GeoKernel
internal import GeoModel

/// The rules by which extents come about.
struct ExtentRules {
  let gazetteer: Gazetteer

  func extent(of place: Place) -> Extent {
    switch place.featureClass {
    case .settlement: settlement(place)
    case .country, .region, .district: administrative(place)
    default: feature(place)
    }
  }

  private func settlement(_ place: Place) -> Extent {
    if let radius = place.radius { return disc(place, radius, isDerived: false, "radius of its table row") }
    let basis = place.population > 0 ? "population \(place.population)" : "unknown population"
    return disc(place, SettlementRadius.of(population: place.population), isDerived: true, basis)
  }

  private func administrative(_ place: Place) -> Extent {
    let members = gazetteer.members(of: place.id)
    guard !members.isEmpty else {
      let radius = place.radius ?? Self.unknownRadius(place.featureClass)
      return disc(place, radius, isDerived: true, "no member places known")
    }
    let basis = members.count == 1 ? "1 member place" : "\(members.count) member places"
    let areas = gazetteer.index.areas
    if let area = areas.area(of: place.id.row), let outline = areas.outline(of: area) {
      return Extent(
        geometry: outline, center: place.coordinate, radius: areas.radius(of: area), isDerived: true,
        basis: "outline of " + basis)
    }
    // Few members, or an outline that the engine refused to draw: the disc around them is still true.
    let radius = members.map(gazetteer.place).map {
      Geodesic.wgs84.distance(place.coordinate, $0.coordinate)
        + SettlementRadius.of(population: $0.population)
    }.max()
    return disc(place, max(radius ?? .zero, place.radius ?? .zero), isDerived: true, basis)
  }

  private func feature(_ place: Place) -> Extent {
    let radius = place.radius
    if let radius = place.storedRadius, place.record.flags & PlaceRecord.radiusIsTypical != 0 {
      return disc(place, radius, isDerived: true, "a typical reach of its kind (\(place.kind))")
    }
    guard let box = place.box else {
      return disc(
        place, radius ?? Self.unknownRadius(place.featureClass), isDerived: radius == nil,
        radius == nil ? "no size known" : "radius of its table row")
    }
    let geometry = BoxOutline.geometry(box)
    let farthest = geometry.polygons.flatMap(\.exterior)
      .map { Geodesic.wgs84.distance(place.coordinate, $0) }.max()
    return Extent(
      geometry: geometry, center: place.coordinate, radius: max(farthest ?? .zero, radius ?? .zero),
      isDerived: false, basis: "box of its table row")
  }

  private func disc(_ place: Place, _ radius: Meters, isDerived: Bool, _ basis: String) -> Extent {
    Extent(geometry: nil, center: place.coordinate, radius: radius, isDerived: isDerived, basis: basis)
  }

  /// Half the square root of a typical area: for the few places about whose size nothing is known.
  private static func unknownRadius(_ featureClass: FeatureClass) -> Meters {
    switch featureClass {
    case .country: .kilometers(150)
    case .region: .kilometers(60)
    case .district: .kilometers(20)
    case .continent, .worldRegion: .kilometers(1000)
    default: .kilometers(50)
    }
  }
}
