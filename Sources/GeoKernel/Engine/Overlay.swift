internal import CGEOS

/// Boolean operations on areas of a plane.
enum Overlay {
  enum Operation: String {
    case union
    case intersection
    case difference
  }

  static func apply(_ operation: Operation, _ a: Planar, _ b: Planar) throws(GeometryError) -> Planar {
    let name = operation.rawValue
    return try withGEOS { (geos) throws(GeometryError) in
      let left = try geos.make(a, name)
      let right = try geos.make(b, name)
      geos.forgetMessages()
      // NULL on exception.
      let result =
        switch operation {
        case .union: GEOSUnion_r(geos.context, left.pointer, right.pointer)
        case .intersection: GEOSIntersection_r(geos.context, left.pointer, right.pointer)
        case .difference: GEOSDifference_r(geos.context, left.pointer, right.pointer)
        }
      return try geos.read(try geos.own(result, name), name)
    }
  }

  /// The parts dissolved into one; parts may overlap and touch.
  static func dissolve(_ planar: Planar) throws(GeometryError) -> Planar {
    try withGEOS { (geos) throws(GeometryError) in
      let parts = try geos.make(planar, "union")
      geos.forgetMessages()
      // NULL on exception.
      return try geos.read(try geos.own(GEOSUnaryUnion_r(geos.context, parts.pointer), "union"), "union")
    }
  }
}
