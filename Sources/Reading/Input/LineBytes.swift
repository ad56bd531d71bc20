/// Cuts a file into lines with bounded memory.
struct LineBytes {
  enum Line {
    case bytes([UInt8])
    /// A line beyond the limit; its bytes were passed over.
    case tooLong
  }

  private let file: FileBytes
  private let limit: Int
  private var buffer: [UInt8]
  private var position = 0
  private var isAtEnd = false
  /// Lines handed out so far.
  private(set) var number = 0

  /// - Parameter start: bytes of the file that were read already.
  init(_ file: FileBytes, limit: Int, start: [UInt8] = []) {
    self.file = file
    self.limit = limit
    buffer = start
  }

  /// Whether a whole line that holds something has been read already.
  var hasLine: Bool {
    guard position < buffer.count, buffer[position] > 0x20 else { return false }
    return buffer[position...].contains(0x0A)
  }

  mutating func next() throws(ReadingError) -> Line? {
    var scanned = position
    var isTooLong = false
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        number += 1
        return isTooLong || end - position > limit ? .tooLong : .bytes(Array(buffer[position..<end]))
      }
      guard !isAtEnd else { return last(isTooLong) }
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
