internal import Synchronization

/// A text of which there is one in the program: copied and compared as a number.
///
/// For texts that come from data files, of which there are some hundreds: they are never let go.
struct InternedText: Hashable, BitwiseCopyable, @unchecked Sendable {
  // Unchecked: what it points at is written once, before anybody has the pointer, and stays.
  private let place: UnsafePointer<String>

  var text: String { place.pointee }

  init(_ text: String) {
    self = Self.known.withLock { known in
      if let there = known[text] { return there }
      let place = UnsafeMutablePointer<String>.allocate(capacity: 1)
      place.initialize(to: text)
      let new = InternedText(place: UnsafePointer(place))
      known[text] = new
      return new
    }
  }

  private init(place: UnsafePointer<String>) { self.place = place }

  private static let known = Mutex<[String: InternedText]>([:])
}
