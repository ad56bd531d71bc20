extension Polygon {
  /// The same polygon with its exterior anticlockwise and its holes clockwise (RFC 7946 §3.1.6).
  public var withRingsTurned: Polygon {
    Polygon(
      exterior: isAnticlockwise(exterior) ? exterior : exterior.reversed(),
      holes: holes.map { isAnticlockwise($0) ? $0.reversed() : $0 })
  }
}

/// Whether a closed ring runs anticlockwise on the map.
func isAnticlockwise(_ ring: Ring) -> Bool {
  guard let origin = ring.first else { return true }
  var area = 0.0
  for (a, b) in zip(ring, ring.dropFirst()) {
    area += (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
    area -= (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
  }
  return area >= 0
}
