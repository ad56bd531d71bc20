internal import GeoModel

/// The compiled index, mapped: every section checked to lie inside the file, every row and offset checked on use.
///
/// `@unchecked Sendable`: everything is `let` and points into a read-only mapping that `file` keeps alive.
final class CompiledIndex: @unchecked Sendable {
  let file: MappedFile
  let sourceDigest: UInt64
  let places: UnsafeBufferPointer<PlaceRecord>
  let slots: UnsafeBufferPointer<NameSlot>
  let postings: UnsafeBufferPointer<PostingRecord>
  let tree: UnsafeBufferPointer<TreeNode>
  let languages: [String]
  let sections: [SectionEntry]
  let areas: AreaTable
  private let strings: UnsafeRawBufferPointer
  private let filter: UnsafeBufferPointer<UInt64>
  private let geonameIDs: UnsafeBufferPointer<GeonameRow>
  private let boxes: UnsafeBufferPointer<BoxRecord>
  private let homeSlots: UInt64
  private let filterShift: UInt64
  let folding: NameFolding

  /// `nil` when the file is no index of this version and byte order, is cut short, or has a damaged header.
  ///
  /// The content of sections is not read here; `damagedSections()` does that.
  init?(_ file: MappedFile) {
    guard let header = IndexHeader(file.bytes) else { return nil }
    self.file = file
    sourceDigest = header.sourceDigest
    sections = header.sections
    guard let places: UnsafeBufferPointer<PlaceRecord> = header.records(.places),
      let slots: UnsafeBufferPointer<NameSlot> = header.records(.slots),
      let postings: UnsafeBufferPointer<PostingRecord> = header.records(.postings),
      let filter: UnsafeBufferPointer<UInt64> = header.records(.filter),
      let geonameIDs: UnsafeBufferPointer<GeonameRow> = header.records(.geonameIDs),
      let tree: UnsafeBufferPointer<TreeNode> = header.records(.tree),
      let flat: UnsafeBufferPointer<UInt64> = header.records(.foldFlat),
      let boxes: UnsafeBufferPointer<BoxRecord> = header.records(.boxes),
      let areas = AreaTable(header),
      let strings = header.bytes(.strings), let overflow = header.bytes(.foldOverflow),
      let languageList = header.bytes(.languages),
      let flatStart = flat.baseAddress, flat.count == FoldTableBuilder.flatCount,
      overflow.count % FoldOverflow.stride == 0,
      filter.count > 0, filter.count & (filter.count - 1) == 0,
      slots.count > IndexWriter.slotTail, slots[slots.count - 1].key == 0
    else { return nil }
    self.places = places
    self.slots = slots
    self.postings = postings
    self.filter = filter
    self.geonameIDs = geonameIDs
    self.tree = tree
    self.boxes = boxes
    self.areas = areas
    self.strings = strings
    homeSlots = UInt64(slots.count - IndexWriter.slotTail)
    filterShift = UInt64(64 - (filter.count * 64).trailingZeroBitCount)
    folding = NameFolding(tables: FoldTables(flat: flatStart, overflow: overflow), owner: file)
    languages = languageList.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The slot of a key.
  ///
  /// The filter answers most misses from memory that stays in the cache.
  @inline(__always)
  func slot(_ key: UInt64) -> NameSlot? {
    guard mayHold(key) else { return nil }
    var position = NameSlot.home(key, homeSlots)
    while true {
      let slot = slots[position]
      if slot.key == key { return slot }
      if slot.key == 0 || slot.key > key { return nil }
      position += 1
    }
  }

  /// `false` when there is no slot of a key.
  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let bit = Self.filterBit(key) >> filterShift
    return filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0
  }

  /// The key that lies where the search for a key begins; 0 for none.
  @inline(__always)
  func homeKey(_ key: UInt64) -> UInt64 { slots[NameSlot.home(key, homeSlots)].key }

  /// Scrambles a key so that its filter bit does not follow its slot.
  @inline(__always)
  static func filterBit(_ key: UInt64) -> UInt64 { (key ^ key >> 31) &* 0x9E37_79B9_7F4A_7C15 }

  /// The postings of a slot, cut to the section should the slot be damaged.
  func postings(of slot: NameSlot) -> UnsafeBufferPointer<PostingRecord> {
    let first = min(Int(slot.firstPosting), postings.count)
    return UnsafeBufferPointer(rebasing: postings[first..<min(first + slot.count, postings.count)])
  }

  /// A string of the pool: two bytes of length, then UTF-8; empty when the offset is out of range.
  func string(at offset: UInt32) -> String {
    let start = Int(offset)
    guard start + 2 <= strings.count else { return "" }
    let length = Int(strings[start]) | Int(strings[start + 1]) << 8
    guard start + 2 + length <= strings.count else { return "" }
    return String(decoding: strings[(start + 2)..<(start + 2 + length)], as: UTF8.self)
  }

  func box(of row: UInt32) -> BoundingBox? {
    guard let found = Search.first(in: boxes, where: { $0.row >= UInt64(row) }), found.row == row else {
      return nil
    }
    return BoundingBox(west: found.west, south: found.south, east: found.east, north: found.north)
  }

  func row(geonameID: UInt32) -> UInt32? {
    guard let found = Search.first(in: geonameIDs, where: { $0.geonameID >= geonameID }),
      found.geonameID == geonameID, Int(found.row) < places.count
    else { return nil }
    return found.row
  }

  /// The place with a code key such as "region:UA.17".
  func row(code: String) -> UInt32? {
    guard let slot = slot(KeyHash.code(code)), let posting = postings(of: slot).first,
      Int(posting.row) < places.count
    else { return nil }
    return posting.row
  }
}

enum Search {
  /// The first record, in a sequence sorted by it, for which a condition holds.
  static func first<T>(in records: UnsafeBufferPointer<T>, where holds: (T) -> Bool) -> T? {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if holds(records[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < records.count ? records[low] : nil
  }
}
