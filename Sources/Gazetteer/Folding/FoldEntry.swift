/// What one scalar becomes, in 64 bits: the low byte holds length and flags, the others up to six UTF-8 bytes.
struct FoldEntry: Equatable {
  let bits: UInt64

  /// A letter, a digit or a mark that counts as one: part of a token.
  static let isToken: UInt64 = 0x08
  /// A lower-case letter.
  static let isLowercase: UInt64 = 0x10
  /// Leaves no trace and does not end a token: accents, zero-width characters, apostrophes.
  static let isTransparent: UInt64 = 0x20
  /// A transparent character after which a suffix may begin: "Odesa'da".
  static let isApostrophe: UInt64 = 0x40
  /// Stands between the tokens of one name: white space, hyphen, ampersand.
  static let isJoiner: UInt64 = 0x80

  /// The length that says: too long for here, look in the overflow table.
  static let overflow = 7
  static let inlineCapacity = 6

  @inline(__always) init(bits: UInt64) { self.bits = bits }

  /// - Precondition: at most six bytes.
  init(_ bytes: [UInt8], flags: UInt64) {
    var packed = flags | UInt64(bytes.count)
    for (index, byte) in bytes.enumerated() { packed |= UInt64(byte) << UInt64(8 * (index + 1)) }
    bits = packed
  }

  @inline(__always) var count: Int { Int(bits & 7) }
  @inline(__always) var payload: UInt64 { bits >> 8 }
  @inline(__always) func has(_ flag: UInt64) -> Bool { bits & flag != 0 }
}
