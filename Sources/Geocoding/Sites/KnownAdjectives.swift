internal import Gazetteer
internal import Synchronization

/// What words beside missions were found to mean as adjectives of states: reports repeat them.
///
/// A final class, so that the documents of a batch share it; a `Mutex` guards all it holds. A word alone decides what
/// it means in a language, so that neither order nor number of tasks shows in a result.
final class KnownAdjectives: Sendable {
  private struct Key: Hashable {
    let word: String
    let language: String
  }

  private let states = Mutex<[Key: PlaceID?]>([:])
  /// About 2 MB.
  private static let limit = 20_000

  /// The state of an adjective; `nil` for any other word.
  func state(_ word: String, _ language: String, _ find: () -> PlaceID?) -> PlaceID? {
    let key = Key(word: word, language: language)
    if let known = states.withLock({ $0[key] }) { return known }
    let state = find()
    states.withLock { states in
      if states.count >= Self.limit { states.removeAll(keepingCapacity: true) }
      states[key] = .some(state)
    }
    return state
  }
}
