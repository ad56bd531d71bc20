/// Character references of HTML, blanked so that words stay whole and offsets stay true.
enum HTMLEntities {
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "laquo": 0xAB,
    "raquo": 0xBB, "ndash": 0x2013, "mdash": 0x2014, "hellip": 0x2026, "lsquo": 0x2018, "rsquo": 0x2019,
    "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "sbquo": 0x201A, "copy": 0xA9, "reg": 0xAE,
    "trade": 0x2122, "bull": 0x2022, "middot": 0xB7, "euro": 0x20AC, "pound": 0xA3, "deg": 0xB0,
    "shy": 0xAD, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "auml": 0xE4,
    "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF, "eacute": 0xE9,
    "Eacute": 0xC9, "egrave": 0xE8, "ecirc": 0xEA, "agrave": 0xE0, "acirc": 0xE2, "ccedil": 0xE7,
    "Ccedil": 0xC7, "icirc": 0xEE, "Icirc": 0xCE, "iuml": 0xEF, "ocirc": 0xF4, "ucirc": 0xFB, "ugrave": 0xF9,
    "ntilde": 0xF1, "aacute": 0xE1, "iacute": 0xED, "oacute": 0xF3, "uacute": 0xFA, "oslash": 0xF8,
    "aring": 0xE5, "scedil": 0x15F, "Scedil": 0x15E, "abreve": 0x103, "inodot": 0x131,
  ]

  /// Replaces the reference at `start` of `text` in `utf8` by its character, padded to the same length
  /// with soft hyphens and zero-width spaces, which neither split words nor take part in them.
  /// Returns where to go on.
  static func replace(_ utf8: inout [UInt8], _ text: [UInt8], at start: Int) -> Int {
    guard let (scalar, end) = reference(text[...], start) else { return start + 1 }
    let form = Array(String(scalar).utf8)
    guard form.count <= end - start else { return end }
    utf8.replaceSubrange(start..<(start + form.count), with: form)
    pad(&utf8, (start + form.count)..<end, isSpace: scalar.properties.isWhitespace)
    return end
  }

  private static func pad(_ utf8: inout [UInt8], _ range: Range<Int>, isSpace: Bool) {
    var index = range.lowerBound
    if isSpace || range.count == 1 {
      for place in range { utf8[place] = 0x20 }
      return
    }
    if range.count % 2 == 1 {
      utf8.replaceSubrange(index..<(index + 3), with: [0xE2, 0x80, 0x8B])
      index += 3
    }
    while index < range.upperBound {
      utf8.replaceSubrange(index..<(index + 2), with: [0xC2, 0xAD])
      index += 2
    }
  }

  private static func reference(_ text: ArraySlice<UInt8>, _ start: Int) -> (Unicode.Scalar, end: Int)? {
    guard let end = text[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > start + 1 else {
      return nil
    }
    let body = String(decoding: text[(start + 1)..<end], as: UTF8.self)
    var value = named[body]
    if body.hasPrefix("#x") || body.hasPrefix("#X") {
      value = UInt32(body.dropFirst(2), radix: 16)
    } else if body.hasPrefix("#") {
      value = UInt32(body.dropFirst())
    }
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1)
  }

  /// Text with its references replaced and its white space collapsed, for titles.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    var result = String.UnicodeScalarView()
    var index = bytes.startIndex
    var plain: [UInt8] = []
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, index) {
        result.append(contentsOf: String(decoding: plain, as: UTF8.self).unicodeScalars)
        plain = []
        result.append(scalar)
        index = end
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    result.append(contentsOf: String(decoding: plain, as: UTF8.self).unicodeScalars)
    let words = String(result).split { $0.isWhitespace }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
