import CordonTestSupport
import Foundation
import GRDB
import Testing

@testable import CaseStore

struct PackingTests {
  @Test(arguments: [0, 1, 7, 100, 5_000, 200_000])
  func whatIsUnpackedIsWhatWasPacked(count: Int) throws {
    var chance = SplitMix64(seed: 5)
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let words = Array(String(repeating: #"{"document":"a","sentences":[]}"#, count: count / 31 + 1).utf8)
    for bytes in [noise, words] { #expect(try Packing.unpack(Packing.pack(bytes)) == bytes) }
    #expect(Packing.pack(words).count < words.count / 2 + 20)
  }

  /// What is cut or changed is refused, never half read.
  @Test func damageIsSeen() throws {
    let packed = Packing.pack(Array(#"{"document":"a","quote":"They came over the wall at dawn."}"#.utf8))
    for length in 0..<packed.count {
      #expect(throws: DatabaseError.self) { try Packing.unpack(packed.prefix(length)) }
    }
    for index in packed.indices {
      var changed = packed
      changed[index] ^= 0x55
      #expect(throws: DatabaseError.self) { try Packing.unpack(changed) }
    }
  }
}
