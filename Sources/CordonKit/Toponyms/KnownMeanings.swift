internal import Gazetteer
internal import Synchronization

/// Places spelled out, kept from document to document; bounded, since a place that falls on the slot of another
/// replaces it.
final class KnownMeanings: Sendable {
  private struct Entry {
    var row = UInt32.max
    var meaning: ToponymMeaning?
  }

  private let entries = Mutex<[Entry]>(Array(repeating: Entry(), count: KnownMeanings.count))
  private static let count = 1 << 14

  /// - Parameter read: called outside the lock when the place is not at hand.
  func meaning(of place: PlaceID, read: () -> ToponymMeaning) -> ToponymMeaning {
    // Rows that lie side by side are of one region and often named together.
    let slot = Int(place.row) & (Self.count - 1)
    let known = entries.withLock { $0[slot].row == place.row ? $0[slot].meaning : nil }
    if let known { return known }
    let meaning = read()
    entries.withLock { $0[slot] = Entry(row: place.row, meaning: meaning) }
    return meaning
  }
}
