internal import Gazetteer

/// The names met last, since news names the same places over and over.
///
/// Memory is bounded: two names fall on one place, a third replaces the one met longer ago, and all are dropped when
/// they hold too many senses. What is dropped lives on until `letGo`, so that a document may refer to it without counting
/// references.
final class NameRecords {
  private struct Slot {
    var key: UInt64
    /// Counted once; `nil` for an empty slot.
    var record: Unmanaged<NameRecord>?
  }

  private let slots: UnsafeMutablePointer<Slot>
  private var senses = 0
  private var dropped: [NameRecord] = []
  private static let count = 1 << 15
  /// About 20 MB.
  private static let mostSenses = 300_000

  init() {
    slots = .allocate(capacity: Self.count)
    slots.initialize(repeating: Slot(key: 0, record: nil), count: Self.count)
  }

  deinit {
    for place in 0..<Self.count { slots[place].record?.release() }
    slots.deallocate()
  }

  /// The key of a name as documents of one language use it; as little in doubt as that of the name.
  static func key(_ name: UInt64, _ language: LanguageSet, isEnglish: Bool) -> UInt64 {
    name ^ (UInt64(language.rawValue) << 1 | (isEnglish ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The record of a key; it lives until `letGo`.
  @inline(__always)
  func record(of key: UInt64, make: () -> NameRecord) -> Unmanaged<NameRecord> {
    let place = Int(truncatingIfNeeded: key ^ key >> 32) & (Self.count - 2)
    if let known = slots[place].record, slots[place].key == key { return known }
    if let known = slots[place + 1].record, slots[place + 1].key == key {
      swap(&slots[place], &slots[place + 1])
      return known
    }
    return add(make(), key, place)
  }

  private func add(_ record: NameRecord, _ key: UInt64, _ place: Int) -> Unmanaged<NameRecord> {
    let added = record.meaning.pointee.senses.count
    if senses + added > Self.mostSenses {
      for place in 0..<Self.count { drop(place) }
    }
    drop(place + 1)
    slots[place + 1] = slots[place]
    senses += added
    let known = Unmanaged.passRetained(record)
    slots[place] = Slot(key: key, record: known)
    return known
  }

  private func drop(_ place: Int) {
    guard let known = slots[place].record else { return }
    let record = known.takeRetainedValue()
    senses -= record.meaning.pointee.senses.count
    dropped.append(record)
    slots[place].record = nil
  }

  /// To be called when nothing refers to what was dropped any more.
  func letGo() { if !dropped.isEmpty { dropped.removeAll() } }
}
