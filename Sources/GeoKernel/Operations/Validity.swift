internal import CGEOS
public import GeoModel

extension Geometry {
  /// Why a geometry is not valid, in the engine's words with the place in degrees; `nil` when it is valid.
  ///
  /// Rings must be closed and simple, holes inside their exterior, polygons of a set disjoint (OGC 06-103r4
  /// §6.1.11). The direction of rings is not looked at. A ring that is too short or open is reported too.
  public func invalidityReason() -> String? {
    do throws(GeometryError) {
      return try withGEOS { (geos) throws(GeometryError) in
        let geometry = try geos.make(Planar(self), "validity")
        geos.forgetMessages()
        // 1 valid, 0 not, 2 on exception.
        if try geos.truth(GEOSisValid_r(geos.context, geometry.pointer), "validity") { return nil }
        // NULL on exception; ours to free.
        guard let text = GEOSisValidReason_r(geos.context, geometry.pointer) else {
          return "not valid, for a reason the geometry engine does not give"
        }
        defer { GEOSFree_r(geos.context, text) }
        return String(cString: text)
      }
    } catch {
      return error.detail
    }
  }

  /// Whether the geometry obeys the rules of its kind; see ``invalidityReason()``.
  public var isValid: Bool { invalidityReason() == nil }
}
