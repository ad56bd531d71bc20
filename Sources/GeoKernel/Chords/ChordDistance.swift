/// Distances from chords, without `geod_inverse` as long as they are good enough without.
///
/// # Formula
/// For ends P and Q, d = Q - P, c = |d|, t = d / c, A = diag(1/a², 1/a², 1/b²), q = dᵀAd and m = (P + Q) / 2, let p be
/// the point of the ellipsoid above m along N = Am / |Am|. The curvature of the normal section there is, after
/// Euler, κ = q / (c²|Ap|), its torsion τ = (N × t)ᵀAt / |Ap|. An arc of that curvature over the chord is
/// s₁ = (2/κ) asin(κc/2). Along a geodesic κW^(3/2) is constant, with W = |Ap|² (Joachimsthal), which gives κ′
/// and κ″, and κ⁗ ≈ -4κ²κ″ since W goes round twice on the way round the earth.
///
/// For a curve of curvature κ + κ′u + κ″u²/2 + κ⁗u⁴/24 and torsion τ, u from the middle, the integral of the
/// tangents gives s - s₁ = s⁵(κκ″/480 + κ′²/1440 - κ²τ²/720) + s⁷κ³κ″/8064. The chord differs from the tangent in
/// the middle by κ′s²/24 towards the normal and by κτs²/24 across, so that κ was taken at t and not at the
/// tangent: another s⁵(κ²τ²/144 - κ′²/432). Together s⁵(κκ″/480 - 7κ′²/4320 + κ²τ²/180) + s⁷κ³κ″/8064.
///
/// Below ``nearChord`` p is m moved away from the earth's centre, which spares roots, and of what s₁ lacks
/// s⁵(κκ″/480 + κ′²/1440) is enough; below ``shortChord`` nothing of it is needed.
///
/// # Accuracy
/// Against `geod_inverse`, 4e5 pairs for each of 17 lengths, poles and equator among them, differ by at most
/// 7e-9 + 1.3e-48 s⁷ metres, the nearer forms at their limits too; ``error(_:)`` is four times that. What is within a radius and what is nearer never
/// rests on this: ``ChordBounds`` decide it.
struct ChordDistance {
  /// Metres; what nobody asked to have more exactly.
  static let tolerance = 1e-6
  /// Chords up to here have a distance good to ``tolerance``.
  static let greatestChord = 780_000.0
  private static let nearChord = 60_000.0
  private static let shortChord = 20_000.0

  /// The greatest error of ``arc(_:_:_:)`` at a distance of s metres, itself in metres.
  @inline(__always)
  static func error(_ s: Double) -> Double {
    let s2 = s * s
    return 2.8e-8 + 5.2e-48 * s2 * s2 * s2 * s
  }

  /// Length in metres of the shortest way between positions whose squared chord is `c2`, up to 1,000 km; the same
  /// bits in both directions.
  @inline(__always)
  static func arc(_ p: Cartesian, _ q: Cartesian, _ c2: Double) -> Double {
    if c2 > nearChord * nearChord { return far(p, q, c2) }
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
    let height = 1 - form * (0.125 + form * (1.0 / 128))
    let curvature = form * height / (c2 * root)
    let h2 = curvature * curvature * c2
    let first = c * (1 + h2 * (1.0 / 24 + h2 * (3.0 / 640 + h2 * (5.0 / 7168))))
    if c2 < shortChord * shortChord { return first }
    // On the ellipsoid at the middle, with p″ = -κ Ap / |Ap|.
    let w1 = 2 * (mx * dx * ia + my * dy * ia + mz * dz * ib) / c
    let bent = (mx * mx + my * my) * ia + mz * mz * ib
    let w2 = 2 * ((across * ia * ia + dz * dz * ib * ib) / c2 - curvature * bent / (root * height))
    let iw = height * height / w
    let k1 = -1.5 * curvature * w1 * iw
    let k2 = curvature * (-1.5 * w2 * iw + 3.75 * w1 * w1 * iw / w)
    let first2 = first * first
    return first + first2 * first2 * first * (curvature * k2 * (1.0 / 480) + k1 * k1 * (1.0 / 1440))
  }

  private static func far(_ p: Cartesian, _ q: Cartesian, _ c2: Double) -> Double {
    let ia = 1 / (WGS84.a * WGS84.a)
    let ib = 1 / (WGS84.b * WGS84.b)
    let (dx, dy, dz) = (q.x - p.x, q.y - p.y, q.z - p.z)
    // Am
    var (mx, my, mz) = ((p.x + q.x) * (0.5 * ia), (p.y + q.y) * (0.5 * ia), (p.z + q.z) * (0.5 * ib))
    let across = dx * dx + dy * dy
    let form = across * ia + dz * dz * ib
    let level = mx * mx + my * my
    let w = level + mz * mz
    let root = w.squareRoot()
    let quarter = 0.25 * form
    let height = quarter / (root * (root + (w + (level * ia + mz * mz * ib) / w * quarter).squareRoot()))
    // Ap = Am + (height |Am|) AN
    mx *= 1 + height * ia
    my *= 1 + height * ia
    mz *= 1 + height * ib
    let inverse = 1 / (mx * mx + my * my + mz * mz)
    let inverseRoot = inverse.squareRoot()
    let c = c2.squareRoot()
    let curvature = form / c2 * inverseRoot
    let h2 = curvature * curvature * c2
    // (2 / κ) asin(κc / 2), as a series in (κc)².
    let first =
      c
      * (1 + h2
        * (1.0 / 24 + h2 * (3.0 / 640 + h2 * (5.0 / 7168 + h2 * (35.0 / 294_912 + h2 * (63.0 / 2_883_584))))))
    // W′ / W and W″ / W, with p″ = -κ Ap / |Ap|; and τ, the direction across being Ap × t / |Ap|.
    let slope = 2 * inverse * (ia * (mx * dx + my * dy) + ib * (mz * dz)) / c
    let bent = (mx * mx + my * my) * ia + mz * mz * ib
    let bend =
      2 * inverse * ((across * ia * ia + dz * dz * ib * ib) / c2 - curvature * bent * inverseRoot)
    let torsion = (ib - ia) * inverse * (mx * dy - my * dx) * dz / c2
    // κ″ / κ, then what s₁ lacks, over s₁⁵κ².
    let second = 3.75 * slope * slope - 1.5 * bend
    let rest =
      second * (1.0 / 480 + h2 * (1.0 / 8064)) - slope * slope * (2.25 * 7 / 4320)
      + torsion * torsion * (1.0 / 180)
    let first2 = first * first
    return first + first2 * first2 * first * (curvature * curvature) * rest
  }
}
