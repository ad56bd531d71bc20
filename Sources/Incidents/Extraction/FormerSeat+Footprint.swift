import Gazetteer
import GeoModel
import Geocoding
import Reading
import Synchronization

extension FormerSeat {
  /// The footprint enlarged to the town around it; `nil` when the register's position holds for the date.
  func footprint(_ footprint: Footprint, _ date: AccountDate) -> Footprint? {
    guard let asOf = site.asOf, case .span(let span) = date, isDoubtful(in: span.to.year), let town else {
      return nil
    }
    let reach = reach(from: footprint.best, to: town)
    guard reach > footprint.radius else { return nil }
    let key = EnlargedSeats.Key(
      footprint: footprint, reach: reach, asOf: asOf, year: span.to.year, town: town.name)
    return EnlargedSeats.shared.footprint(key)
  }
}

/// The footprints that were enlarged last: reports tell of the same few sites again and again, and a disc costs a
/// hundred geodesics. What it returns depends on the key alone.
private final class EnlargedSeats: Sendable {
  struct Key: Hashable {
    let footprint: Footprint
    let reach: Meters
    let asOf: Int
    let year: Int
    let town: String

    /// All but the vertices and the words, which hardly tell two of them apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(footprint.best)
      hasher.combine(footprint.radius)
      hasher.combine(reach)
      hasher.combine(year)
    }
  }

  static let shared = EnlargedSeats()
  private static let limit = 1_000

  private let known = Mutex<[Key: Footprint?]>([:])

  func footprint(_ key: Key) -> Footprint? {
    if let known = known.withLock({ $0[key] }) { return known }
    let found = try? key.footprint.reaching(
      key.reach,
      why: "; the position is of \(key.asOf), in \(key.year) it may have stood elsewhere in \(key.town)")
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[key] = .some(found)
    }
    return found
  }
}
