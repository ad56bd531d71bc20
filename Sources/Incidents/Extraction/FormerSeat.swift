import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
import Reading

/// Where a mission was long before the register's position of it was known: somewhere in its town.
struct FormerSeat {
  /// After eight years a mission may well have moved: a judgement, there are no figures.
  private static let years = 8

  let site: Site
  let gazetteer: Gazetteer

  /// The settlement that the register names.
  var town: Place? {
    gazetteer.candidates(named: site.city).lazy.map { gazetteer.place($0.place) }.first {
      $0.featureClass == .settlement && $0.country == site.hostCountry
    }
  }

  /// The radius around a footprint's best point that holds a whole town.
  static func reach(from footprint: Footprint, to town: Place, _ gazetteer: Gazetteer) -> Meters {
    Geodesic.wgs84.distance(footprint.best, town.coordinate) + gazetteer.radius(of: town.id)
  }

  /// The footprint enlarged to the town around it; `nil` when the register's position holds for the date.
  func footprint(_ footprint: Footprint, _ date: AccountDate) -> Footprint? {
    guard let asOf = site.asOf, case .span(let span) = date, span.to.year < asOf - Self.years, let town
    else { return nil }
    let reach = Self.reach(from: footprint, to: town, gazetteer)
    guard reach > footprint.radius else { return nil }
    return try? footprint.reaching(
      reach,
      why: "; the position is of \(asOf), in \(span.to.year) it may have stood elsewhere in \(town.name)")
  }
}
