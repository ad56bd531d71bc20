/// Addresses of the electronic kind in a line: e-mail, web, handle, telephone.
struct ContactData {
  var emails = 0
  var links = 0
  var handles = 0
  var phones = 0

  var any: Bool { emails + links + handles + phones > 0 }

  init(_ utf8: [UInt8], _ range: Range<Int>) {
    utf8.withUnsafeBufferPointer { count($0, range) }
  }

  private mutating func count(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    func byte(_ place: Int) -> UInt8 { range.contains(place) ? utf8[place] : 0x20 }
    func isNameByte(_ value: UInt8) -> Bool {
      (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value) || value == 0x2E || value == 0x5F
        || value == 0x2D
    }
    while index < range.upperBound {
      if index + 8 <= range.upperBound, !Self.mayHold(utf8, index) {
        index += 8
        continue
      }
      switch utf8[index] {
      case UInt8(ascii: "@"):
        if isNameByte(byte(index - 1)), isNameByte(byte(index + 1)) {
          emails += 1
        } else if isNameByte(byte(index + 1)) {
          handles += 1
        }
      case UInt8(ascii: ":") where byte(index + 1) == 0x2F && byte(index + 2) == 0x2F: links += 1
      case UInt8(ascii: "w")
      where byte(index + 1) == 0x77 && byte(index + 2) == 0x77 && byte(index + 3) == 0x2E:
        if byte(index - 1) != 0x2F { links += 1 }
      case UInt8(ascii: "+") where (0x31...0x39).contains(byte(index + 1)):
        var digits = 0
        var at = index + 1
        while at < range.upperBound,
          (0x30...0x39).contains(utf8[at]) || [0x20, 0x28, 0x29, 0x2D].contains(utf8[at])
        {
          digits += (0x30...0x39).contains(utf8[at]) ? 1 : 0
          at += 1
        }
        if digits >= 8 { phones += 1 }
        index = at - 1
      default: break
      }
      index += 1
    }
  }

  /// Whether any of eight bytes is one that an address is told by.
  @inline(__always)
  private static func mayHold(_ utf8: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let word = UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (at, colon) = (word ^ UInt64(UInt8(ascii: "@")) &* ones, word ^ UInt64(UInt8(ascii: ":")) &* ones)
    let (w, plus) = (word ^ UInt64(UInt8(ascii: "w")) &* ones, word ^ UInt64(UInt8(ascii: "+")) &* ones)
    // A byte of zeros borrows its highest bit, which it does not have.
    let found = (at &- ones) & ~at | (colon &- ones) & ~colon | (w &- ones) & ~w | (plus &- ones) & ~plus
    return found & (0x80 &* ones) != 0
  }
}
