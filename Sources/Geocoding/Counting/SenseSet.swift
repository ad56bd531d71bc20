/// A set of indices of senses; the first 64 take no memory of their own.
struct SenseSet: Sendable {
  private var first: UInt64 = 0
  private var rest: Set<Int> = []

  var count: Int { first.nonzeroBitCount + rest.count }
  var isEmpty: Bool { first == 0 && rest.isEmpty }

  @inline(__always)
  func contains(_ index: Int) -> Bool {
    index < 64 ? first & (1 << UInt64(index)) != 0 : !rest.isEmpty && rest.contains(index)
  }

  mutating func insert(_ index: Int) {
    if index < 64 { first |= 1 << UInt64(index) } else { rest.insert(index) }
  }
}
