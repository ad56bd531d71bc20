internal import Gazetteer
internal import Synchronization

/// Places spelled out, kept from document to document; bounded, since a place that falls on the slot of another
/// replaces it.
final class KnownMeanings: Sendable {
  private struct Entry {
    let place: PlaceID
    let meaning: ToponymReader.Meaning
  }

  private let entries = Mutex<[Entry?]>(Array(repeating: nil, count: KnownMeanings.count))
  private static let count = 1 << 12

  /// - Parameter read: called outside the lock when the place is not at hand.
  func meaning(of place: PlaceID, read: () -> ToponymReader.Meaning) -> ToponymReader.Meaning {
    // Rows that lie side by side are of one region and often named together.
    let slot = Int(place.row) & (Self.count - 1)
    if let known = entries.withLock({ $0[slot] }), known.place == place { return known.meaning }
    let meaning = read()
    entries.withLock { $0[slot] = Entry(place: place, meaning: meaning) }
    return meaning
  }
}
