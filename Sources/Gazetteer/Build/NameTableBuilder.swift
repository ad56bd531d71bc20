/// Puts names into the open-addressing table and its postings.
struct NameTableBuilder {
  /// Buckets that are in memory at a time.
  private static let wave = 8

  private(set) var slots: [NameSlot] = []
  private(set) var postings: [PostingRecord] = []
  private(set) var filter: [UInt64] = []
  private(set) var keyCount = 0

  /// - Parameter populations: of every row; under one name the most populous place comes first.
  init(_ entries: consuming [NameEntry], populations: [UInt32]) {
    let buckets = NameBuckets(entries)
    var groups: [NameGroups] = []
    groups = ParallelMap.run(NameBuckets.count) {
      NameGroups(buckets.bucket($0), populations: populations)
    } progress: { _ in
    }
    for group in groups { append(group) }
    place()
  }

  /// The table of names that come in buckets of ascending keys, of which a few are in memory at a time.
  ///
  /// - Parameter bucket: called from any thread.
  init(
    bucketCount: Int, populations: [UInt32],
    bucket: @Sendable (Int) throws(GazetteerError) -> [NameEntry], progress: (Double) -> Void
  ) throws(GazetteerError) {
    for start in stride(from: 0, to: bucketCount, by: Self.wave) {
      progress(Double(start) / Double(bucketCount))
      let count = min(Self.wave, bucketCount - start)
      let results = ParallelMap.run(count) { number -> Result<NameGroups, GazetteerError> in
        do throws(GazetteerError) {
          return .success(NameGroups(try bucket(start + number), populations: populations))
        } catch {
          return .failure(error)
        }
      } progress: { _ in
      }
      for result in results { append(try result.get()) }
    }
    place()
  }

  private mutating func append(_ group: NameGroups) {
    let base = UInt32(postings.count)
    postings += group.postings
    slots.reserveCapacity(slots.count + group.slots.count)
    for var slot in group.slots {
      slot.firstPosting += base
      slots.append(slot)
    }
  }

  /// Spreads the slots, until here one after the other, over a table half as large again.
  private mutating func place() {
    let packed = slots
    keyCount = packed.count
    var capacity = max(64, keyCount * 3 / 2)
    while !place(packed, capacity) { capacity = capacity * 5 / 4 }
    var filterWords = 16
    while filterWords * 64 < keyCount * 16 { filterWords *= 2 }
    filter = [UInt64](repeating: 0, count: filterWords)
    let filterShift = UInt64(64 - (filterWords * 64).trailingZeroBitCount)
    for slot in packed {
      let bit = CompiledIndex.filterBit(slot.key) >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
  }

  /// `false` when the run of taken slots at the end grows beyond the tail.
  private mutating func place(_ packed: [NameSlot], _ capacity: Int) -> Bool {
    slots = [NameSlot](repeating: NameSlot(), count: capacity + IndexWriter.slotTail)
    var free = 0
    for slot in packed {
      let position = max(free, NameSlot.home(slot.key, UInt64(capacity)))
      guard position < slots.count - 1 else { return false }
      slots[position] = slot
      free = position + 1
    }
    return true
  }
}

/// Names parted by the high bits of their keys.
private struct NameBuckets: Sendable {
  private static let bits: UInt64 = 6
  static let count = 1 << Int(bits)

  private let entries: [NameEntry]
  private let starts: [Int]

  init(_ names: consuming [NameEntry]) {
    let list = names
    var starts = [Int](repeating: 0, count: Self.count + 1)
    for entry in list { starts[Int(entry.key >> (64 - Self.bits)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    entries = [NameEntry](unsafeUninitializedCapacity: list.count) { output, count in
      for entry in list {
        let bucket = Int(entry.key >> (64 - Self.bits))
        output.initializeElement(at: next[bucket], to: entry)
        next[bucket] += 1
      }
      count = list.count
    }
    self.starts = starts
  }

  func bucket(_ number: Int) -> [NameEntry] { Array(entries[starts[number]..<starts[number + 1]]) }
}
