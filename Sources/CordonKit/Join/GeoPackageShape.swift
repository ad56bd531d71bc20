internal import GeoModel

/// Geometries as GeoPackages keep them: a header, then well-known binary (OGC 12-128r19 §2.1.3).
struct GeoPackageShape {
  private let bytes: [UInt8]
  private var at = 0
  private var isLittleEndian = true

  /// `nil` for an empty geometry, a collection, a position out of range, and for bytes that are none.
  static func read(_ bytes: [UInt8]) -> Geometry? {
    guard bytes.count > 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P"), bytes[3] & 0x10 == 0
    else { return nil }
    // The envelope before the geometry has so many bytes.
    let envelopes = [0, 32, 48, 48, 64]
    let kind = Int(bytes[3] >> 1 & 7)
    guard kind < envelopes.count else { return nil }
    var reader = GeoPackageShape(bytes: bytes, at: 8 + envelopes[kind])
    return reader.geometry()
  }

  private init(bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  private mutating func geometry() -> Geometry? {
    guard let (kind, width) = header() else { return nil }
    switch kind {
    case 1: return position(width).map(Geometry.point)
    case 2: return line(width, least: 2).map(Geometry.lineString)
    case 3: return polygon(width).map(Geometry.polygon)
    case 4: return parts(1) { $0.position($1) }.map(Geometry.multiPoint)
    case 5: return parts(2) { $0.line($1, least: 2) }.map(Geometry.multiLineString)
    case 6: return parts(3) { $0.polygon($1) }.map(Geometry.multiPolygon)
    default: return nil
    }
  }

  /// What comes next, 1 to 6, and how many numbers its positions have.
  private mutating func header() -> (kind: Int, width: Int)? {
    guard at < bytes.count, bytes[at] <= 1 else { return nil }
    isLittleEndian = bytes[at] == 1
    at += 1
    guard let code = integer() else { return nil }
    // ISO adds 1000 for Z, 2000 for M and 3000 for both; others set the highest bits.
    let dimensions = code & 0x0FFF_FFFF / 1000
    let marked = (code >> 31 & 1) + (code >> 30 & 1)
    let kind = code & 0x0FFF_FFFF % 1000
    return (Int(kind), 2 + Int(marked) + (dimensions == 0 ? 0 : dimensions == 3 ? 2 : 1))
  }

  private mutating func integer() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt32.self) }
    at += 4
    return isLittleEndian ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  private mutating func double() -> Double? {
    guard at + 8 <= bytes.count else { return nil }
    let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt64.self) }
    at += 8
    return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }

  private mutating func position(_ width: Int) -> Coordinate? {
    guard let x = double(), let y = double() else { return nil }
    at += 8 * (width - 2)
    return Coordinate(wrapping: x, latitude: y)
  }

  private mutating func line(_ width: Int, least: Int) -> [Coordinate]? {
    guard let count = integer(), Int(count) <= (bytes.count - at) / 16, count >= least else { return nil }
    var line: [Coordinate] = []
    for _ in 0..<count {
      guard let position = position(width) else { return nil }
      line.append(position)
    }
    return line
  }

  private mutating func polygon(_ width: Int) -> Polygon? {
    guard let count = integer(), count > 0, Int(count) <= (bytes.count - at) / 4 else { return nil }
    var rings: [Ring] = []
    for _ in 0..<count {
      guard let ring = line(width, least: 4), ring.first == ring.last else { return nil }
      rings.append(ring)
    }
    return Polygon(exterior: rings.removeFirst(), holes: rings).withRingsTurned
  }

  private mutating func parts<T>(_ kind: Int, _ each: (inout GeoPackageShape, Int) -> T?) -> [T]? {
    guard let count = integer(), count > 0, Int(count) <= (bytes.count - at) / 5 else { return nil }
    var parts: [T] = []
    for _ in 0..<count {
      guard let header = header(), header.kind == kind, let part = each(&self, header.width) else {
        return nil
      }
      parts.append(part)
    }
    return parts
  }
}
