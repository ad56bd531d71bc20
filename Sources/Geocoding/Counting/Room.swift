/// Room for values without references that one document after the other writes into, so that none has to ask for memory.
///
/// Grows to what the largest document needed.
final class Room<Element> {
  private var memory = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)

  deinit { memory.deallocate() }

  /// Room for so many values, which hold anything; what was handed out before is lost.
  func take(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
    if count > memory.count {
      memory.deallocate()
      memory = .allocate(capacity: max(count, memory.count * 2, 64))
    }
    return UnsafeMutableBufferPointer(rebasing: memory[..<count])
  }
}
