internal import Gazetteer
internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Sites in the order of their latitude, to be found by a window around a position.
struct SiteIndex: Sendable {
  private let sites: [Site]
  private let latitudes: [Double]
  private let byID: [String: Int]
  let greatestAccuracy: Meters

  /// The shortest degree of latitude on WGS 84, at the equator, in metres.
  private static let shortestDegree = 110_574.0

  init(_ sites: [Site]) {
    self.sites = sites.sorted { ($0.coordinate.latitude, $0.id) < ($1.coordinate.latitude, $1.id) }
    latitudes = self.sites.map(\.coordinate.latitude)
    byID = Dictionary(self.sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    greatestAccuracy = sites.map(\.accuracy).max() ?? .zero
  }

  subscript(id id: String) -> Site? { byID[id].map { sites[$0] } }

  /// All sites within `distance` of a position, and some that are farther; ordered by latitude.
  func candidates(around center: Coordinate, within distance: Meters) -> [Site] {
    let reach = max(0, distance.value) / Self.shortestDegree
    let south = center.latitude - reach
    let north = center.latitude + reach
    let width = halfWidth(reach: reach, latitude: max(abs(south), abs(north)))
    var found: [Site] = []
    var index = firstIndex(from: south)
    while index < sites.count, latitudes[index] <= north {
      let turned = abs(sites[index].coordinate.longitude - center.longitude)
      if min(turned, 360 - turned) <= width { found.append(sites[index]) }
      index += 1
    }
    return found
  }

  /// Degrees of longitude that a reach covers on the highest parallel of the window; all near a pole.
  private func halfWidth(reach: Double, latitude: Double) -> Double {
    guard latitude < 89, reach < 80 else { return 180 }
    return min(180, reach * 1.01 / cos(latitude * .pi / 180))
  }

  private func firstIndex(from latitude: Double) -> Int {
    var low = 0
    var high = latitudes.count
    while low < high {
      let middle = (low + high) / 2
      if latitudes[middle] < latitude { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
