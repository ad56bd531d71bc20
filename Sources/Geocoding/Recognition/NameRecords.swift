internal import Gazetteer

/// The names met last, since news names the same places over and over.
///
/// Memory is bounded: a name that falls on the place of another replaces it, and all are dropped when they hold too
/// many senses.
struct NameRecords {
  struct Key: Equatable, Sendable {
    /// `NamePostings.key`
    let name: UInt64
    let language: LanguageSet
    let isEnglish: Bool
  }

  private var records = [NameRecord?](repeating: nil, count: NameRecords.count)
  private var senses = 0
  private static let count = 1 << 15
  /// About 20 MB.
  private static let mostSenses = 300_000

  mutating func record(of key: Key, make: () -> NameRecord) -> NameRecord {
    let place = Int(truncatingIfNeeded: key.name ^ key.name >> 32) & (Self.count - 1)
    if let known = records[place], known.key == key { return known }
    let record = make()
    let added = record.meaning.senses.count
    if senses + added > Self.mostSenses {
      records = [NameRecord?](repeating: nil, count: Self.count)
      senses = 0
    }
    senses += added - (records[place]?.meaning.senses.count ?? 0)
    records[place] = record
    return record
  }
}
