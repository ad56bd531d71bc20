/// A row of values without references that grows and is filled again and again.
///
/// An array looks at every append whether somebody else holds it; this one nobody else can hold.
public struct ValueRow<Element>: ~Copyable {
  @usableFromInline var memory: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0

  @inlinable public init() {
    capacity = 64
    memory = .allocate(capacity: capacity)
  }

  @inlinable
  deinit { memory.deallocate() }

  @inlinable public var count: Int { filled }

  @inlinable public mutating func removeAll() { filled = 0 }

  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if filled == capacity { grow(to: filled * 2) }
    (memory + filled).initialize(to: element)
    filled += 1
  }

  /// Room for so many values, which hold anything.
  @inlinable public mutating func take(_ count: Int) {
    if count > capacity { grow(to: max(count, capacity * 2)) }
    filled = count
  }

  /// Takes the last values off, down to so many.
  @inlinable public mutating func cut(to count: Int) { filled = min(count, filled) }

  @inlinable
  mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: size)
    larger.moveInitialize(from: memory, count: filled)
    memory.deallocate()
    memory = larger
    capacity = size
  }

  /// The values, until more are added.
  @inlinable @inline(__always)
  public var values: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: memory, count: filled)
  }
}
