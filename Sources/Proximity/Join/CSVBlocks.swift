#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Cuts comma-separated text into blocks of whole records, without looking at their fields.
///
/// A quote opens a quoted field only where a field begins (RFC 4180); line ends inside of quotes end nothing.
package struct CSVBlocks {
  package struct Block: Sendable {
    let bytes: [UInt8]
    /// Number of its first line, from 1.
    let firstLine: Int
    /// `nil` when quotes stand where they should not, and in the header.
    var ends: FieldEnds?
  }

  static let greatestField = 64 << 20

  private let read: (UnsafeMutableRawBufferPointer) throws -> Int
  private let path: String
  private var carried: [UInt8] = []
  private var line = 1
  private var isAtEnd = false
  /// What separates fields; known once the header was read.
  var delimiter = UInt8(ascii: ",")

  init(path: String, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    self.path = path
    self.read = read
  }

  /// The first record, which names the columns; `nil` for an empty file.
  mutating func header() throws -> Block? {
    try fill(1 << 16)
    if carried.starts(with: [0xEF, 0xBB, 0xBF]) { carried.removeFirst(3) }
    while true {
      let end = carried.withUnsafeBufferPointer { bytes -> Int? in
        var isQuoted = false
        for i in 0..<bytes.count {
          if bytes[i] == UInt8(ascii: "\"") { isQuoted.toggle() }
          if bytes[i] == 0x0A, !isQuoted { return i + 1 }
        }
        return isAtEnd ? bytes.count : nil
      }
      if let end { return end == 0 ? nil : take(end) }
      if carried.count > 1 << 20 {
        throw JoinInputError(
          kind: .malformed, path: path, reason: "the first line is longer than 1 MB; this is no table")
      }
      try fill(1 << 16)
    }
  }

  /// The next records, `nil` at the end.
  mutating func next(size: Int) throws -> Block? {
    var size = max(256, size)
    while true {
      if !isAtEnd, carried.count < size { try fill(size - carried.count) }
      if carried.isEmpty { return nil }
      let isRest = isAtEnd && carried.count <= size
      let ends = carried.withUnsafeBytes {
        FieldEnds(
          UnsafeRawBufferPointer(rebasing: $0.prefix(size)), delimiter: delimiter, isAtEnd: isRest)
      }
      if isRest { return take(carried.count, ends) }
      let end = ends.map { behind($0) } ?? endOfRecords(before: min(size, carried.count))
      if end > 0 { return take(end, ends) }
      if size > Self.greatestField {
        throw JoinInputError(
          kind: .malformed, path: path,
          reason: "line \(line): a quoted field does not end within \(Self.greatestField >> 20) MB")
      }
      size *= 2
    }
  }

  /// Reads so much behind what is carried.
  private mutating func fill(_ count: Int) throws {
    var failure: (any Error)?
    let start = carried.count
    carried = [UInt8](unsafeUninitializedCapacity: start + count) { buffer, filled in
      let memory = UnsafeMutableRawBufferPointer(buffer)
      memory.copyBytes(from: carried)
      filled = start
      do {
        while filled < start + count {
          let more = try read(
            UnsafeMutableRawBufferPointer(rebasing: memory[filled...].prefix(start + count - filled)))
          if more == 0 { break }
          filled += more
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    isAtEnd = carried.count < start + count
  }

  private func behind(_ ends: FieldEnds) -> Int { ends.records.last.map { Int($0) + 1 } ?? 0 }

  private mutating func take(_ end: Int, _ ends: FieldEnds? = nil) -> Block {
    let lines = ends.flatMap { $0.holdsLineEnds ? nil : $0.records.count } ?? lineEnds(before: end)
    let rest = Array(carried[end...])
    carried.removeSubrange(end...)
    let block = Block(bytes: carried, firstLine: line, ends: ends)
    carried = rest
    line += lines
    return block
  }

  private func lineEnds(before end: Int) -> Int {
    carried.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var count = 0
      var at = 0
      while at < end, let found = memchr(base + at, 0x0A, end - at) {
        count += 1
        at = UnsafeRawPointer(found) - base + 1
      }
      return count
    }
  }

  /// Behind the last line end before a place that is outside of quotes.
  private func endOfRecords(before end: Int) -> Int {
    carried[..<end].withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let quote = Int32(UInt8(ascii: "\""))
      func find(_ from: Int) -> Int? {
        guard from < bytes.count, let found = memchr(base + from, quote, bytes.count - from) else {
          return nil
        }
        return UnsafeRawPointer(found) - base
      }
      // Line ends between quoted fields; those inside of them end nothing.
      var outside = 0
      var result = 0
      func note(before limit: Int) {
        var end = limit
        while end > outside, bytes[end - 1] != 0x0A { end -= 1 }
        if end > outside { result = end }
      }
      var limit = bytes.count
      var at = 0
      while let opening = find(at) {
        let before = opening == 0 ? 0x0A : bytes[opening - 1]
        if before != delimiter, before != 0x0A {
          at = opening + 1
          continue
        }
        var closing = find(opening + 1)
        while let place = closing, place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
          closing = find(place + 2)
        }
        // At the very end of what was read the next byte may be the second half of a doubled quote.
        guard let closing, closing + 1 < bytes.count else {
          limit = opening
          break
        }
        note(before: opening)
        at = closing + 1
        outside = at
      }
      note(before: limit)
      return result
    }
  }
}
