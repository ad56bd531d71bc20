/// Sines and cosines of two angles in degrees at a time.
///
/// The argument is reduced in degrees, which is exact: multiples of 90° give exactly 0, 1 and -1, so that ±180°
/// is one meridian and every longitude at a pole one position. Within 45° of such a multiple both functions
/// are their Taylor series, cut where the next term is below 1e-17. Accuracy: 2e-16.
///
/// - Parameter degrees: -1e9 ... 1e9.
@inline(__always)
func sineCosine(degrees: SIMD2<Double>) -> (sine: SIMD2<Double>, cosine: SIMD2<Double>) {
  // Adding 1.5 · 2^52 rounds to a whole number, which then stands in the lowest bits.
  let shift = SIMD2<Double>(repeating: 0x1.8p52)
  let shifted = degrees * (1.0 / 90) + shift
  let turned = (shifted - shift) * 90
  let r = (degrees - turned) * (Double.pi / 180)
  let r2 = r * r
  let r4 = r2 * r2
  let r8 = r4 * r4
  // In pairs of terms, which do not wait for each other.
  let s0 = SIMD2(repeating: -1.0 / 6) + r2 * (1.0 / 120)
  let s1 = SIMD2(repeating: -1.0 / 5040) + r2 * (1.0 / 362_880)
  let s2 = SIMD2(repeating: -1.0 / 39_916_800) + r2 * (1.0 / 6_227_020_800)
  let s3 = SIMD2(repeating: -1.0 / 1_307_674_368_000) + r2 * (1.0 / 355_687_428_096_000)
  let sine = r + r * r2 * ((s0 + r4 * s1) + r8 * (s2 + r4 * s3))
  let c0 = SIMD2(repeating: 1.0 / 24) + r2 * (-1.0 / 720)
  let c1 = SIMD2(repeating: 1.0 / 40_320) + r2 * (-1.0 / 3_628_800)
  let c2 = SIMD2(repeating: 1.0 / 479_001_600) + r2 * (-1.0 / 87_178_291_200)
  let c3 = SIMD2(repeating: 1.0 / 20_922_789_888_000)
  let cosine = 1 - r2 * 0.5 + r4 * ((c0 + r4 * c1) + r8 * (c2 + r4 * c3))
  // Odd quadrants swap the two; the second and third turn the sine's sign, the first and second the cosine's.
  let quadrant = SIMD2<UInt64>(shifted[0].bitPattern, shifted[1].bitPattern)
  let one = SIMD2<UInt64>(repeating: 1)
  let swap = 0 &- (quadrant & one)
  let sineBits = SIMD2<UInt64>(sine[0].bitPattern, sine[1].bitPattern)
  let cosineBits = SIMD2<UInt64>(cosine[0].bitPattern, cosine[1].bitPattern)
  let sineSign = (quadrant & 2) &<< 62
  let cosineSign = ((quadrant &+ one) & 2) &<< 62
  let s = ((sineBits & ~swap) | (cosineBits & swap)) ^ sineSign
  let c = ((cosineBits & ~swap) | (sineBits & swap)) ^ cosineSign
  return (
    SIMD2(Double(bitPattern: s[0]), Double(bitPattern: s[1])),
    SIMD2(Double(bitPattern: c[0]), Double(bitPattern: c[1]))
  )
}
