internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Two discs in the plane.
enum DiscOverlap {
  /// The share of a disc of radius `accuracy` that lies within `radius` of a point `distance` from its centre.
  ///
  /// All three in the same unit, none negative. A disc of radius 0 is a point: the answer is 0 or 1.
  static func share(ofDisc accuracy: Double, within radius: Double, at distance: Double) -> Double {
    if distance + accuracy <= radius { return 1 }
    if distance >= radius + accuracy { return accuracy == 0 && distance == radius ? 1 : 0 }
    if distance + radius <= accuracy { return (radius * radius) / (accuracy * accuracy) }
    // The lens of two circles: two circular segments, back to back.
    let r2 = radius * radius
    let a2 = accuracy * accuracy
    let d2 = distance * distance
    let alpha = acos(clamped((d2 + r2 - a2) / (2 * distance * radius)))
    let beta = acos(clamped((d2 + a2 - r2) / (2 * distance * accuracy)))
    let lens = r2 * (alpha - sin(2 * alpha) / 2) + a2 * (beta - sin(2 * beta) / 2)
    return min(1, max(0, lens / (.pi * a2)))
  }

  private static func clamped(_ cosine: Double) -> Double { min(1, max(-1, cosine)) }
}
