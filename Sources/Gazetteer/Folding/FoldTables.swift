/// The two tables of a folding, in memory of their own or inside a mapped index.
///
/// Pointers only, so that handing them on counts no references: `NameFolding` keeps what they point to alive.
///
/// `@unchecked Sendable`: the memory is never written after it was filled.
struct FoldTables: @unchecked Sendable {
  private let flat: UnsafePointer<UInt64>
  private let overflow: UnsafeRawBufferPointer

  /// - Precondition: `flat` holds `FoldTableBuilder.flatCount` entries; `overflow` is sorted.
  init(flat: UnsafePointer<UInt64>, overflow: UnsafeRawBufferPointer) {
    self.flat = flat
    self.overflow = overflow
  }

  /// The entry of the scalar at a byte position, its length in bytes and its value.
  ///
  /// Bytes that are not UTF-8 part words, one at a time.
  @inline(__always)
  func entry(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int, end: Int
  ) -> (entry: FoldEntry, length: Int, value: UInt32) {
    let first = UInt32(text[position])
    if first < 0x80 { return (FoldEntry(bits: flat[Int(first)]), 1, first) }
    return multibyteEntry(text, at: position, end: end, first)
  }

  @inline(__always)
  func asciiEntry(_ byte: UInt8) -> FoldEntry { FoldEntry(bits: flat[Int(byte)]) }

  @inline(__always)
  private func multibyteEntry(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int, end: Int, _ first: UInt32
  ) -> (entry: FoldEntry, length: Int, value: UInt32) {
    if first < 0xE0 {
      guard first >= 0xC2, position + 1 < end, let a = Self.continuation(text[position + 1]) else {
        return (FoldEntry(bits: 0), 1, first)
      }
      let value = (first & 0x1F) << 6 | a
      return (FoldEntry(bits: flat[Int(value)]), 2, value)
    }
    guard position + 2 < end, let a = Self.continuation(text[position + 1]),
      let b = Self.continuation(text[position + 2])
    else { return (FoldEntry(bits: 0), 1, first) }
    if first < 0xF0 {
      let value = (first & 0x0F) << 12 | a << 6 | b
      if value < UInt32(FoldTableBuilder.flatCount) { return (FoldEntry(bits: flat[Int(value)]), 3, value) }
      return (distantEntry(value), 3, value)
    }
    guard first < 0xF5, position + 3 < end, let c = Self.continuation(text[position + 3]) else {
      return (FoldEntry(bits: 0), 1, first)
    }
    let value = (first & 0x07) << 18 | a << 12 | b << 6 | c
    return (distantEntry(value), 4, value)
  }

  /// The six bits of a continuation byte.
  @inline(__always)
  private static func continuation(_ byte: UInt8) -> UInt32? {
    byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
  }

  /// Scalars beyond the flat table: the overflow table, else their own bytes by category.
  private func distantEntry(_ value: UInt32) -> FoldEntry {
    if let row = overflowRow(value) { return FoldEntry(bits: flags(row) | UInt64(FoldEntry.overflow)) }
    guard let scalar = Unicode.Scalar(value) else { return FoldEntry(bits: 0) }
    if DroppedMarks.contains(value) { return FoldEntry(bits: FoldEntry.isTransparent) }
    let category = scalar.properties.generalCategory
    if category == .format { return FoldEntry(bits: FoldEntry.isTransparent) }
    guard category.isWordPart else { return FoldEntry(bits: 0) }
    let isLowercase = category == .lowercaseLetter ? FoldEntry.isLowercase : 0
    return FoldEntry(bits: FoldEntry.isToken | isLowercase | UInt64(FoldEntry.overflow))
  }

  /// The folded bytes of an entry whose length is `FoldEntry.overflow`.
  func longForm(_ value: UInt32) -> [UInt8] {
    if let form = overflowForm(value) { return form }
    guard let scalar = Unicode.Scalar(value) else { return [] }
    if let parts = Hangul.parts(value) { return parts.flatMap { Array(String($0).utf8) } }
    let form = scalar.properties.lowercaseMapping.unicodeScalars.flatMap { lower in
      overflowForm(lower.value) ?? Array(String(lower).utf8)
    }
    return Array(form.prefix(FoldOverflow.capacity))
  }

  private func overflowForm(_ value: UInt32) -> [UInt8]? {
    guard let row = overflowRow(value) else { return nil }
    let start = row * FoldOverflow.stride + 5
    return Array(overflow[start..<start + FoldOverflow.capacity].prefix { $0 != 0 })
  }

  private func flags(_ row: Int) -> UInt64 { UInt64(overflow[row * FoldOverflow.stride + 4]) }

  private func overflowRow(_ value: UInt32) -> Int? {
    var low = 0
    var high = overflow.count / FoldOverflow.stride
    while low < high {
      let middle = (low + high) / 2
      let found = UInt32(
        littleEndian: overflow.loadUnaligned(fromByteOffset: middle * FoldOverflow.stride, as: UInt32.self))
      if found == value { return middle }
      if found < value { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
