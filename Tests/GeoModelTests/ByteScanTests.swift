import CordonTestSupport
import GeoModel
import Testing

/// Looking through eight bytes at a time finds what looking through one at a time does.
@Suite struct ByteScanTests {
  @Test(arguments: propertySeeds) func agreesWithBytesOneByOne(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<400 {
      // Some long enough for sums that would overflow a byte.
      let count = round % 20 == 0 ? random.int(500..<3000) : random.int(0..<40)
      let pool: [UInt8] = [0x00, 0x09, 0x1F, 0x20, 0x22, 0x5C, 0x61, 0x7F, 0x80, 0xA9, 0xC3, 0xE2, 0xFF]
      let dense = random.int(0..<3)
      let bytes = (0..<count).map { _ in
        dense > 0 && random.int(0..<10) > 0
          ? (dense == 1 ? 0x62 : 0xBF) : pool[random.int(0..<pool.count)]
      }
      bytes.withUnsafeBufferPointer { buffer in
        #expect(ByteScan.countBeyondASCII(buffer) == bytes.count { $0 >= 0x80 })
        #expect(ByteScan.countScalars(buffer) == bytes.count { $0 & 0xC0 != 0x80 })
        let start = random.int(0..<count + 1)
        #expect(
          ByteScan.firstControl(buffer, from: start) == bytes[start...].firstIndex { $0 < 0x20 } ?? count)
        #expect(
          ByteScan.first(0x22, in: buffer, start..<count) == bytes[start...].firstIndex(of: 0x22))
      }
    }
  }

  @Test(arguments: propertySeeds) func stringsEndWhereTheyShould(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pool: [Character] = ["a", "é", "Ж", " ", "\"", "\\", "\n", "\u{1}", "😀", "z"]
    for _ in 0..<300 {
      let text = String((0..<random.int(0..<40)).map { _ in pool[random.int(0..<pool.count)] })
      let value = JSONValue.array([.string(text), .string("behind")])
      #expect(try JSONValue(parsing: value.utf8) == value, "\(text.debugDescription)")
    }
  }
}
