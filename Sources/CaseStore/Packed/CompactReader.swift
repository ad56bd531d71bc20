internal import GRDB

/// Reads what ``CompactWriter`` wrote.
///
/// All throw `DatabaseError` where the bytes are not what was written.
struct CompactReader {
  private let bytes: [UInt8]
  private var position: Int
  private var known: [String] = []

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() throws(DatabaseError) -> Int {
    let raw = try raw()
    return Int(bitPattern: raw >> 1) ^ -Int(raw & 1)
  }

  mutating func double() throws(DatabaseError) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(try key())))
  }

  mutating func key() throws(DatabaseError) -> Int {
    guard bytes.count - position >= 8 else { throw Self.damaged }
    let key = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Int.self) }
    position += 8
    return Int(littleEndian: key)
  }

  mutating func text() throws(DatabaseError) -> String {
    let raw = try raw()
    let count = Int(raw >> 1)
    if raw & 1 == 1 {
      guard count < known.count else { throw Self.damaged }
      return known[count]
    }
    guard count <= bytes.count - position else { throw Self.damaged }
    let text = bytes.withUnsafeBufferPointer { buffer in
      String(decoding: UnsafeBufferPointer(rebasing: buffer[position..<(position + count)]), as: UTF8.self)
    }
    position += count
    known.append(text)
    return text
  }

  /// A text that names a case.
  mutating func word<Word: RawRepresentable<String>>() throws(DatabaseError) -> Word {
    guard let word = Word(rawValue: try text()) else { throw Self.damaged }
    return word
  }

  mutating func optional<Value>(
    _ read: (inout CompactReader) throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value? {
    switch try byte() {
    case 0: nil
    case 1: try read(&self)
    default: throw Self.damaged
    }
  }

  mutating func optionalText() throws(DatabaseError) -> String? {
    try optional { (reader) throws(DatabaseError) in try reader.text() }
  }

  mutating func optionalNumber() throws(DatabaseError) -> Int? {
    try optional { (reader) throws(DatabaseError) in try reader.number() }
  }

  mutating func list<Value>(
    _ read: (inout CompactReader) throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> [Value] {
    let count = try raw()
    // Each takes a byte or more.
    guard count <= UInt(bytes.count - position) else { throw Self.damaged }
    var list: [Value] = []
    list.reserveCapacity(Int(count))
    for _ in 0..<count { list.append(try read(&self)) }
    return list
  }

  mutating func byte() throws(DatabaseError) -> UInt8 {
    guard position < bytes.count else { throw Self.damaged }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func raw() throws(DatabaseError) -> UInt {
    var number: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = try byte()
      number |= UInt(byte & 0x7F) << shift
      guard byte > 0x7F else { return number }
      shift += 7
      guard shift < 64 else { throw Self.damaged }
    }
  }

  static var damaged: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "what an account says cannot be read")
  }
}
