internal import Gazetteer
internal import GeoKernel
internal import GeoModel

/// Sites in the order of their latitude and then of their id, to be found by their distance from a position.
struct SiteIndex: Sendable {
  private let sites: [Site]
  private let index: NearestIndex
  private let byID: [String: Int]
  let greatestAccuracy: Meters

  init(_ sites: [Site]) {
    self.sites = sites.sorted { ($0.coordinate.latitude, $0.id) < ($1.coordinate.latitude, $1.id) }
    index = NearestIndex(self.sites.map(\.coordinate))
    byID = Dictionary(self.sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    greatestAccuracy = sites.map(\.accuracy).max() ?? .zero
  }

  subscript(id id: String) -> Site? { byID[id].map { sites[$0] } }

  /// All sites within `distance` of a position, and some that are little farther; ordered by latitude.
  func candidates(around center: Coordinate, within distance: Meters) -> [Site] {
    index.candidates(within: distance, of: center).map { sites[$0] }
  }
}
