internal import GeoModel

/// Little-endian numbers, one after the other.
struct BinaryWriter {
  var bytes: [UInt8] = []

  mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: UInt16) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ position: Coordinate) {
    append(position.longitude)
    append(position.latitude)
  }
}

/// Well-known binary in either byte order; `nil` where the bytes end early.
struct BinaryReader {
  let bytes: [UInt8]
  var position: Int
  private var isLittleEndian = true

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func byteOrder() -> Bool {
    guard position < bytes.count, bytes[position] < 2 else { return false }
    isLittleEndian = bytes[position] == 1
    position += 1
    return true
  }

  mutating func word() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt32.self) }
    position += 4
    return isLittleEndian ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  mutating func number() -> Double? {
    guard position + 8 <= bytes.count else { return nil }
    let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
    position += 8
    return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }

  mutating func coordinate() -> Coordinate? {
    guard let longitude = number(), let latitude = number() else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
  }

  mutating func line() -> [Coordinate]? {
    guard let count = word(), Int(count) <= (bytes.count - position) / 16 else { return nil }
    var line: [Coordinate] = []
    line.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let position = coordinate() else { return nil }
      line.append(position)
    }
    return line
  }

  mutating func polygon() -> Polygon? {
    guard let count = word(), count > 0, let exterior = line() else { return nil }
    var holes: [Ring] = []
    for _ in 1..<count {
      guard let hole = line() else { return nil }
      holes.append(hole)
    }
    return Polygon(exterior: exterior, holes: holes)
  }
}
