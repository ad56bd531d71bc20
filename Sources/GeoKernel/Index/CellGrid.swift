/// Cubic cells of earth-centred space, numbered by a hash.
struct CellGrid: Sendable {
  /// Edge of a cell in metres.
  let edge: Double
  private let perMeter: Double
  private let shift: UInt64

  /// Added to coordinates so that all are positive, and cutting off decimals rounds down.
  private static let offset = 6_400_000.0

  /// - Parameter bits: the hash has so many; 1 ... 32.
  init(edge: Double, bits: Int) {
    self.edge = edge
    perMeter = 1 / edge
    shift = UInt64(64 - bits)
  }

  @inline(__always)
  func cell(_ coordinate: Double) -> Int { Int((coordinate + Self.offset) * perMeter) }

  /// The bucket of a cell; different cells may share one.
  @inline(__always)
  func bucket(_ x: Int, _ y: Int, _ z: Int) -> Int {
    let sum =
      UInt64(truncatingIfNeeded: x) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: y)
      &* 0xC2B2_AE3D_27D4_EB4F &+ UInt64(truncatingIfNeeded: z) &* 0x1656_67B1_9E37_79F9
    return Int(truncatingIfNeeded: ((sum ^ (sum &>> 32)) &* 0xD6E8_FEB8_6659_FD93) &>> shift)
  }

  @inline(__always)
  func bucket(of p: Cartesian) -> Int { bucket(cell(p.x), cell(p.y), cell(p.z)) }

  /// Calls `body` with the bucket of every cell that has a part of the ellipsoid in it and is touched by the
  /// ball of `radius` metres round `center`.
  func forEachBucket(touchedBy center: Cartesian, radius: Double, _ body: (Int) -> Void) {
    let reach = radius * (1 + 1e-9) + 1e-6
    let r2 = reach * reach
    let xs = slabs(center.x, reach)
    let ys = slabs(center.y, reach)
    let zs = slabs(center.z, reach)
    for x in xs {
      for y in ys where x.gap2 + y.gap2 <= r2 {
        for z in zs where x.gap2 + y.gap2 + z.gap2 <= r2 {
          let least =
            x.least2 / (WGS84.a * WGS84.a) + y.least2 / (WGS84.a * WGS84.a) + z.least2 / (WGS84.b * WGS84.b)
          let most =
            x.most2 / (WGS84.a * WGS84.a) + y.most2 / (WGS84.a * WGS84.a) + z.most2 / (WGS84.b * WGS84.b)
          if least > 1 + 1e-9 || most < 1 - 1e-9 { continue }
          body(bucket(x.cell, y.cell, z.cell))
        }
      }
    }
  }

  /// The cells along one axis that come within reach of a coordinate, squared: how far they are from it, and
  /// how far from the earth's centre at least and at most.
  private struct Slab {
    let cell: Int
    let gap2, least2, most2: Double
  }

  private func slabs(_ coordinate: Double, _ reach: Double) -> [Slab] {
    let first = cell(max(-Self.offset, coordinate - reach))
    let last = cell(min(Self.offset, coordinate + reach))
    return (first...last).map { cell in
      let low = Double(cell) * edge - Self.offset
      let high = low + edge
      let gap = max(0, low - coordinate, coordinate - high)
      let least = max(0, low, -high)
      let most = max(abs(low), abs(high))
      return Slab(cell: cell, gap2: gap * gap, least2: least * least, most2: most * most)
    }
  }
}
