import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
import Incidents
import Proximity
import Reading

func position(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(reducing: longitude, latitude: latitude)
}

func disc(_ center: Coordinate, _ radius: Double) throws -> Geometry {
  try GeodesicDisc(center: center, radius: Meters(radius)).outline(segments: 180)
}

func footprint(
  _ geometry: Geometry, best: Coordinate, radius: Double, ring: Geometry? = nil,
  stated: StatedDistance? = nil,
  anchor: String? = nil, relation: SpatialRelation = .at, wherePrecision: Int = 1
) -> Footprint {
  Footprint(
    geometry: geometry, best: best, radius: Meters(radius), ring: ring, relation: relation,
    statedDistance: stated, anchorName: "anchor", anchorSite: anchor, wherePrecision: wherePrecision,
    geoPrecision: 1, reason: "for a test")
}

func incident(
  _ id: String = "i", _ footprint: Footprint, site: String? = nil, day: String = "2025-03-01",
  kind: IncidentKind = .droneAttack
) throws -> Incident {
  let date = CalendarDate(iso: day) ?? CalendarDate(dayNumber: 0)
  var incident = Incident(id: id, date: DaySpan(day: date), kind: kind, footprint: footprint)
  incident.siteID = site
  return incident
}

func site(_ id: String, _ coordinate: Coordinate, accuracy: Double = 0, kind: String = "embassy") -> Site {
  Site(
    id: id, name: "Embassy \(id)", kind: kind, operatorCountry: "SE", hostCountry: "IQ", city: "Baghdad",
    address: nil, coordinate: coordinate, accuracy: Meters(accuracy), source: "test", aliases: [])
}
