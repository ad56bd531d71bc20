/// Reusable memory for one folded token, always followed by eight zero bytes so that it can be hashed by words.
///
/// A token longer than the capacity is cut and marked: no name is that long, so it matches none.
struct TokenBuffer: ~Copyable {
  let memory: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private(set) var count = 0
  private(set) var isCut = false

  init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity + 16)
    memory.initialize(repeating: 0, count: capacity + 16)
  }

  deinit { memory.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  mutating func clear() {
    count = 0
    isCut = false
  }

  @inline(__always)
  mutating func append(_ entry: FoldEntry, _ value: UInt32, _ tables: FoldTables) {
    if entry.count == FoldEntry.overflow { return appendLong(tables.longForm(value)) }
    guard count + entry.count <= capacity else {
      isCut = true
      return
    }
    UnsafeMutableRawPointer(memory + count).storeBytes(of: entry.payload.littleEndian, as: UInt64.self)
    count += entry.count
    terminate()
  }

  private mutating func appendLong(_ form: [UInt8]) {
    guard count + form.count <= capacity else {
      isCut = true
      return
    }
    for byte in form {
      memory[count] = byte
      count += 1
    }
    terminate()
  }

  @inline(__always)
  private func terminate() {
    UnsafeMutableRawPointer(memory + count).storeBytes(of: 0, as: UInt64.self)
  }
}
