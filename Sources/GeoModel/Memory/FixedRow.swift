/// A row of numbers that never change, where it lies: reading them counts no references, as reading an array in an
/// object does.
///
/// `@unchecked Sendable`: nothing is written after `init`.
package final class FixedRow<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// As long as this object lives.
  package let values: UnsafeBufferPointer<Element>

  package init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    values = UnsafeBufferPointer(memory)
  }

  deinit { values.deallocate() }
}
