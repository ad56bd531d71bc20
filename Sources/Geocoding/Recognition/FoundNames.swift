internal import Gazetteer
internal import GeoModel

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

  @exclusivity(unchecked) private var names = ValueRow<FoundName>()
  /// By name where what is known of it lies.
  @exclusivity(unchecked) private var places = ValueRow<UnsafePointer<NameRecord>?>()
  @exclusivity(unchecked) private var known = ValueRow<Known>()
  /// By place of the text where its names end.
  @exclusivity(unchecked) private var ends = ValueRow<Int>()

  var placeCount: Int { ends.count }

  func removeAll() {
    names.removeAll()
    known.removeAll()
    ends.removeAll()
  }

  func add(_ matches: NameMatches) {
    for name in matches.found { names.append(name) }
    ends.append(names.count)
  }

  /// - Parameter key: that of a name in `records`.
  func lookUp(in records: NameRecords, key: (UInt64) -> UInt64) {
    places.take(names.count)
    let (names, places) = (names.values, self.places.values)
    for index in names.indices { places[index] = records.known(key(names[index].key)) }
    for place in places { known.append(Known(place)) }
  }

  /// Calls `body` for each place of the text, in order.
  func forEach(
    _ scanner: NameScanner, _ body: (NameMatches, UnsafeBufferPointer<Known>) -> Void
  ) {
    let (names, known) = (names.values, known.values)
    var start = 0
    for end in ends.values {
      body(
        scanner.matches(UnsafeBufferPointer(rebasing: names[start..<end])),
        UnsafeBufferPointer(rebasing: known[start..<end]))
      start = end
    }
  }
}
