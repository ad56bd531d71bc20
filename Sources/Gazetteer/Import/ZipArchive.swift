/// The list of the files in a zip archive, its 64-bit form included.
///
/// Layout after PKWARE's APPNOTE.TXT 6.3: the list stands at the end of the file.
struct ZipArchive {
  struct Entry {
    let name: String
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let headerOffset: Int
  }

  let entries: [Entry]
  private static let endSignature = 0x0605_4B50
  private static let wideEndSignature = 0x0606_4B50
  private static let wideLocatorSignature = 0x0706_4B50
  private static let entrySignature = 0x0201_4B50
  private static let endLength = 22
  private static let longestComment = 0xFFFF

  /// `true` for a file that begins as zip archives do.
  static func begins(_ file: InputFile) throws(GazetteerError) -> Bool {
    guard file.size >= endLength else { return false }
    let start = try file.bytes(at: 0, count: 4)
    return start == [0x50, 0x4B, 3, 4] || start == [0x50, 0x4B, 5, 6]
  }

  init(_ file: InputFile) throws(GazetteerError) {
    let tailLength = min(file.size, Self.endLength + Self.longestComment)
    let tail = LittleEndian(try file.bytes(at: file.size - tailLength, count: tailLength))
    var end = tailLength - Self.endLength
    while end >= 0, tail.number(end, 4) != Self.endSignature { end -= 1 }
    guard end >= 0 else { throw Self.damaged(file) }
    var count = tail.number(end + 10, 2)
    var length = tail.number(end + 12, 4)
    var offset = tail.number(end + 16, 4)
    if count == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      guard end >= 20, tail.number(end - 20, 4) == Self.wideLocatorSignature else { throw Self.damaged(file) }
      let wide = LittleEndian(try file.bytes(at: tail.number(end - 12, 8), count: 56))
      guard wide.number(0, 4) == Self.wideEndSignature else { throw Self.damaged(file) }
      (count, length, offset) = (wide.number(32, 8), wide.number(40, 8), wide.number(48, 8))
    }
    let list = LittleEndian(try file.bytes(at: offset, count: length))
    var position = 0
    var entries: [Entry] = []
    while entries.count < count {
      guard let (entry, next) = Self.entry(list, position) else { throw Self.damaged(file) }
      entries.append(entry)
      position = next
    }
    self.entries = entries
  }

  static func damaged(_ file: InputFile) -> GazetteerError {
    .unreadable(path: file.path, reason: "it is a damaged zip archive")
  }

  private static func entry(_ list: LittleEndian, _ start: Int) -> (Entry, next: Int)? {
    guard start + 46 <= list.bytes.count, list.number(start, 4) == entrySignature else { return nil }
    let nameStart = start + 46
    let nameEnd = nameStart + list.number(start + 28, 2)
    let extraEnd = nameEnd + list.number(start + 30, 2)
    let next = extraEnd + list.number(start + 32, 2)
    guard next <= list.bytes.count else { return nil }
    var numbers = [list.number(start + 24, 4), list.number(start + 20, 4), list.number(start + 42, 4)]
    widen(&numbers, list, nameEnd, extraEnd)
    let entry = Entry(
      name: String(decoding: list.bytes[nameStart..<nameEnd], as: UTF8.self),
      method: list.number(start + 10, 2), isEncrypted: list.number(start + 8, 2) & 1 != 0,
      checksum: UInt32(list.number(start + 16, 4)), packedSize: numbers[1], size: numbers[0],
      headerOffset: numbers[2])
    return (entry, next)
  }

  /// Numbers that do not fit in 32 bits stand in the extra field 1, in the order of `numbers`.
  private static func widen(_ numbers: inout [Int], _ list: LittleEndian, _ start: Int, _ end: Int) {
    var position = start
    while position + 4 <= end {
      let fieldEnd = position + 4 + list.number(position + 2, 2)
      guard fieldEnd <= end else { return }
      if list.number(position, 2) == 1 {
        var value = position + 4
        for index in numbers.indices where numbers[index] == 0xFFFF_FFFF && value + 8 <= fieldEnd {
          numbers[index] = list.number(value, 8)
          value += 8
        }
      }
      position = fieldEnd
    }
  }
}

/// Numbers as zip archives keep them: the low byte first.
struct LittleEndian {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Precondition: the bytes are there. What has no place in an `Int` comes out as the greatest one.
  func number(_ offset: Int, _ count: Int) -> Int {
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return Int(clamping: value)
  }
}
