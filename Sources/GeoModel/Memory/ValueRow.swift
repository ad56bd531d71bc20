/// A row of plain values that grows and is filled again and again.
///
/// An array looks at every append whether somebody else holds it; this one nobody else can hold.
struct Row<Element: BitwiseCopyable>: ~Copyable {
  private var memory = UnsafeMutablePointer<Element>.allocate(capacity: 64)
  private var capacity = 64
  private(set) var count = 0

  deinit { memory.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count * 2) }
    memory[count] = element
    count += 1
  }

  /// Room for so many values, which hold anything.
  mutating func take(_ count: Int) {
    if count > capacity { grow(to: max(count, capacity * 2)) }
    self.count = count
  }

  /// Takes the last values off, down to so many.
  mutating func cut(to count: Int) { self.count = min(count, self.count) }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: size)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity = size
  }

  /// The values, until more are added.
  @inline(__always)
  var values: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: memory, count: count) }
}
