import GeoModel
import Geocoding

/// As much of a footprint as tells whether it may be the place of another.
struct Spot {
  let best: Coordinate
  /// Metres.
  let radius: Double
  /// Equal for sites of one mission; `nil` where no registered site tells the place.
  let site: Int32?

  init(_ footprint: Footprint, site: Int32?) {
    best = footprint.best
    radius = footprint.radius.value
    self.site = site
  }
}
