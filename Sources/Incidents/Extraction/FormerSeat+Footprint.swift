import Gazetteer
import Geocoding
import Reading

extension FormerSeat {
  /// The footprint enlarged to the town around it; `nil` when the register's position holds for the date.
  func footprint(_ footprint: Footprint, _ date: AccountDate) -> Footprint? {
    guard let asOf = site.asOf, case .span(let span) = date, isDoubtful(in: span.to.year), let town else {
      return nil
    }
    let reach = reach(from: footprint.best, to: town)
    guard reach > footprint.radius else { return nil }
    return try? footprint.reaching(
      reach,
      why: "; the position is of \(asOf), in \(span.to.year) it may have stood elsewhere in \(town.name)")
  }
}
