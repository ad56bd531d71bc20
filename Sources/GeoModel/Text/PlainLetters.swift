/// The letters of ASCII that eight bytes begin with.
public struct PlainLetters {
  /// All eight bytes, letters in lower case.
  public let lowered: UInt64
  /// All bits of the letters, and none behind them.
  public let part: UInt64
  public let count: Int
  /// Bit 5 of each letter that is small, or a capital.
  public let small: UInt64
  public let capitals: UInt64

  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let tops: UInt64 = 0x8080_8080_8080_8080

  @inlinable @inline(__always)
  public init(_ bytes: UnsafePointer<UInt8>) {
    let word = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    lowered = word | 0x20 &* Self.ones
    let plain = lowered & ~Self.tops
    let others = ~(Self.notBelow(0x61, plain) & ~Self.notBelow(0x7B, plain) & ~word) & Self.tops
    // All bits below the first byte that belongs to no word.
    part = (others & (0 &- others)) >> 7 &- 1
    count = others.trailingZeroBitCount >> 3
    let cases = 0x20 &* Self.ones & part
    small = word & cases
    capitals = ~word & cases
  }

  /// The top bit of each byte that is not below `least`; bytes are below 0x80.
  @inlinable @inline(__always)
  static func notBelow(_ least: UInt64, _ word: UInt64) -> UInt64 {
    (word &+ (0x80 &- least) &* ones) & tops
  }
}
