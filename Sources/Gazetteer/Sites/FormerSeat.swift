internal import GeoKernel
public import GeoModel

/// Where a mission was long before the register's position of it was known: somewhere in its town.
public struct FormerSeat {
  /// After eight years a mission may well have moved: a judgement, there are no figures.
  private static let years = 8

  public let site: Site
  private let gazetteer: Gazetteer

  public init(site: Site, gazetteer: Gazetteer) {
    self.site = site
    self.gazetteer = gazetteer
  }

  /// The settlement that the register names.
  public var town: Place? {
    gazetteer.candidates(named: site.city).lazy.map { gazetteer.place($0.place) }.first {
      $0.featureClass == .settlement && $0.country == site.hostCountry
    }
  }

  /// The radius around a position that holds a whole town.
  public func reach(from position: Coordinate, to town: Place) -> Meters {
    Geodesic.wgs84.distance(position, town.coordinate) + gazetteer.radius(of: town.id)
  }

  /// Whether the site may have stood elsewhere in a year.
  public func isDoubtful(in year: Int) -> Bool { site.asOf.map { year < $0 - Self.years } ?? false }

  /// The radius around the register's position within which the site was in a year: its accuracy, or what holds the
  /// whole town where it may have stood elsewhere. Of a year that is not known nothing is doubted.
  public func radius(in year: Int?) -> Meters {
    guard let year, isDoubtful(in: year), let town else { return site.accuracy }
    return max(site.accuracy, reach(from: site.coordinate, to: town))
  }
}
