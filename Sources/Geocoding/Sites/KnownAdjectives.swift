internal import Gazetteer
internal import Reading
internal import Synchronization

/// What words beside missions were found to mean as adjectives of states: reports repeat them.
///
/// A final class, so that the documents of a batch share it; a `Mutex` guards all it holds. A word alone decides what
/// it means in a language, so that neither order nor number of tasks shows in a result.
final class KnownAdjectives: Sendable {
  private struct Entry {
    /// That of a word and its language; 0 for none.
    var hash: UInt64 = 0
    var state: PlaceID?
  }

  /// A word that falls on the place of another replaces it.
  private let entries = Mutex<[Entry]>(Array(repeating: Entry(), count: KnownAdjectives.count))
  private static let count = 1 << 12

  /// The state of an adjective; `nil` for any other word.
  ///
  /// - Parameter word: as it is written.
  func state(_ word: ArraySlice<UInt8>, _ language: String, _ find: () -> PlaceID?) -> PlaceID? {
    var hash = WordHash.of(word)
    WordHash.extend(&hash, WordHash.of(language))
    let place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.count - 1)
    let known = entries.withLock { $0[place] }
    if known.hash == hash { return known.state }
    let state = find()
    entries.withLock { $0[place] = Entry(hash: hash, state: state) }
    return state
  }
}
