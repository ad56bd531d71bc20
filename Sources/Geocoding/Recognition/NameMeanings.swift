internal import Gazetteer
internal import Synchronization

/// What names mean, kept from document to document, since news names the same places over and over.
///
/// Memory is bounded: a name that falls on the place of another replaces it, and a name of very many senses is not
/// kept; some 2 MB in news, 50 MB at the worst. Sendable because the only mutable state lies behind the mutex.
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

  private let entries = Mutex<[Entry?]>(Array(repeating: nil, count: NameMeanings.count))
  private static let count = 1 << 12
  private static let mostSenses = 128

  /// - Parameter read: called outside the lock when the name is not at hand.
  func senses(of key: Key, read: () -> [NameSense]) -> [NameSense] {
    let place = Int(truncatingIfNeeded: key.name ^ key.name >> 32) & (Self.count - 1)
    let known = entries.withLock { $0[place] }
    if let known, known.key == key { return known.senses }
    let senses = read()
    if senses.count <= Self.mostSenses { entries.withLock { $0[place] = Entry(key: key, senses: senses) } }
    return senses
  }
}
