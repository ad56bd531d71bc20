/// ISO 3166 alpha-2 in sixteen bits: the two letters, 0 for none.
enum CountryCode {
  static func pack(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    if bytes.isEmpty { return 0 }
    guard bytes.count == 2, bytes.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return nil }
    return UInt16(bytes[0]) << 8 | UInt16(bytes[1])
  }

  static func pack(_ text: String) -> UInt16? {
    var text = text
    return text.withUTF8 { pack($0) }
  }

  static func text(_ code: UInt16) -> String? {
    code == 0 ? nil : String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
  }
}
