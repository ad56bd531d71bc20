internal import CGEOS

extension GEOSSession {
  /// Builds the engine's form of `planar`: a collection unless it is a single geometry.
  func make(_ planar: Planar, _ operation: String) throws(GeometryError) -> OwnedGeometry {
    var parts: [OpaquePointer?] = []
    do throws(GeometryError) {
      for point in planar.points { parts.append(try makePoint(point, operation).relinquish()) }
      for line in planar.lines { parts.append(try makeLine(line, operation).relinquish()) }
      for polygon in planar.polygons { parts.append(try makePolygon(polygon, operation).relinquish()) }
    } catch {
      for case let part? in parts { GEOSGeom_destroy_r(context, part) }
      throw error
    }
    if parts.count == 1 { return try own(parts[0], operation) }
    let kind: GEOSGeomTypes =
      if planar.lines.isEmpty && planar.polygons.isEmpty {
        GEOS_MULTIPOINT
      } else if planar.points.isEmpty && planar.polygons.isEmpty {
        GEOS_MULTILINESTRING
      } else if planar.points.isEmpty && planar.lines.isEmpty {
        GEOS_MULTIPOLYGON
      } else {
        GEOS_GEOMETRYCOLLECTION
      }
    forgetMessages()
    // Takes the parts even when it fails. NULL on exception.
    return try own(
      GEOSGeom_createCollection_r(context, Int32(kind.rawValue), &parts, UInt32(parts.count)), operation)
  }

  private func makeSequence(_ positions: [XY], _ operation: String) throws(GeometryError) -> OpaquePointer {
    forgetMessages()
    let sequence = positions.withUnsafeBytes { bytes in
      // NULL on exception.
      GEOSCoordSeq_copyFromBuffer_r(
        context, bytes.assumingMemoryBound(to: Double.self).baseAddress, UInt32(positions.count), 0, 0)
    }
    guard let sequence else { throw failure(operation) }
    return sequence
  }

  private func makePoint(_ position: XY, _ operation: String) throws(GeometryError) -> OwnedGeometry {
    forgetMessages()
    return try own(GEOSGeom_createPointFromXY_r(context, position.x, position.y), operation)
  }

  private func makeLine(_ line: [XY], _ operation: String) throws(GeometryError) -> OwnedGeometry {
    // Takes the sequence even when it fails. NULL on exception.
    try own(GEOSGeom_createLineString_r(context, try makeSequence(line, operation)), operation)
  }

  private func makeRing(_ ring: [XY], _ operation: String) throws(GeometryError) -> OwnedGeometry {
    guard ring.count >= 4, ring.first == ring.last else {
      throw GeometryError(
        .invalidGeometry, operation,
        "a ring of \(ring.count) positions is not closed; it needs four or more, the last equal to the first")
    }
    // Takes the sequence even when it fails. NULL on exception.
    return try own(GEOSGeom_createLinearRing_r(context, try makeSequence(ring, operation)), operation)
  }

  private func makePolygon(_ polygon: PlanarPolygon, _ operation: String) throws(GeometryError)
    -> OwnedGeometry
  {
    let shell = try makeRing(polygon.exterior, operation)
    var holes: [OpaquePointer?] = []
    do throws(GeometryError) {
      for hole in polygon.holes { holes.append(try makeRing(hole, operation).relinquish()) }
    } catch {
      for case let hole? in holes { GEOSGeom_destroy_r(context, hole) }
      throw error
    }
    forgetMessages()
    // Takes shell and holes even when it fails. NULL on exception.
    return try own(
      GEOSGeom_createPolygon_r(context, shell.relinquish(), &holes, UInt32(holes.count)), operation)
  }

  /// Reads an engine geometry back, with empty parts left out.
  func read(_ geometry: borrowing OwnedGeometry, _ operation: String) throws(GeometryError) -> Planar {
    var planar = Planar()
    try collect(geometry.pointer, into: &planar, operation)
    return planar
  }

  private func collect(
    _ pointer: OpaquePointer, into planar: inout Planar, _ operation: String
  ) throws(GeometryError) {
    // 1 when empty, 2 on exception.
    if try truth(GEOSisEmpty_r(context, pointer), operation) { return }
    switch GEOSGeomTypeId_r(context, pointer) {
    case Int32(GEOS_POINT.rawValue):
      planar.points += try positions(pointer, operation)
    case Int32(GEOS_LINESTRING.rawValue), Int32(GEOS_LINEARRING.rawValue):
      planar.lines.append(try positions(pointer, operation))
    case Int32(GEOS_POLYGON.rawValue):
      planar.polygons.append(try polygon(pointer, operation))
    case -1:
      throw failure(operation)
    default:
      for i in 0..<GEOSGetNumGeometries_r(context, pointer) {
        // Borrowed from the collection. NULL on exception.
        guard let part = GEOSGetGeometryN_r(context, pointer, i) else { throw failure(operation) }
        try collect(part, into: &planar, operation)
      }
    }
  }

  private func polygon(_ pointer: OpaquePointer, _ operation: String) throws(GeometryError) -> PlanarPolygon {
    // Borrowed from the polygon. NULL on exception.
    guard let shell = GEOSGetExteriorRing_r(context, pointer) else { throw failure(operation) }
    var polygon = PlanarPolygon(exterior: try positions(shell, operation))
    // -1 on exception.
    for i in 0..<max(0, GEOSGetNumInteriorRings_r(context, pointer)) {
      guard let hole = GEOSGetInteriorRingN_r(context, pointer, i) else { throw failure(operation) }
      polygon.holes.append(try positions(hole, operation))
    }
    return polygon
  }

  /// The positions of a point, line or ring.
  func positions(_ pointer: OpaquePointer, _ operation: String) throws(GeometryError) -> [XY] {
    forgetMessages()
    // Borrowed from the geometry. NULL on exception.
    guard let sequence = GEOSGeom_getCoordSeq_r(context, pointer) else { throw failure(operation) }
    return try copy(sequence, operation)
  }

  /// The positions of a sequence.
  func copy(_ sequence: OpaquePointer, _ operation: String) throws(GeometryError) -> [XY] {
    var count: UInt32 = 0
    // 0 on exception.
    guard GEOSCoordSeq_getSize_r(context, sequence, &count) != 0 else { throw failure(operation) }
    var filled: Int32 = 1
    let result = [XY](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      initialized = Int(count)
      guard let base = buffer.baseAddress else { return }
      // 0 on exception.
      filled = GEOSCoordSeq_copyToBuffer_r(
        context, sequence, UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self), 0, 0)
      if filled == 0 { buffer.initialize(repeating: XY(0, 0)) }
    }
    guard filled != 0 else { throw failure(operation) }
    return result
  }
}
