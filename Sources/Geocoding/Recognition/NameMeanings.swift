internal import Gazetteer
internal import Synchronization

/// What names mean, kept from document to document, since news names the same places over and over.
///
/// Memory is bounded: a name that falls on the place of another replaces it, and all are dropped when they hold
/// too many senses. Sendable because the only mutable state lies behind the mutex.
final class NameMeanings: Sendable {
  struct Key: Equatable {
    /// `NamePostings.key`
    let name: UInt64
    let language: LanguageSet
    let isEnglish: Bool
  }

  private struct Entry {
    let key: Key
    let senses: [NameSense]
  }

  private struct Table {
    var entries = [Entry?](repeating: nil, count: NameMeanings.count)
    var senses = 0
  }

  private let table = Mutex(Table())
  private static let count = 1 << 12
  /// About 12 MB.
  private static let mostSenses = 150_000

  /// - Parameter read: called outside the lock when the name is not at hand.
  func senses(of key: Key, read: () -> [NameSense]) -> [NameSense] {
    let place = Int(truncatingIfNeeded: key.name ^ key.name >> 32) & (Self.count - 1)
    let known = table.withLock { $0.entries[place] }
    if let known, known.key == key { return known.senses }
    let senses = read()
    table.withLock { table in
      if table.senses + senses.count > Self.mostSenses { table = Table() }
      table.senses += senses.count - (table.entries[place]?.senses.count ?? 0)
      table.entries[place] = Entry(key: key, senses: senses)
    }
    return senses
  }
}
