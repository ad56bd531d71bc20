/// Is it UTF-8?
package enum UTF8Check {
  package static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isValid($0) }
  }

  package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    badSequences(UnsafeRawBufferPointer(bytes), limit: 1) == 0
  }

  /// A few broken places in text that is UTF-8 otherwise: a cut, a stray byte.
  package static func isNearlyValid(_ bytes: [UInt8]) -> Bool {
    let multibyte = bytes.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) }
    let allowed = multibyte / 20
    return allowed > 0 && bytes.withUnsafeBytes { badSequences($0, limit: allowed + 1) } <= allowed
  }

  /// The number of broken sequences, counted up to `limit`.
  private static func badSequences(_ raw: UnsafeRawBufferPointer, limit: Int) -> Int {
    let count = raw.count
    var index = 0
    var bad = 0
    while index < count {
      if index + 8 <= count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let length = sequenceLength(raw, index)
      if length == 0 {
        bad += 1
        if bad >= limit { return bad }
      }
      index += max(length, 1)
    }
    return bad
  }

  /// The length of the well-formed sequence at `index` (Unicode 15, table 3-7), or 0.
  private static func sequenceLength(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Int {
    func tail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < raw.count && range.contains(raw[index + offset])
    }
    switch raw[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0...0xBF) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80...0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90...0xBF) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80...0x8F) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }
}
