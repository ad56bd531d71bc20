import GeoModel
import Geocoding
import Reading

/// Accounts of one event, with what matching needs of them at hand.
struct AccountGroup {
  /// Numbers of accounts, in the order they came.
  private(set) var accounts: [Int] = []
  let span: DaySpan
  private(set) var kinds = KindSet()
  /// The smallest told.
  private(set) var spot: Spot?

  init(span: DaySpan) { self.span = span }

  mutating func add(_ number: Int, _ told: ToldTraits) {
    accounts.append(number)
    kinds.insert(told.kind)
    if let other = told.spot, other.radius < spot?.radius ?? .infinity { spot = other }
  }
}
