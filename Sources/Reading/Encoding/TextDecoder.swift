internal import GeoModel

/// Turns the bytes of a file into UTF-8 text.
enum TextDecoder {
  struct Decoded {
    var utf8: [UInt8]
    /// How, when it was not plain UTF-8.
    var notice: String?
  }

  /// `nil` for bytes that are no text.
  ///
  /// UTF-8 unless it is not valid; UTF-16 by its mark or its zero bytes; else a Windows code page, the one
  /// an HTML `charset` names or the one whose letters fit.
  static func decode(_ bytes: [UInt8], charset: String? = nil) -> Decoded? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      guard UTF8Check.isValid(bytes) else { return repaired(bytes) }
      return Decoded(utf8: Array(bytes.dropFirst(3)), notice: nil)
    }
    if let order = byteOrder(bytes) {
      let text = utf16(bytes, order)
      return isBinary(text) ? nil : Decoded(utf8: text, notice: "decoded as UTF-16")
    }
    guard !isBinary(bytes) else { return nil }
    if UTF8Check.isValid(bytes) { return Decoded(utf8: bytes, notice: nil) }
    if UTF8Check.isNearlyValid(bytes) { return repaired(bytes) }
    let encoding = charset.flatMap { SingleByteEncoding(name: $0) } ?? EncodingGuess.best(for: bytes)
    return Decoded(utf8: encoding.decode(bytes), notice: "decoded as \(encoding.rawValue)")
  }

  private static func repaired(_ bytes: [UInt8]) -> Decoded? {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return Decoded(utf8: Array(text[start...]), notice: "invalid UTF-8 was replaced by U+FFFD")
  }

  private enum ByteOrder { case little, big }

  private static func byteOrder(_ bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .little }
    if bytes.starts(with: [0xFE, 0xFF]) { return .big }
    let sample = bytes.prefix(2048)
    guard sample.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    // Latin text has a zero in nearly every second byte; other scripts at least at spaces and stops.
    let pairs = sample.count / 2
    if zeros[0] == 0, zeros[1] * 10 >= pairs { return .little }
    if zeros[1] == 0, zeros[0] * 10 >= pairs { return .big }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], _ order: ByteOrder) -> [UInt8] {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).lazy.map { index in
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return order == .little ? a | b << 8 : b | a << 8
    }
    return Array(String(decoding: Array(units), as: UTF16.self).utf8)
  }

  /// Zero bytes, or more control characters than a text has.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: "%PDF-".utf8) { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      let sample = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
      var controls = 0
      var at = ByteScan.firstControl(sample, from: 0)
      while at < sample.count {
        let byte = sample[at]
        if byte == 0 { return true }
        if !(0x08...0x0D).contains(byte), byte != 0x1B { controls += 1 }
        at = ByteScan.firstControl(sample, from: at + 1)
      }
      return controls * 50 > sample.count
    }
  }
}
