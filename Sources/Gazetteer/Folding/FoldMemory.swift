/// The tables of a folding in memory of their own.
///
/// `@unchecked Sendable`: the memory is not written after `init`.
final class FoldMemory: @unchecked Sendable {
  private let flat: UnsafeMutablePointer<UInt64>
  private let overflow: UnsafeRawBufferPointer

  var tables: FoldTables { FoldTables(flat: flat, overflow: overflow) }

  init(_ tables: (flat: [UInt64], overflow: [FoldOverflow])) {
    flat = .allocate(capacity: tables.flat.count)
    flat.initialize(from: tables.flat, count: tables.flat.count)
    var bytes: [UInt8] = []
    for row in tables.overflow { row.write(to: &bytes) }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    overflow = UnsafeRawBufferPointer(copy)
  }

  deinit {
    flat.deallocate()
    overflow.deallocate()
  }
}
