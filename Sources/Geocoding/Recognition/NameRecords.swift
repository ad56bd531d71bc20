internal import Gazetteer

/// The names met last, since news names the same places over and over.
///
/// Memory is bounded: two names fall on one place, a third replaces the one met longer ago, and all are dropped when
/// they hold too many senses. What is dropped lives on until `letGo`, so that a document may refer to it.
final class NameRecords {
  private struct Slot {
    var key: UInt64
    /// `nil` for an empty slot.
    var record: UnsafePointer<NameRecord>?
  }

  private let slots: UnsafeMutablePointer<Slot>
  private var senses = 0
  private var dropped: [UnsafePointer<NameRecord>] = []
  private static let count = 1 << 15
  /// About 20 MB.
  private static let mostSenses = 300_000

  init() {
    slots = .allocate(capacity: Self.count)
    slots.initialize(repeating: Slot(key: 0, record: nil), count: Self.count)
  }

  deinit {
    for place in 0..<Self.count { drop(place) }
    letGo()
    slots.deallocate()
  }

  /// The key of a name as documents of one language use it; as little in doubt as that of the name.
  static func key(_ name: UInt64, _ language: LanguageSet, isEnglish: Bool) -> UInt64 {
    name ^ (UInt64(language.rawValue) << 1 | (isEnglish ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  private static func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) & (count - 2) }

  /// The record of a key if it is known; without a branch, so that many are looked for at a time.
  @inline(__always)
  func known(_ key: UInt64) -> UnsafePointer<NameRecord>? {
    let (first, second) = (slots[Self.place(of: key)], slots[Self.place(of: key) + 1])
    let other = second.key == key ? second.record : nil
    return first.key == key ? first.record : other
  }

  /// The record of a key; it lives until `letGo`.
  func record(of key: UInt64, make: () -> UnsafePointer<NameRecord>) -> UnsafePointer<NameRecord> {
    let place = Self.place(of: key)
    if let known = slots[place].record, slots[place].key == key { return known }
    if let known = slots[place + 1].record, slots[place + 1].key == key {
      swap(&slots[place], &slots[place + 1])
      return known
    }
    return add(make(), key, place)
  }

  private func add(
    _ record: UnsafePointer<NameRecord>, _ key: UInt64, _ place: Int
  ) -> UnsafePointer<NameRecord> {
    let added = record.pointee.meaning.senses.count
    if senses + added > Self.mostSenses {
      for place in 0..<Self.count { drop(place) }
    }
    drop(place + 1)
    slots[place + 1] = slots[place]
    senses += added
    slots[place] = Slot(key: key, record: record)
    return record
  }

  private func drop(_ place: Int) {
    guard let record = slots[place].record else { return }
    senses -= record.pointee.meaning.senses.count
    dropped.append(record)
    slots[place].record = nil
  }

  /// To be called when nothing refers to what was dropped any more.
  func letGo() {
    for record in dropped { NameRecord.free(record) }
    dropped.removeAll(keepingCapacity: true)
  }
}
