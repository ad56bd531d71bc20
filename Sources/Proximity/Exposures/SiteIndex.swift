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
    // Their places are put in order, since sites themselves are large to be moved about.
    let keys = sites.indices.map { (place: $0, latitude: sites[$0].coordinate.latitude) }
    self.sites = keys.sorted { a, b in
      a.latitude == b.latitude ? sites[a.place].id < sites[b.place].id : a.latitude < b.latitude
    }.map { sites[$0.place] }
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
