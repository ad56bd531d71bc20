internal import Dispatch

/// Puts names into the open-addressing table and its postings.
struct NameTableBuilder {
  private(set) var slots: [NameSlot] = []
  private(set) var postings: [PostingRecord] = []
  private(set) var filter: [UInt64] = []
  private(set) var keyCount = 0

  /// - Parameter populations: of every row; under one name the most populous place comes first.
  init(_ entries: consuming [NameEntry], populations: [UInt32]) {
    Self.sortByKey(&entries)
    keyCount = Self.countKeys(entries)
    var capacity = max(64, keyCount * 3 / 2)
    while !place(entries, capacity, populations) { capacity = capacity * 5 / 4 }
  }

  /// Sorts by key, buckets of equal high bits on all cores.
  private static func sortByKey(_ entries: inout [NameEntry]) {
    let bucketBits: UInt64 = 6
    var starts = [Int](repeating: 0, count: (1 << Int(bucketBits)) + 1)
    for entry in entries { starts[Int(entry.key >> (64 - bucketBits)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    let bounds = starts
    let sorted = [NameEntry](unsafeUninitializedCapacity: entries.count) { output, count in
      for entry in entries {
        let bucket = Int(entry.key >> (64 - bucketBits))
        output.initializeElement(at: next[bucket], to: entry)
        next[bucket] += 1
      }
      // Every iteration sorts its own range, so no two touch the same memory.
      nonisolated(unsafe) let shared = output
      DispatchQueue.concurrentPerform(iterations: bounds.count - 1) { bucket in
        var part = UnsafeMutableBufferPointer(rebasing: shared[bounds[bucket]..<bounds[bucket + 1]])
        part.sort { $0.key < $1.key }
      }
      count = entries.count
    }
    entries = sorted
  }

  private static func countKeys(_ entries: [NameEntry]) -> Int {
    var count = 0
    var last: UInt64?
    for entry in entries where entry.key != last {
      count += 1
      last = entry.key
    }
    return count
  }

  /// `false` when the run of taken slots at the end grows beyond the tail.
  private mutating func place(_ entries: [NameEntry], _ capacity: Int, _ populations: [UInt32]) -> Bool {
    slots = [NameSlot](repeating: NameSlot(), count: capacity + IndexWriter.slotTail)
    postings.removeAll(keepingCapacity: true)
    var filterWords = 16
    while filterWords * 64 < keyCount * 16 { filterWords *= 2 }
    filter = [UInt64](repeating: 0, count: filterWords)
    let filterShift = UInt64(64 - (filterWords * 64).trailingZeroBitCount)
    var free = 0
    var start = 0
    while start < entries.count {
      let key = entries[start].key
      var end = start
      while end < entries.count, entries[end].key == key { end += 1 }
      let position = max(free, NameSlot.home(key, UInt64(capacity)))
      guard position < slots.count - 1 else { return false }
      slots[position] = slot(entries[start..<end], key, populations)
      let bit = CompiledIndex.filterBit(key) >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
      free = position + 1
      start = end
    }
    return true
  }

  private mutating func slot(
    _ group: ArraySlice<NameEntry>, _ key: UInt64, _ populations: [UInt32]
  ) -> NameSlot {
    var found: [PostingRecord] = []
    var isPrefix = false
    for entry in group {
      if entry.rowAndKind == NameEntry.prefix {
        isPrefix = true
        continue
      }
      let posting = PostingRecord(rowAndKind: entry.rowAndKind, languages: entry.languages)
      if let index = found.firstIndex(where: { Self.sameSense($0, posting) }) {
        found[index].rowAndKind = min(found[index].rowAndKind, posting.rowAndKind)
        found[index].languages |= posting.languages
      } else {
        found.append(posting)
      }
    }
    found.sort { a, b in
      let (first, second) = (populations[Int(a.row)], populations[Int(b.row)])
      return first == second ? (a.row, a.kind) < (b.row, b.kind) : first > second
    }
    let first = UInt32(postings.count)
    postings += found
    return NameSlot(
      key: key, firstPosting: first,
      countAndFlags: UInt32(found.count) | (isPrefix ? NameSlot.isPrefix : 0))
  }

  /// The same place under the same sort of name: primary, short and alternate forms are one sort, of which the
  /// best kind stays.
  private static func sameSense(_ a: PostingRecord, _ b: PostingRecord) -> Bool {
    guard a.row == b.row else { return false }
    return a.kind == b.kind || max(a.kind, b.kind) < NameKind.adjective.rawValue
  }
}
