internal import GeoModel

/// Cuts a file into lines with bounded memory.
struct LineBytes {
  enum Line {
    case bytes([UInt8])
    /// A line beyond the limit; its bytes were passed over.
    case tooLong
    /// The beginning of a line beyond `longLimit`: `ahead`, of which nothing was passed over.
    case long
  }

  private let file: FileBytes
  private let limit: Int
  /// Where a line is told to be long; `nil` for nowhere.
  private let longLimit: Int?
  /// The line that was told to be long is wanted as any other.
  private var takesLong = false
  private var buffer: [UInt8]
  private var position = 0
  private var isAtEnd = false
  /// Lines handed out so far.
  private(set) var number = 0

  /// - Parameter start: bytes of the file that were read already.
  init(_ file: FileBytes, limit: Int, longLimit: Int? = nil, start: [UInt8] = []) {
    self.longLimit = longLimit
    self.file = file
    self.limit = limit
    buffer = start
  }

  /// Whether a whole line that holds something has been read already.
  var hasLine: Bool {
    guard position < buffer.count, buffer[position] > 0x20 else { return false }
    return lineEnd(from: position) != nil
  }

  private func lineEnd(from start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { ByteScan.first(0x0A, in: $0, start..<$0.count) }
  }

  mutating func next() throws(ReadingError) -> Line? {
    var scanned = position
    var isTooLong = false
    while true {
      if let end = lineEnd(from: scanned) {
        defer { position = end + 1 }
        number += 1
        takesLong = false
        return isTooLong || end - position > limit ? .tooLong : .bytes(Array(buffer[position..<end]))
      }
      guard !isAtEnd else { return last(isTooLong) }
      if let longLimit, !takesLong, buffer.count - position > longLimit { return .long }
      if buffer.count - position > limit {
        isTooLong = true
        buffer.removeAll(keepingCapacity: true)
      } else {
        buffer.removeFirst(position)
      }
      position = 0
      scanned = buffer.count
      isAtEnd = try !file.read(1 << 18, into: &buffer)
    }
  }

  private mutating func last(_ isTooLong: Bool) -> Line? {
    let rest = Array(buffer[position...])
    buffer = []
    position = 0
    guard isTooLong || !rest.isEmpty else { return nil }
    number += 1
    return isTooLong || rest.count > limit ? .tooLong : .bytes(rest)
  }
}

// MARK: Long lines

extension LineBytes {
  /// What was read of the file and not handed out.
  var ahead: ArraySlice<UInt8> { buffer[position...] }

  mutating func pass(_ count: Int) { position += count }

  /// Reads more; `false` at the end of the file.
  mutating func readOn() throws(ReadingError) -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeFirst(position)
    position = 0
    isAtEnd = try !file.read(1 << 18, into: &buffer)
    return !isAtEnd
  }

  /// What is left of a line that was handed out in part.
  mutating func rest() throws(ReadingError) -> Line? {
    takesLong = true
    return try next()
  }

  /// Has the line that was told to be long handed out by `next`, if it is within the limit.
  mutating func takeLong() { takesLong = true }
}
