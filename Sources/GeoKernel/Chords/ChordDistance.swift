/// Distances from chords, without `geod_inverse` as long as they are good enough without.
///
/// # Formula
/// For ends P and Q, d = Q - P, c = |d|, A = diag(1/a², 1/a², 1/b²), q = dᵀAd and m = (P + Q) / 2, the curvature of
/// the normal section in the middle is, after Euler, κ = q√(1 - q/4) / (c²|Am|). An arc of that curvature over the
/// chord is s₁ = (2/κ) asin(κc/2). Along a geodesic κW^(3/2) is constant, with W = |Ap|² (Joachimsthal), which
/// gives κ′ and κ″; a curve whose curvature changes so is longer by s⁵(κκ″/480 + κ′²/1440).
///
/// # Accuracy
/// Against `geod_inverse`, 4e5 pairs for each of 17 lengths, poles and equator among them, differ by at most
/// 7e-9 + 2.2e-34 s⁵ metres; ``error(_:)`` is four times that. What is within a radius and what is nearer never
/// rests on this: ``ChordBounds`` decide it.
struct ChordDistance {
  /// Metres; what nobody asked to have more exactly.
  static let tolerance = 1e-6
  /// Chords up to here have a distance good to ``tolerance``.
  static let greatestChord = 249_000.0
  /// Chords up to here are arcs of one curvature: s₁ is within 7e-9 + 2.7e-32 s⁵ metres of `geod_inverse`.
  private static let shortChord = 20_000.0

  /// The greatest error of ``arc(_:_:_:)`` at a distance of s metres, itself in metres.
  @inline(__always)
  static func error(_ s: Double) -> Double { 2e-8 + 1e-33 * (s * s) * (s * s) * s }

  /// Length in metres of the shortest way between positions whose squared chord is `c2`, up to 1,000 km; the same
  /// bits in both directions.
  @inline(__always)
  static func arc(_ p: Cartesian, _ q: Cartesian, _ c2: Double) -> Double {
    let ia = 1 / (WGS84.a * WGS84.a)
    let ib = 1 / (WGS84.b * WGS84.b)
    if c2 == 0 { return 0 }
    let (dx, dy, dz) = (q.x - p.x, q.y - p.y, q.z - p.z)
    let (mx, my, mz) = ((p.x + q.x) * (0.5 * ia), (p.y + q.y) * (0.5 * ia), (p.z + q.z) * (0.5 * ib))
    let across = dx * dx + dy * dy
    let form = across * ia + dz * dz * ib
    let w = mx * mx + my * my + mz * mz
    let root = w.squareRoot()
    let c = c2.squareRoot()
    // √(1 - q / 4), by which the middle of the chord is nearer to the earth's centre than the ellipsoid.
    let height = 1 - form * (0.125 + form * (1.0 / 128 + form * (1.0 / 1024)))
    let curvature = form * height / (c2 * root)
    let h2 = curvature * curvature * c2
    // (2 / κ) asin(κc / 2), as a series in (κc)².
    let first =
      c
      * (1 + h2
        * (1.0 / 24 + h2 * (3.0 / 640 + h2 * (5.0 / 7168 + h2 * (35.0 / 294_912 + h2 * (63.0 / 2_883_584))))))
    // What the change of the curvature adds is below 1e-10 m.
    if c2 < shortChord * shortChord { return first }
    // On the ellipsoid at the middle, with unit tangent t = d / c and p″ = -κ Ap / |Ap|.
    let w1 = 2 * (mx * dx * ia + my * dy * ia + mz * dz * ib) / c
    let bent = (mx * mx + my * my) * ia + mz * mz * ib
    let w2 = 2 * ((across * ia * ia + dz * dz * ib * ib) / c2 - curvature * bent / (root * height))
    let iw = height * height / w
    let k1 = -1.5 * curvature * w1 * iw
    let k2 = curvature * (-1.5 * w2 * iw + 3.75 * w1 * w1 * iw / w)
    let first2 = first * first
    return first + first2 * first2 * first * (curvature * k2 * (1.0 / 480) + k1 * k1 * (1.0 / 1440))
  }
}
