#if canImport(FoundationEssentials)
  import FoundationEssentials
#endif
import Foundation

/// Folds letters so that spellings of one word meet: lower case, no diacritics, one form of i, e, и.
public enum Folding {
  /// Letters whose base form Unicode's decomposition does not give.
  private static let special: [UInt32: String] = [
    0x131: "i", 0x130: "i", 0x259: "e", 0x18F: "e", 0xDF: "ss", 0xF8: "o", 0xD8: "o", 0x111: "d", 0x110: "d",
    0x142: "l", 0x141: "l", 0xE6: "ae", 0xC6: "ae", 0x153: "oe", 0x152: "oe", 0xF0: "d", 0xFE: "th",
    0x456: "и", 0x406: "и", 0x457: "и", 0x407: "и", 0x454: "е", 0x404: "е", 0x491: "г", 0x490: "г",
  ]

  private static let table: [[UInt8]?] = (0..<0x2000).map { value in
    guard value >= 0x80, let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    if let form = special[UInt32(value)] { return Array(form.utf8) }
    let category = scalar.properties.generalCategory
    if category == .nonspacingMark { return [] }
    guard category == .uppercaseLetter || category == .lowercaseLetter || category == .titlecaseLetter else {
      return nil
    }
    let decomposed = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
    let base = decomposed.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
    return base.flatMap { Array((special[$0.value] ?? String($0)).utf8) }
  }

  /// Appends the folded form of a scalar; apostrophes and invisible characters have none.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    if value < 0x80 {
      let byte = UInt8(value)
      if byte == 0x27 { return }
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      return
    }
    switch CharacterClass(value) {
    case .apostrophe, .invisible, .mark: return
    default: break
    }
    if value < 0x2000, let form = table[Int(value)] {
      bytes.append(contentsOf: form)
    } else if let scalar = Unicode.Scalar(value) {
      bytes.append(contentsOf: Array(String(scalar).utf8))
    }
  }

  static func isUppercase(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  /// The folded form of a word or phrase.
  public static func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { append(scalar.value, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
