/// An area that has an outline: 16 bytes, in ascending order of row.
struct AreaRecord {
  var row: UInt32
  /// From the place's point to the farthest of the outline, rounded up.
  var radiusCentimeters: UInt32
  var firstRing: UInt32
  var ringCount: UInt32
}

/// A ring of an outline: 8 bytes. An exterior ring comes before its holes.
struct RingRecord {
  static let isHole: UInt32 = 0x8000_0000

  var firstVertex: UInt32
  /// Number of vertices, the closing one included; the high bit says that it is a hole.
  var countAndKind: UInt32
}

/// A vertex in units of 1e-7 degrees, 1.1 cm at most.
struct VertexRecord {
  var longitudeE7: Int32
  var latitudeE7: Int32
}
