/// Bytes written one after the other, with room behind them: asking an array for room at each of many small pieces
/// takes longer than writing them.
public struct ByteRoom: Sendable {
  @usableFromInline var room: [UInt8]
  @usableFromInline var filled = 0

  /// - Parameter capacity: bytes that are likely to come.
  public init(capacity: Int = 0) { room = [UInt8](repeating: 0, count: capacity) }

  /// Bytes written so far.
  @inlinable public var count: Int { filled }

  public var isEmpty: Bool { filled == 0 }

  /// What was written so far, as long as `body` runs.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try room.withUnsafeBufferPointer { (room) throws(Failure) in
      try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: room[..<count])))
    }
  }

  /// What was written, when nothing else is to be written.
  public consuming func finish() -> [UInt8] {
    room.removeLast(room.count - count)
    return room
  }

  /// Starts afresh in the same room.
  public mutating func removeAll() { filled = 0 }

  /// Makes room, so that writing so much more moves nothing.
  public mutating func reserve(_ more: Int) {
    if count + more > room.count { grow(to: count + more) }
  }

  /// - Parameter body: fills so many bytes; it gets those that lie there.
  @inline(__always) @inlinable
  public mutating func write(_ more: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void) {
    if room.count &- filled < more { grow(to: max(filled + more, 2 * room.count, 64)) }
    let start = filled
    room.withUnsafeMutableBytes { room in
      guard let memory = room.baseAddress else { return }
      body(UnsafeMutableRawBufferPointer(start: memory + start, count: more))
    }
    filled = start &+ more
  }

  @usableFromInline @inline(never)
  mutating func grow(to size: Int) {
    let (old, count) = (room, filled)
    room = Array(unsafeUninitializedCapacity: size) { larger, initialized in
      guard let memory = larger.baseAddress else { return }
      old.withUnsafeBufferPointer { old in
        if let start = old.baseAddress { memory.initialize(from: start, count: count) }
      }
      (memory + count).initialize(repeating: 0, count: size - count)
      initialized = size
    }
  }
}
