/// Room for values without references that one document after the other writes into, so that none has to ask for memory.
///
/// Grows to what the largest document needed.
struct Room<Element>: ~Copyable {
  private var memory: UnsafeMutablePointer<Element>
  private var capacity = 64

  init() { memory = .allocate(capacity: capacity) }

  deinit { memory.deallocate() }

  /// Room for so many values, which hold anything; what was handed out before is lost.
  @inline(__always)
  mutating func take(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: start(count), count: count)
  }

  /// The same; where it begins.
  @inline(__always)
  mutating func start(_ count: Int) -> UnsafeMutablePointer<Element> {
    if count > capacity { grow(to: count) }
    return memory
  }

  private mutating func grow(to count: Int) {
    memory.deallocate()
    capacity = max(count, capacity * 2)
    memory = .allocate(capacity: capacity)
  }
}
