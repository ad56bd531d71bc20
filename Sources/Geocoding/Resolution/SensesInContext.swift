internal import Gazetteer

/// What the other names of a document say of two senses, worked out for both at a time.
struct SensesInContext {
  private(set) var total = 0.0
  private(set) var sameCountry = SIMD2<Double>()
  private(set) var sameRegion = SIMD2<Double>()
  /// How likely the others lie inside.
  private(set) var held = SIMD2<Double>()
  private(set) var within25 = SIMD2<Double>()
  private(set) var within161 = SIMD2<Double>()
  private(set) var within500 = SIMD2<Double>()

  /// - Parameter group: of the name; what it says itself does not count.
  @inline(__always)
  init(
    _ a: PlaceTraits, _ b: PlaceTraits, _ group: Int, _ points: UnsafeBufferPointer<ContextPoints.Point>,
    _ reach: ContextReach
  ) {
    let x = SIMD2(a.position.x, b.position.x)
    let y = SIMD2(a.position.y, b.position.y)
    let z = SIMD2(a.position.z, b.position.z)
    let country = SIMD2(Self.number(a.country), Self.number(b.country))
    let region = SIMD2(Self.number(a.region), Self.number(b.region))
    let (holdsA, holdsB) = (a.isAdministrative, b.isAdministrative)
    for point in points where point.group != group {
      let place = point.place
      total += point.probability
      sameCountry += Self.both(point.probability, country .== point.country)
      sameRegion += Self.both(point.probability, region .== point.region)
      if holdsA, place.isInside(a) { held.x += point.probability }
      if holdsB, place.isInside(b) { held.y += point.probability }
      let dx = x - place.position.x
      let dy = y - place.position.y
      let dz = z - place.position.z
      let chord = dx * dx + dy * dy + dz * dz
      within500 += Self.both(point.far, chord .< reach.chord500)
      within161 += Self.both(point.near, chord .< reach.chord161)
      within25 += Self.both(point.near, chord .< reach.chord25)
    }
  }

  /// A row as a number; none is equal to no row, not even to that of another place that has none.
  @inline(__always)
  private static func number(_ row: UInt32) -> Double { row == PlaceTraits.none ? -1 : Double(row) }

  @inline(__always)
  private static func both(_ amount: Double, _ mask: SIMDMask<SIMD2<Int64>>) -> SIMD2<Double> {
    SIMD2<Double>(repeating: 0).replacing(with: amount, where: mask)
  }
}

/// The distances within which a place speaks for another, as squares of chords; at hand for every document.
struct ContextReach {
  let chord25 = PlaceTraits.chordSquared(kilometers: 25)
  let chord161 = PlaceTraits.chordSquared(kilometers: 161)
  let chord500 = PlaceTraits.chordSquared(kilometers: 500)

  static let known = ContextReach()
}
