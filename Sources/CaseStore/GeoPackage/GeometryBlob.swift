internal import GeoModel

/// GeoPackage geometries: a header and little-endian well-known binary (OGC 12-128r19 §2.1.3, clause 2.1.3.1).
///
/// Points carry no envelope, everything else its least and greatest longitude and latitude.
enum GeometryBlob {
  /// Least and greatest longitude and latitude, in degrees; what GIS programs index by.
  struct Envelope {
    var west = Double.infinity
    var east = -Double.infinity
    var south = Double.infinity
    var north = -Double.infinity

    init() {}

    init(_ geometry: Geometry) {
      for position in geometry.positions {
        west = min(west, position.longitude)
        east = max(east, position.longitude)
        south = min(south, position.latitude)
        north = max(north, position.latitude)
      }
    }
  }

  private enum Kind: UInt32 {
    case point = 1
    case lineString, polygon, multiPoint, multiLineString, multiPolygon
  }

  private static let referenceSystem: Int32 = 4326

  static func encode(_ geometry: Geometry) -> [UInt8] {
    if case .point(let position) = geometry { return encode(position) }
    var writer = BinaryWriter()
    writer.bytes.reserveCapacity(geometry.blobSize)
    writer.bytes += [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, 3]
    writer.append(UInt32(bitPattern: referenceSystem))
    let envelope = Envelope(geometry)
    for edge in [envelope.west, envelope.east, envelope.south, envelope.north] { writer.append(edge) }
    append(geometry, to: &writer)
    return writer.bytes
  }

  private static func encode(_ position: Coordinate) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: pointSize) { buffer, count in
      write(position, to: UnsafeMutableRawBufferPointer(buffer))
      count = pointSize
    }
  }

  /// Bytes of a point's blob.
  static let pointSize = 29

  /// - Parameter bytes: ``pointSize`` of them.
  static func write(_ position: Coordinate, to bytes: UnsafeMutableRawBufferPointer) {
    // "GP", version 0, little-endian without an envelope.
    bytes.storeBytes(of: UInt32(0x0100_5047).littleEndian, toByteOffset: 0, as: UInt32.self)
    bytes.storeBytes(of: referenceSystem.littleEndian, toByteOffset: 4, as: Int32.self)
    bytes[8] = 1
    bytes.storeBytes(of: Kind.point.rawValue.littleEndian, toByteOffset: 9, as: UInt32.self)
    bytes.storeBytes(of: position.longitude.bitPattern.littleEndian, toByteOffset: 13, as: UInt64.self)
    bytes.storeBytes(of: position.latitude.bitPattern.littleEndian, toByteOffset: 21, as: UInt64.self)
  }

  /// The position of a point that GIS programs may have moved, whatever envelope they write; `nil` for
  /// anything else and for an empty point.
  static func point(_ bytes: [UInt8]) -> Coordinate? {
    guard case .point(let position)? = decode(bytes) else { return nil }
    return position
  }

  /// The geometry of a blob; `nil` when it is none, is empty, or has positions out of range.
  static func decode(_ bytes: [UInt8]) -> Geometry? {
    guard bytes.count > 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P") else { return nil }
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(bytes[3] >> 1 & 7)
    guard envelope < envelopes.count else { return nil }
    var reader = BinaryReader(bytes: bytes, position: 8 + envelopes[envelope])
    return geometry(&reader)
  }

  private static func append(_ geometry: Geometry, to writer: inout BinaryWriter) {
    func head(_ kind: Kind) {
      writer.bytes.append(1)
      writer.append(kind.rawValue)
    }
    func line(_ positions: [Coordinate]) {
      writer.append(UInt32(positions.count))
      for position in positions { writer.append(position) }
    }
    func rings(_ polygon: Polygon) {
      head(.polygon)
      writer.append(UInt32(1 + polygon.holes.count))
      for ring in [polygon.exterior] + polygon.holes { line(ring) }
    }
    switch geometry {
    case .point(let position):
      head(.point)
      writer.append(position)
    case .lineString(let positions):
      head(.lineString)
      line(positions)
    case .polygon(let polygon): rings(polygon)
    case .multiPoint(let positions):
      head(.multiPoint)
      writer.append(UInt32(positions.count))
      for position in positions { append(.point(position), to: &writer) }
    case .multiLineString(let lines):
      head(.multiLineString)
      writer.append(UInt32(lines.count))
      for positions in lines {
        head(.lineString)
        line(positions)
      }
    case .multiPolygon(let polygons):
      head(.multiPolygon)
      writer.append(UInt32(polygons.count))
      for polygon in polygons { rings(polygon) }
    }
  }

  private static func geometry(_ reader: inout BinaryReader) -> Geometry? {
    guard reader.byteOrder(), let kind = reader.word().flatMap(Kind.init) else { return nil }
    switch kind {
    case .point: return reader.coordinate().map { .point($0) }
    case .lineString: return reader.line().map { .lineString($0) }
    case .polygon: return reader.polygon().map { .polygon($0) }
    case .multiPoint, .multiLineString, .multiPolygon:
      guard let count = reader.word() else { return nil }
      var points: [Coordinate] = []
      var lines: [[Coordinate]] = []
      var polygons: [Polygon] = []
      for _ in 0..<count {
        switch (kind, geometry(&reader)) {
        case (.multiPoint, .point(let point)): points.append(point)
        case (.multiLineString, .lineString(let line)): lines.append(line)
        case (.multiPolygon, .polygon(let polygon)): polygons.append(polygon)
        default: return nil
        }
      }
      if kind == .multiPoint { return .multiPoint(points) }
      return kind == .multiLineString ? .multiLineString(lines) : .multiPolygon(polygons)
    }
  }
}

extension Geometry {
  /// Bytes of its blob, a few more or less for holes.
  fileprivate var blobSize: Int {
    switch self {
    case .point: 29
    case .multiPoint(let positions): 64 + 21 * positions.count
    case .lineString(let positions): 64 + 16 * positions.count
    case .multiLineString(let lines): lines.reduce(64) { $0 + 16 + 16 * $1.count }
    case .polygon(let polygon): 64 + 16 * polygon.exterior.count
    case .multiPolygon(let polygons): polygons.reduce(64) { $0 + 16 + 16 * $1.exterior.count }
    }
  }

  fileprivate var positions: [Coordinate] {
    switch self {
    case .point(let position): [position]
    case .multiPoint(let positions), .lineString(let positions): positions
    case .multiLineString(let lines): lines.flatMap(\.self)
    case .polygon(let polygon): polygon.exterior
    case .multiPolygon(let polygons): polygons.flatMap(\.exterior)
    }
  }
}
