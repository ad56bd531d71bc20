internal import Gazetteer

/// The names met last, since news names the same places over and over.
///
/// Memory is bounded: a name that falls on the place of another replaces it, and all are dropped when they hold too
/// many senses.
struct NameRecords {
  struct Key: Equatable {
    /// `NamePostings.key`
    let name: UInt64
    let language: LanguageSet
    let isEnglish: Bool
  }

  private struct Entry {
    let key: Key
    let record: NameRecord
  }

  private var entries = [Entry?](repeating: nil, count: NameRecords.count)
  private var senses = 0
  private static let count = 1 << 14
  /// About 10 MB.
  private static let mostSenses = 120_000

  mutating func record(of key: Key, make: () -> NameRecord) -> NameRecord {
    let place = Int(truncatingIfNeeded: key.name ^ key.name >> 32) & (Self.count - 1)
    if let known = entries[place], known.key == key { return known.record }
    let record = make()
    let added = record.meaning.senses.count
    if senses + added > Self.mostSenses {
      entries = [Entry?](repeating: nil, count: Self.count)
      senses = 0
    }
    senses += added - (entries[place]?.record.meaning.senses.count ?? 0)
    entries[place] = Entry(key: key, record: record)
    return record
  }
}
