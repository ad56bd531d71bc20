/// Collects the text of a long document and cuts parts off it.
struct PartCutter {
  private var pending: [UInt8] = []
  private var scalars = 0
  private var isFirst = true

  /// Whether there is enough text for a part that is not the last one.
  var isReady: Bool { pending.count > 2 * DocumentPart.partLimit }

  /// Whether a part was cut off already.
  var hasStarted: Bool { !isFirst }

  mutating func append(_ bytes: some Sequence<UInt8>) { pending.append(contentsOf: bytes) }

  /// The next part and its text, which is all that is left when no more comes.
  mutating func next(
    isAtEnd: Bool, isIDLate: Bool = false, lateID: String? = nil, language: String? = nil
  ) -> (part: DocumentPart, text: [UInt8]) {
    let end = Self.end(pending, limit: DocumentPart.partLimit)
    let text = Array(pending[..<end])
    pending.removeFirst(end)
    let isLast = isAtEnd && pending.isEmpty
    defer {
      scalars += text.count { $0 & 0xC0 != 0x80 }
      isFirst = false
    }
    let part = DocumentPart(
      start: scalars, isFirst: isFirst, isLast: isLast, isIDLate: isIDLate, lateID: isLast ? lateID : nil,
      language: language)
    return (part, text)
  }

  /// Where a part ends: behind the last line end, sentence end or space of its second half, between characters at
  /// least.
  private static func end(_ text: [UInt8], limit: Int) -> Int {
    guard text.count > limit else { return text.count }
    let half = stride(from: limit - 1, to: limit / 2, by: -1)
    if let line = half.first(where: { text[$0] == 0x0A }) { return line + 1 }
    let stops: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
    if let sentence = half.first(where: { text[$0] == 0x20 && stops.contains(text[$0 - 1]) }) {
      return sentence + 1
    }
    if let space = half.first(where: { text[$0] == 0x20 }) { return space + 1 }
    return half.first { text[$0] & 0xC0 != 0x80 } ?? limit
  }
}
