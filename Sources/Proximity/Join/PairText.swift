internal import GeoModel

/// Rows of two ids and a distance, written through a pointer since there are millions.
struct PairText: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private let decimals: Int
  private let scale: UInt64

  /// - Parameter decimals: of distances, 0 ... 6.
  init(decimals: Int, capacity: Int) {
    self.decimals = decimals
    scale = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000][decimals]
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// All that was written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// One row; the distance is not negative and below 1e9 m.
  @inline(__always)
  mutating func append(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ distance: Double) {
    // Two commas, a point, a line end, and seventeen digits at most.
    let needed = a.count + b.count + 32
    if capacity - count < needed { grow(needed) }
    var at = start + count
    PairText.copy(a, &at)
    at.pointee = UInt8(ascii: ",")
    at += 1
    PairText.copy(b, &at)
    at.pointee = UInt8(ascii: ",")
    at += 1
    append(distance, &at)
    at.pointee = 0x0A
    count = at + 1 - start
  }

  @inline(__always)
  private static func copy(_ text: UnsafeBufferPointer<UInt8>, _ at: inout UnsafeMutablePointer<UInt8>) {
    guard let from = text.baseAddress else { return }
    at.update(from: from, count: text.count)
    at += text.count
  }

  /// Rounded half upwards, as `JSONWriter.append(fixed:decimals:)` does.
  @inline(__always)
  private func append(_ distance: Double, _ at: inout UnsafeMutablePointer<UInt8>) {
    let scaled = UInt64(distance * Double(scale) + 0.5)
    var whole = UInt32(truncatingIfNeeded: scaled / scale)
    var part = UInt32(truncatingIfNeeded: scaled % scale)
    var digits = 1
    var limit: UInt32 = 10
    while digits < 9, whole >= limit {
      digits += 1
      limit *= 10
    }
    var i = digits
    repeat {
      i -= 1
      at[i] = UInt8(truncatingIfNeeded: UInt32(UInt8(ascii: "0")) &+ whole % 10)
      whole /= 10
    } while i > 0
    at += digits
    if decimals == 0 { return }
    at.pointee = UInt8(ascii: ".")
    i = decimals
    while i > 0 {
      at[i] = UInt8(truncatingIfNeeded: UInt32(UInt8(ascii: "0")) &+ part % 10)
      part /= 10
      i -= 1
    }
    at += decimals + 1
  }

  private mutating func grow(_ needed: Int) {
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + needed)
    wider.update(from: start, count: count)
    start.deallocate()
    start = wider
    capacity = 2 * capacity + needed
  }
}
