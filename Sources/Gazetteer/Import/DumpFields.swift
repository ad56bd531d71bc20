/// Where the fields of a tab-separated line begin; its memory is used again for every line.
struct DumpFields {
  private var starts: [Int] = []
  private(set) var count = 0

  mutating func split(_ line: UnsafeBufferPointer<UInt8>) {
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for index in line.indices where line[index] == 0x09 { starts.append(index + 1) }
    count = starts.count
    starts.append(line.count + 1)
  }

  /// - Precondition: `line` is the line that was split, `index` less than `count`.
  func field(_ index: Int, of line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: line[starts[index]..<(starts[index + 1] - 1)])
  }

  /// A whole number; `nil` unless the text is 1 to 18 digits.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 18 else { return nil }
    var value = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
