import Foundation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#endif

/// Folds letters so that spellings of one word meet: lower case, no diacritics, one form of i, e, и.
public enum Folding {
  /// Letters whose base form Unicode's decomposition does not give.
  private static let special: [UInt32: String] = [
    0x131: "i", 0x130: "i", 0x259: "e", 0x18F: "e", 0xDF: "ss", 0xF8: "o", 0xD8: "o", 0x111: "d", 0x110: "d",
    0x142: "l", 0x141: "l", 0xE6: "ae", 0xC6: "ae", 0x153: "oe", 0x152: "oe", 0xF0: "d", 0xFE: "th",
    0x456: "и", 0x406: "и", 0x457: "и", 0x407: "и", 0x454: "е", 0x404: "е", 0x491: "г", 0x490: "г",
  ]

  static let tableSize: UInt32 = 0x2000
  static let isUpperFlag: UInt64 = 1 << 63
  private static let isSmallFlag: UInt64 = 1 << 62

  /// For each value: the folded bytes in the low 56 bits, first byte lowest, their number in bits
  /// 56...58, whether it is a small letter in bit 62, and whether it is a capital in bit 63.
  static let table: [UInt64] = (0..<tableSize).map { value in
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    var packed: UInt64 = scalar.properties.isUppercase ? isUpperFlag : 0
    if scalar.properties.generalCategory == .lowercaseLetter { packed |= isSmallFlag }
    let form = form(of: scalar)
    for (index, byte) in form.prefix(7).enumerated() { packed |= UInt64(byte) << UInt64(8 * index) }
    packed |= UInt64(min(form.count, 7)) << 56
    return packed
  }

  /// Whether a scalar is a small letter; not known of rare ones.
  @inline(__always)
  static func isSmall(_ value: UInt32, _ table: UnsafeBufferPointer<UInt64>) -> Bool {
    value < tableSize && table[Int(value)] & isSmallFlag != 0
  }

  private static func form(of scalar: Unicode.Scalar) -> [UInt8] {
    switch CharacterClass(scalar.value) {
    case .apostrophe, .invisible, .mark: return []
    default: break
    }
    if let form = special[scalar.value] { return Array(form.utf8) }
    let category = scalar.properties.generalCategory
    guard category == .uppercaseLetter || category == .lowercaseLetter || category == .titlecaseLetter else {
      return Array(String(scalar).utf8)
    }
    let decomposed = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
    let base = decomposed.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
    return base.flatMap { Array((special[$0.value] ?? String($0)).utf8) }
  }

  /// The folded form of a scalar beyond `table`, and whether it is a capital; apostrophes, combining marks and
  /// invisible characters have no folded form.
  static func rareForm(_ value: UInt32) -> (bytes: String.UTF8View, isUpper: Bool) {
    guard let scalar = Unicode.Scalar(value) else { return ("".utf8, false) }
    switch CharacterClass(value) {
    case .apostrophe, .invisible, .mark: return ("".utf8, false)
    default: return (String(scalar).utf8, scalar.properties.isUppercase)
    }
  }

  /// The folded form of a word or phrase.
  public static func fold(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      append(bytes, to: &folded)
      return String(decoding: folded, as: UTF8.self)
    }
  }

  /// Appends the folded form of UTF-8.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    table.withUnsafeBufferPointer { table in
      var at = 0
      while at < bytes.count {
        let (value, length) = UTF8Scalar.read(bytes, at, end: bytes.count)
        at += length
        guard value < tableSize else {
          folded.append(contentsOf: rareForm(value).bytes)
          continue
        }
        var packed = table[Int(value)]
        for _ in 0..<((packed >> 56) & 7) {
          folded.append(UInt8(truncatingIfNeeded: packed))
          packed >>= 8
        }
      }
    }
  }
}
