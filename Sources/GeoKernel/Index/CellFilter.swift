internal import GeoModel

/// Tells without trigonometry that none of many positions is within a distance of another.
///
/// The globe is cut into rows of latitude and every row into cells about as wide as it is high. For each cell a
/// bit, found by a hash, says whether a disc round one of the positions may touch it.
///
/// # Why nothing is missed
/// Along a way of length s the latitude changes by at most s / M, with M ≥ a(1 - e²) the meridian's radius of
/// curvature. Nowhere on it is the latitude farther from the equator than φ, the position's own and that change;
/// so the longitude changes by at most s / (a cos φ), for no circle of latitude is smaller than that of a sphere
/// of radius a. The box these two span is widened by a millionth. Rows and columns rise with latitude and
/// longitude, in floating point too, so that what is in the box is in a cell between those of its corners.
struct CellFilter: Sendable {
  private var words: [UInt64]
  private let shift: UInt64
  private let rowsPerDegree: Double
  /// A row belongs to the band of one degree that is its number moved right by so many bits.
  private let bandShift: Int
  /// Of each band; 0 within a degree of the poles, where a row is one cell.
  private let columnsPerDegree: [Double]

  /// `nil` where it would spare nothing: for large distances and for very many positions.
  init?(_ positions: [Coordinate], radius: Double) {
    guard !positions.isEmpty, positions.count <= 100_000, radius <= 200_000 else { return nil }
    // Cells from half the radius up to the radius high, but neither below 1/128° nor above 1°.
    var bandShift = 7
    while bandShift > 0, Double(1 << bandShift) * radius > 2 * 111_000 { bandShift -= 1 }
    self.bandShift = bandShift
    let rowsPerDegree = Double(1 << bandShift)
    self.rowsPerDegree = rowsPerDegree
    columnsPerDegree = (0...180).map { band in
      if band == 0 || band >= 179 { return 0 }
      let nearest = Double(max(0, band < 90 ? 89 - band : band - 90))
      return rowsPerDegree * cosine(degrees: nearest)
    }
    // A disc touches about sixteen cells; with sixteen bits to each few bits are set by chance.
    let bits = min(24, max(12, Int.bitWidth - (positions.count * 256).leadingZeroBitCount))
    shift = UInt64(64 - bits)
    words = [UInt64](repeating: 0, count: 1 << (bits - 6))
    for position in positions { mark(position, radius) }
  }

  private mutating func mark(_ position: Coordinate, _ radius: Double) {
    let up = (radius / (WGS84.a * (1 - WGS84.e2)) * (180 / .pi)) * (1 + 1e-6) + 1e-9
    let (south, north) = (max(-90, position.latitude - up), min(90, position.latitude + up))
    let narrowest = cosine(degrees: max(abs(south), abs(north)))
    let aside =
      narrowest > 1e-4 ? radius / (WGS84.a * narrowest) * (180 / .pi) * (1 + 1e-6) + 1e-9 : .infinity
    var spans: [(west: Double, east: Double)] = []
    if aside >= 180 {
      spans = [(-180, 180)]
    } else {
      let (west, east) = (position.longitude - aside, position.longitude + aside)
      spans = [(max(-180, west), min(180, east))]
      if west <= -180 { spans.append((west + 360 - 1e-9, 180)) }
      if east >= 180 { spans.append((-180, east - 360 + 1e-9)) }
    }
    for row in self.row(south)...self.row(north) {
      for span in spans {
        for column in self.column(span.west, row)...self.column(span.east, row) {
          let bit = bit(row, column)
          words[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      }
    }
  }

  @inline(__always)
  private func row(_ latitude: Double) -> Int { Int((latitude + 90) * rowsPerDegree) }

  @inline(__always)
  private func column(_ longitude: Double, _ row: Int) -> Int {
    columnsPerDegree.withUnsafeBufferPointer { Int((longitude + 180) * $0[row >> bandShift]) }
  }

  @inline(__always)
  private func bit(_ row: Int, _ column: Int) -> Int {
    Int(
      truncatingIfNeeded: (UInt64(truncatingIfNeeded: row << 16 | column) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// Writes which of the positions some indexed one may be near to, ascending, and says how many they are.
  @inline(__always)
  func select(
    _ positions: UnsafeBufferPointer<Coordinate>, into selected: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    words.withUnsafeBufferPointer { words in
      var count = 0
      for i in positions.indices {
        let row = row(positions[i].latitude)
        let bit = bit(row, column(positions[i].longitude, row))
        selected[count] = i
        count += Int(truncatingIfNeeded: words[bit >> 6] &>> UInt64(bit & 63) & 1)
      }
      return count
    }
  }
}

private func cosine(degrees: Double) -> Double {
  sineCosine(degrees: SIMD2(degrees, degrees)).cosine[0]
}
