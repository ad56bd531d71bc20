#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the straight chord between two positions says of the shortest way over the ellipsoid.
///
/// # Derivation
/// Let T be the unit tangent of a shortest geodesic of length s, n the normal of the ellipsoid along it, and c the
/// chord between its ends: c² = ∬ T(u)·T(v) du dv. Along a geodesic T′ = κn and n′ = -κT + τB. The curvature κ
/// is that of a normal section and so between κ₀ = b / a² (at a pole) and κ₁ = 1 / (a(1 - e²)) (the meridian at
/// the equator); the torsion |τ| is at most τ₁ = (κ₁ - 1 / a) / 2, half the greatest difference of the principal
/// curvatures.
///
/// *A chord is at least so long.* The angle between T(u) and T(v) is at most κ₁|u - v|, and the cosine falls on
/// 0 ... π, so for κ₁s ≤ π, that is up to 19,903 km, c ≥ (2 / κ₁) sin(κ₁s / 2) (Schur's comparison).
///
/// *A chord is at most so long.* Let κ² = κ₁² + τ₁² and w = v - u. The normal turns by at most κ|x - m| away from
/// that in the middle m of u and v, n₀, so (T(v) - T(u))·n₀ = ∫ κ n·n₀ is κ₀ (2 / κ) sin(κw / 2) or more, whence
/// T(u)·T(v) ≤ 1 - 2ρ sin²(κw / 2) with ρ = (κ₀ / κ)². Two integrations give, for κs ≤ π,
/// c² ≤ (1 - ρ)s² + (4ρ / κ²) sin²(κs / 2). Both bounds rise with s.
///
/// *Far apart.* The Gaussian curvature is nowhere below κ₀², so a triangle of shortest geodesics measures at most
/// 2π / κ₀ = 40,210 km round (Toponogov). Antipodes are 20,003.9 km apart; if s is more than 19,903 km, the far end
/// is therefore within 303 km of the antipode, and the chord longer than 12,713 - 303 = 12,410 km. A chord below
/// that has s ≤ 19,903 km, and both bounds hold.
///
/// # Guard
/// Earth-centred coordinates are good to 3 nm each and `geod_inverse` to 15 nm; every bound is moved outwards
/// by ``guardBand``, 50 nm, which covers both and the rounding of the bound itself.
enum ChordBounds {
  /// Metres by which every bound is widened.
  static let guardBand = 5e-8
  /// Chords from here on say nothing about the way; see "Far apart".
  static let greatestChord = 12_400_000.0

  static let greatestCurvature = 1 / (WGS84.a * (1 - WGS84.e2))
  private static let turning: Double = {
    let torsion = (greatestCurvature - 1 / WGS84.a) / 2
    return (greatestCurvature * greatestCurvature + torsion * torsion).squareRoot()
  }()
  private static let ratio =
    1 / (WGS84.greatestCurvatureRadius * turning * WGS84.greatestCurvatureRadius * turning)

  /// The longest chord that a way of `distance` metres can have; infinite beyond 19,900 km.
  static func longestChord(distance s: Double) -> Double {
    guard s < 19_900_000 else { return .infinity }
    let half = sin(turning * s / 2) / turning
    return ((1 - ratio) * s * s + 4 * ratio * half * half).squareRoot() * (1 + 1e-15) + guardBand
  }

  /// Whoever has a shorter chord than this is nearer than `distance` metres; never above ``greatestChord``.
  static func surelyWithinChord(distance s: Double) -> Double {
    guard greatestCurvature * s < .pi else { return greatestChord }
    let chord = 2 / greatestCurvature * sin(greatestCurvature * s / 2)
    return min(greatestChord, chord * (1 - 1e-15) - guardBand)
  }

  /// The longest way between positions a chord apart, in metres; infinite from ``greatestChord`` on.
  static func longestWay(chord c: Double) -> Double {
    guard c < greatestChord else { return .infinity }
    return 2 / greatestCurvature * asin(greatestCurvature * c / 2) * (1 + 1e-15) + guardBand
  }

  /// A chord longer than this belongs to a longer way than a chord `c` does; infinite where that is not known.
  ///
  /// It is ``longestChord(distance:)`` of ``longestWay(chord:)``. Up to 2,000 km that is c + (κ₁² - κ₀²)c³ / 24 and a
  /// rest below a tenth of the second term, 2.04e-17 c³, which spares the trigonometry.
  @inline(__always)
  static func surelyLongerChord(than c: Double) -> Double {
    if c < 2_000_000 { return c + 2.3e-17 * c * c * c + 3 * guardBand }
    return longestChord(distance: longestWay(chord: c))
  }
}
