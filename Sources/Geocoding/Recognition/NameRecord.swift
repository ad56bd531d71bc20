internal import Gazetteer
internal import Reading

/// A name of the gazetteer as documents of one language use it.
final class NameRecord {
  let postings: NamePostings
  let meaning: UnsafePointer<NameMeaning>
  private let held: MeaningRecord
  let firstKind: NameKind?
  /// Whether some, and whether all of its places go by it as an abbreviation.
  let isAbbreviation: Bool
  let isOnlyAbbreviation: Bool
  /// The same for names that mean the same places.
  let identity: UInt64

  init(_ postings: NamePostings, _ senses: [NameSense]) {
    self.postings = postings
    held = MeaningRecord(senses)
    meaning = held.meaning
    firstKind = postings.first?.kind
    isAbbreviation = postings.contains { $0.kind == .abbreviation }
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
