/// Numbers and texts in few bytes, for ``CompactReader`` to read.
///
/// A number is seven bits to the byte, the lowest first, the eighth bit saying that more follow; its sign is the
/// lowest bit. A text that was written before is its place among all different ones, else its length and UTF-8.
struct CompactWriter {
  private(set) var bytes: [UInt8]
  /// Where the different texts are, with what tells most of them apart.
  private var known: [(mark: UInt64, start: Int, count: Int)] = []

  init(head: [UInt8]) { bytes = head }

  mutating func append(_ number: Int) {
    append(raw: UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1)))
  }

  mutating func append(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Eight bytes, for numbers that may be anything.
  mutating func append(key: Int) {
    withUnsafeBytes(of: key.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { content in
      let mark = Self.mark(content)
      if let place = known.firstIndex(where: { $0.mark == mark && isText($0.start, $0.count, content) }) {
        return append(raw: UInt(place) << 1 | 1)
      }
      append(raw: UInt(content.count) << 1)
      known.append((mark, bytes.count, content.count))
      bytes.append(contentsOf: content)
    }
  }

  private func isText(_ start: Int, _ count: Int, _ content: UnsafeBufferPointer<UInt8>) -> Bool {
    count == content.count && bytes[start..<(start + count)].elementsEqual(content)
  }

  /// The length of a text and some of its bytes.
  private static func mark(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var mark = UInt64(truncatingIfNeeded: text.count)
    guard let last = text.last else { return mark }
    for byte in [text[0], text[text.count / 3], text[text.count / 2], last] {
      mark = mark << 8 | UInt64(byte)
    }
    return mark
  }

  /// Whether there is one, then the value itself.
  mutating func append<Value>(_ value: Value?, _ write: (inout CompactWriter, Value) -> Void) {
    bytes.append(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func append(_ text: String?) { append(text) { $0.append($1 as String) } }

  mutating func append(_ number: Int?) { append(number) { $0.append($1 as Int) } }

  /// How many there are, then each.
  mutating func append<Value>(_ list: [Value], _ write: (inout CompactWriter, Value) -> Void) {
    append(raw: UInt(list.count))
    for value in list { write(&self, value) }
  }

  private mutating func append(raw: UInt) {
    var rest = raw
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
