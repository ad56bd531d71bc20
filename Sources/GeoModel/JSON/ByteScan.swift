#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Looks through bytes eight or more at a time.
public enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func word(_ raw: UnsafeRawPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The first place of a byte in a part of some bytes.
  public static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int? {
    precondition(part.lowerBound >= 0 && part.upperBound <= bytes.count)
    guard let base = bytes.baseAddress, !part.isEmpty,
      let found = memchr(base + part.lowerBound, Int32(byte), part.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How many bytes are not ASCII.
  public static func countBeyondASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    // Most texts begin with much that is.
    var at = 0
    while at + 32 <= bytes.count {
      let all = word(raw, at) | word(raw, at + 8) | word(raw, at + 16) | word(raw, at + 24)
      if all & tops != 0 { break }
      at += 32
    }
    return count(UnsafeBufferPointer(rebasing: bytes[at...])) { $0 & tops }
  }

  /// How many Unicode scalars begin in some bytes of UTF-8.
  public static func countScalars(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // Bytes of the form 10xxxxxx begin none.
    bytes.count - count(bytes) { $0 & tops & ~($0 << 1) }
  }

  /// How many bytes have their top bit set in what `mark` makes of them; each by itself, other bits are 0.
  @inline(__always)
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: (UInt64) -> UInt64) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    var count = 0
    var at = 0
    while at + 8 <= bytes.count {
      // A sum for each of the eight places, which all together stay below 256.
      var sums: UInt64 = 0
      let end = min(bytes.count - 8, at + 8 * 30)
      while at <= end {
        sums &+= mark(word(raw, at)) >> 7
        at += 8
      }
      count += Int((sums &* ones) >> 56)
    }
    while at < bytes.count {
      count += Int(mark(UInt64(bytes[at])) >> 7)
      at += 1
    }
    return count
  }

  /// The first place from `start` on of a control character (below 0x20); the end when there is none.
  public static func firstControl(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    let raw = UnsafeRawPointer(base)
    var at = start
    while at + 8 <= bytes.count {
      let word = word(raw, at)
      // Exact for the lowest byte that is one, which is all that is asked for.
      let found = (word &- 0x20 &* ones) & ~word & tops
      if found != 0 { return at + found.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < bytes.count, bytes[at] >= 0x20 { at += 1 }
    return at
  }

  /// The first place from `start` on that may not stand in a JSON string as it is: a quote, a backslash, a control
  /// character; the end when there is none.
  @inline(__always)
  static func firstSpecial(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    let raw = UnsafeRawPointer(base)
    var at = start
    while at + 8 <= bytes.count {
      let word = word(raw, at)
      let quote = word ^ (0x22 &* ones)
      let slash = word ^ (0x5C &* ones)
      let found =
        ((word &- 0x20 &* ones) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash) & tops
      if found != 0 { return at + found.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
    return at
  }
}
