internal import Gazetteer
internal import Reading

/// A name of the gazetteer as documents of one language use it.
///
/// It lies in one piece of memory with its senses, what is asked for first in front, since names are met in any order
/// and memory comes in pieces of 64 bytes.
struct NameRecord {
  let firstKind: NameKind?
  /// Whether some, and whether all of its places go by it as an abbreviation.
  let isAbbreviation: Bool
  let isOnlyAbbreviation: Bool
  /// Whether all of its places go by it as an abbreviation or an everyday form: "ПАР".
  let isOnlyShort: Bool
  /// The same for names that mean the same places.
  let identity: UInt64
  let meaning: NameMeaning
  let postings: NamePostings

  /// - Returns: memory to be given back with `free`.
  static func make(_ postings: NamePostings, _ senses: [NameSense]) -> UnsafePointer<NameRecord> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<NameRecord>.stride + NameMeaning.byteCount(senses), alignment: 64)
    let record = memory.bindMemory(to: NameRecord.self, capacity: 1)
    let meaning = NameMeaning(senses, in: memory + MemoryLayout<NameRecord>.stride)
    record.initialize(to: NameRecord(postings, meaning))
    return UnsafePointer(record)
  }

  static func free(_ record: UnsafePointer<NameRecord>) {
    let memory = UnsafeMutablePointer(mutating: record)
    memory.deinitialize(count: 1)
    UnsafeMutableRawPointer(memory).deallocate()
  }

  private init(_ postings: NamePostings, _ meaning: NameMeaning) {
    self.postings = postings
    self.meaning = meaning
    firstKind = postings.first?.kind
    isAbbreviation = postings.contains { $0.kind == .abbreviation }
    isOnlyShort = postings.allSatisfy { $0.kind == .abbreviation || $0.kind == .shortForm }
    isOnlyAbbreviation = postings.allSatisfy { $0.kind == .abbreviation }
    var identity = PrefixHash.start
    for posting in postings.prefix(4) {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        PrefixHash.extend(&identity, UInt8(truncatingIfNeeded: posting.place.row >> shift))
      }
    }
    self.identity = identity
  }
}

extension UnsafePointer<NameRecord> {
  /// What the name means; lives as long as the record.
  @inline(__always)
  var meaning: UnsafePointer<NameMeaning> { pointer(to: \.meaning).unsafelyUnwrapped }
}
