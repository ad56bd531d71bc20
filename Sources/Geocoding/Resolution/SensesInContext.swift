internal import Gazetteer

/// What the other names of a document say of some senses, worked out for four of them at a time.
///
/// In single precision, which is good to 3 m where it compares distances.
struct SensesInContext {
  static let lanes = 4

  private(set) var total: Float = 0
  private(set) var sameCountry = SIMD4<Float>()
  private(set) var sameRegion = SIMD4<Float>()
  /// How likely the others lie inside.
  private(set) var held = SIMD4<Float>()
  private(set) var within25 = SIMD4<Float>()
  private(set) var within161 = SIMD4<Float>()
  private(set) var within500 = SIMD4<Float>()

  /// - Parameters:
  ///   - first: the first one of the senses; of those behind the last one what is said is without meaning.
  ///   - group: of the name; what it says itself does not count.
  @inline(__always)
  init(
    _ senses: UnsafeBufferPointer<NameSense>, _ first: Int, _ group: Int,
    _ points: UnsafeBufferPointer<ContextPoints.Point>, _ reach: ContextReach
  ) {
    var (x, y, z) = (SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>())
    var country = SIMD4<UInt32>(repeating: Self.noRow)
    var region = SIMD4<UInt32>(repeating: Self.noRow)
    var holds = false
    let count = min(Self.lanes, senses.count - first)
    for lane in 0..<count {
      let place = senses[first + lane].place
      x[lane] = place.position.x
      y[lane] = place.position.y
      z[lane] = place.position.z
      if place.country != PlaceTraits.none { country[lane] = place.country }
      if place.region != PlaceTraits.none { region[lane] = place.region }
      holds = holds || place.isAdministrative
    }
    for point in points where point.group != group {
      total += point.probability
      sameCountry += Self.each(point.probability, country .== point.country)
      sameRegion += Self.each(point.probability, region .== point.region)
      let dx = x - point.x
      let dy = y - point.y
      let dz = z - point.z
      let chord = dx * dx + dy * dy + dz * dz
      within500 += Self.each(point.far, chord .< reach.chord500)
      within161 += Self.each(point.near, chord .< reach.chord161)
      within25 += Self.each(point.near, chord .< reach.chord25)
    }
    guard holds else { return }
    for lane in 0..<count where senses[first + lane].place.isAdministrative {
      let place = senses[first + lane].place
      for point in points where point.group != group && point.sense.pointee.place.isInside(place) {
        held[lane] += point.probability
      }
    }
  }

  /// Equal to no row, not even to that of another place that has none.
  private static let noRow = PlaceTraits.none - 1

  @inline(__always)
  private static func each(_ amount: Float, _ mask: SIMDMask<SIMD4<Int32>>) -> SIMD4<Float> {
    SIMD4<Float>(repeating: 0).replacing(with: amount, where: mask)
  }
}

/// The distances within which a place speaks for another, as squares of chords; at hand for every document.
struct ContextReach {
  let chord25 = Float(PlaceTraits.chordSquared(kilometers: 25))
  let chord161 = Float(PlaceTraits.chordSquared(kilometers: 161))
  let chord500 = Float(PlaceTraits.chordSquared(kilometers: 500))

  static let known = ContextReach()
}
