internal import GeoModel
public import Reading

/// Tells documents by what they say: SHA-256 (FIPS 180-4) of the day of publication, the language and the text.
///
/// The same report under another name is the same document; the same words published on another day are not,
/// since "yesterday" is another day then.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  private let words: [UInt32]

  public init(_ document: Document) {
    let head = "\(document.published?.date.description ?? "")\n\(document.language)\n"
    self.init(Array(head.utf8) + document.text.utf8)
  }

  public init(_ bytes: [UInt8]) {
    var state = SHA256.initial
    // The bytes that fill no block, a one, zeros and the length.
    let rest = bytes.count % 64
    var tail = Array(bytes[(bytes.count - rest)...])
    tail.append(0x80)
    tail.append(contentsOf: repeatElement(0, count: (119 - rest) % 64))
    withUnsafeBytes(of: UInt64(bytes.count * 8).bigEndian) { tail.append(contentsOf: $0) }
    SHA256.update(&state, bytes, blocks: bytes.count / 64)
    SHA256.update(&state, tail, blocks: tail.count / 64)
    words = state
  }

  /// 64 hexadecimal digits.
  public var description: String {
    String(unsafeUninitializedCapacity: 64) { digits in
      for (place, word) in words.enumerated() {
        for digit in 0..<8 {
          let value = UInt8(truncatingIfNeeded: word >> UInt32(28 - 4 * digit) & 15)
          digits.initializeElement(at: 8 * place + digit, to: value < 10 ? 48 + value : 87 + value)
        }
      }
      return 64
    }
  }

  /// The first 64 bits, for tables that are keyed by content.
  var key: Int { Int(bitPattern: UInt(words[0]) << 32 | UInt(words[1])) }
}

private enum SHA256 {
  static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  static func update(_ state: inout [UInt32], _ bytes: [UInt8], blocks: Int) {
    bytes.withUnsafeBytes { bytes in
      constants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          for block in 0..<blocks {
            update(
              &state, UnsafeRawBufferPointer(rebasing: bytes[(64 * block)..<(64 * block + 64)]), constants,
              schedule)
          }
        }
      }
    }
  }

  private static func update(
    _ state: inout [UInt32], _ block: UnsafeRawBufferPointer, _ constants: UnsafeBufferPointer<UInt32>,
    _ schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for i in 0..<16 {
      schedule[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self))
    }
    for i in 16..<64 {
      let (early, late) = (schedule[i - 15], schedule[i - 2])
      let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      schedule[i] = schedule[i - 16] &+ first &+ schedule[i - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    func round(
      _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
      _ h: inout UInt32, _ i: Int
    ) {
      let sum = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = g ^ e & (f ^ g)
      let one = h &+ sum &+ choice &+ constants[i] &+ schedule[i]
      let majority = a & b ^ c & (a ^ b)
      d = d &+ one
      h = one &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
    }
    var i = 0
    // Each round shifts the letters by one: after eight they stand as before.
    while i < 64 {
      round(a, b, c, &d, e, f, g, &h, i)
      round(h, a, b, &c, d, e, f, &g, i + 1)
      round(g, h, a, &b, c, d, e, &f, i + 2)
      round(f, g, h, &a, b, c, d, &e, i + 3)
      round(e, f, g, &h, a, b, c, &d, i + 4)
      round(d, e, f, &g, h, a, b, &c, i + 5)
      round(c, d, e, &f, g, h, a, &b, i + 6)
      round(b, c, d, &e, f, g, h, &a, i + 7)
      i += 8
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
}
