internal import Gazetteer

/// All names that a scan finds in a text, with what is known of them.
///
/// They are looked up all together: what is known of names lies all over the memory, and is reached for many at a
/// time as fast as for one.
///
/// Access to it is not checked at run time: it is handed to one scan after the other.
final class FoundNames {
  /// What is known of a name without a document.
  struct Known {
    /// `nil` for a name that was not met lately.
    var record: UnsafePointer<NameRecord>?
    var firstKind: NameKind?
    var isAbbreviation = false
    var isOnlyAbbreviation = false

    @inline(__always)
    init(_ record: UnsafePointer<NameRecord>?) {
      self.record = record
      guard let record else { return }
      firstKind = record.pointee.firstKind
      isAbbreviation = record.pointee.isAbbreviation
      isOnlyAbbreviation = record.pointee.isOnlyAbbreviation
    }
  }

  @exclusivity(unchecked) private var names: [FoundName] = []
  @exclusivity(unchecked) private var known: [Known] = []
  /// By place of the text where its names end.
  @exclusivity(unchecked) private var ends: [Int] = []

  var placeCount: Int { ends.count }

  func removeAll() {
    names.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  func add(_ matches: NameMatches) {
    names.append(contentsOf: matches.found)
    ends.append(names.count)
  }

  /// - Parameter key: that of a name in `records`.
  func lookUp(in records: NameRecords, key: (UInt64) -> UInt64) {
    known.reserveCapacity(names.count)
    for name in names { known.append(Known(records.known(key(name.key)))) }
  }

  /// Calls `body` for each place of the text, in order.
  func forEach(
    _ scanner: NameScanner, _ body: (NameMatches, UnsafeBufferPointer<Known>) -> Void
  ) {
    names.withUnsafeBufferPointer { names in
      known.withUnsafeBufferPointer { known in
        var start = 0
        for end in ends {
          body(
            scanner.matches(UnsafeBufferPointer(rebasing: names[start..<end])),
            UnsafeBufferPointer(rebasing: known[start..<end]))
          start = end
        }
      }
    }
  }
}
