/// A set of indices of senses; the first 64 take no memory of their own.
///
/// Nothing but numbers and a pointer, so that copies cost nothing; who made it gives its memory back.
struct SenseSet {
  private var first: UInt64 = 0
  /// Bits of the indices from 64 on; `nil` as long as none of them is in.
  private var rest: UnsafeMutableBufferPointer<UInt64>?
  private let size: Int

  /// - Parameter size: how many senses there are.
  init(size: Int) { self.size = size }

  func deallocate() { rest?.deallocate() }

  @inline(__always) var isEmpty: Bool { first == 0 && rest == nil }

  var count: Int { first.nonzeroBitCount + (rest?.reduce(0) { $0 + $1.nonzeroBitCount } ?? 0) }

  @inline(__always)
  func contains(_ index: Int) -> Bool {
    if index < 64 { return first & 1 << UInt64(index) != 0 }
    guard let rest else { return false }
    return rest[index / 64 - 1] & 1 << UInt64(index & 63) != 0
  }

  /// - Precondition: less than `size`.
  mutating func insert(_ index: Int) {
    precondition(index < size)
    if index < 64 {
      first |= 1 << UInt64(index)
      return
    }
    let words = rest ?? .allocate(capacity: (size - 1) / 64)
    if rest == nil { words.initialize(repeating: 0) }
    rest = words
    words[index / 64 - 1] |= 1 << UInt64(index & 63)
  }
}
