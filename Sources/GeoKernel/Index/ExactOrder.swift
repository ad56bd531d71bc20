internal import GeoModel

/// Distances as they are given out: to a micrometre, or such that rounding to a step gives what rounding
/// `geod_inverse` gives.
struct Measure {
  /// Metres that distances will be rounded to, half upwards; `nil` when they will not be.
  private let step: Double?
  private let perMeter: Double

  init(step: Double?) {
    self.step = step
    perMeter = 1 / (step ?? 1)
  }

  /// - Parameter c2: the squared chord between `p` and `q`, the positions of `a` and `b`.
  @inline(__always)
  func distance(_ a: Coordinate, _ p: Cartesian, _ b: Coordinate, _ q: Cartesian, _ c2: Double) -> Double {
    if c2 <= ChordDistance.greatestChord * ChordDistance.greatestChord {
      let s = ChordDistance.arc(p, q, c2)
      guard let step else { return s }
      if isFar(s, step) { return s }
    } else if let step, c2 < 1e12 {
      let s = ChordDistance.arc(p, q, c2)
      if isFar(s, step) { return s }
    }
    return Geodesic.wgs84.distance(a, b).value
  }

  /// Whether the error of `s` leaves the rounded value what it is.
  @inline(__always)
  private func isFar(_ s: Double, _ step: Double) -> Bool {
    let steps = s * perMeter
    let part = steps - Double(Int(steps))
    return abs(part - 0.5) * step > ChordDistance.error(s) + s * 4e-16
  }
}

/// Puts neighbours in the order of their distances, those equally far in that of their indexes.
///
/// Where two distances differ by less than their error `geod_inverse` measures the whole list again.
func sortExactly(
  _ list: UnsafeMutableBufferPointer<Neighbor>, from origin: Coordinate,
  among positions: UnsafePointer<Coordinate>
) {
  var list = list
  list.sort(by: isNearer)
  for i in 1..<list.count {
    let (a, b) = (list[i - 1], list[i])
    let gap = b.distance.value - a.distance.value
    // No formula with a greater error is ever used.
    if gap > 2 * min(1e-3, ChordDistance.error(b.distance.value)) { continue }
    if positions[a.index] == positions[b.index], gap == 0 { continue }
    for j in list.indices {
      list[j].distance = Geodesic.wgs84.distance(origin, positions[list[j].index])
    }
    return list.sort(by: isNearer)
  }
}

@inline(__always)
func isNearer(_ a: Neighbor, _ b: Neighbor) -> Bool {
  a.distance.value != b.distance.value ? a.distance.value < b.distance.value : a.index < b.index
}
