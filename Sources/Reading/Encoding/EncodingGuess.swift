/// Which Windows code page a text is in, from the bytes beyond ASCII.
enum EncodingGuess {
  static func best(for bytes: [UInt8]) -> SingleByteEncoding {
    let sample = bytes.prefix(1 << 16)
    var counts = [Int](repeating: 0, count: 256)
    var high = 0
    var runs = 0
    var previousIsHigh = false
    for byte in sample {
      counts[Int(byte)] += 1
      // Letters only: quotation marks and dashes stand below 0xC0 in all four pages.
      let isHigh = byte >= 0xC0
      high += isHigh ? 1 : 0
      runs += isHigh && !previousIsHigh ? 1 : 0
      previousIsHigh = isHigh
    }
    // Cyrillic words are runs of high bytes; in Latin scripts they stand alone.
    if high >= 3 * max(runs, 1) { return .windows1251 }
    func count(_ values: [Int]) -> Int { values.reduce(0) { $0 + counts[$1] } }
    // The bytes of ă Ă ş Ş of 1250, of ğ Ğ ı İ ş Ş of 1254, and of the letters of both and 1252.
    let romanian = count([0xE3, 0xC3, 0xBA, 0xAA])
    let turkish = count([0xF0, 0xD0, 0xFD, 0xDD])
    let western = count([0xE9, 0xE8, 0xE0, 0xE4, 0xF1, 0xEA, 0xF5])
    if romanian > turkish, romanian > western { return .windows1250 }
    if turkish > 0, turkish * 3 > western { return .windows1254 }
    return .windows1252
  }
}
