package import GeoModel
internal import Geocoding
package import Incidents
package import Proximity

/// The values of a case as JSON for the store that keeps it.
///
/// The shapes of footprints are given to the store, which keeps each once, and are named here by the number it
/// gives them. Unlike in `incidents.json` positions are exact, so that what is read back is what was written.
package struct CaseCoding {
  /// Keeps a shape and says by which number it is found again.
  package typealias KeepShape = (Geometry) throws -> Int
  package typealias FindShape = (Int) throws -> Geometry?

  package static func value(of account: Account, keep: KeepShape) rethrows -> JSONValue {
    guard var members = account.fileValue(incidentFootprint: account.footprint).object else { return .null }
    members["footprint"] = try account.footprint.map { try value(of: $0, keep: keep) } ?? .null
    members["claims"] = .array(account.claims.map(\.jsonValue))
    return .object(members)
  }

  package static func account(_ value: JSONValue, find: FindShape) throws -> Account {
    let fields = try Fields(value, at: "account")
    let footprint = try fields.optionalFields("footprint").map { try self.footprint($0, find: find) }
    var members = value.object ?? JSONObject()
    members["footprint"] = "incident"
    var account = try Account(Fields(.object(members), at: "account"), incidentFootprint: footprint)
    for claim in try fields.objects("claims") { account.claims.append(try Claim(claim)) }
    return account
  }

  /// What an incident's own values rest on: what the accounts disagree on, the choices, the reasons.
  package static func details(of incident: Incident) -> JSONValue {
    [
      "disagreements": .array(incident.disagreements.map(\.jsonValue)),
      "choices": .object(
        JSONObject(incident.choices.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      "confidence_reasons": .array(incident.confidenceReasons.map(JSONValue.string)),
    ]
  }

  /// Gives an incident what ``details(of:)`` says.
  package static func add(details: JSONValue, to incident: inout Incident) throws {
    let fields = try Fields(details, at: "incident")
    incident.disagreements = try fields.objects("disagreements").map { try Disagreement($0) }
    incident.choices = try fields.dictionary("choices")
    incident.confidenceReasons = try fields.strings("confidence_reasons")
  }

  package static func value(of exposure: Exposure) -> JSONValue { exposure.fileValue }

  package static func exposure(_ value: JSONValue, incident: String) throws -> Exposure {
    try Exposure(try Fields(value, at: "exposure"), incident: incident)
  }

  package static func value(of claim: Claim) -> JSONValue { claim.jsonValue }

  package static func claim(_ value: JSONValue) throws -> Claim {
    try Claim(try Fields(value, at: "claim"))
  }

  package static func value(of claim: SiteClaim) -> JSONValue {
    ["site": .string(claim.site), "month": JSONValue(claim.month), "claim": claim.claim.jsonValue]
  }

  package static func siteClaim(_ value: JSONValue) throws -> SiteClaim {
    let fields = try Fields(value, at: "claim")
    return SiteClaim(
      site: try fields.string("site"), month: try fields.optionalInt("month"),
      claim: try Claim(try fields.fields("claim")))
  }

  private static func value(of footprint: Footprint, keep: KeepShape) rethrows -> JSONValue {
    [
      "relation": .string(footprint.relation.rawValue),
      "anchor": .string(footprint.anchorName),
      "anchor_site": JSONValue(footprint.anchorSite),
      "lat": .double(footprint.best.latitude),
      "lon": .double(footprint.best.longitude),
      "radius_m": .double(footprint.radius.value),
      "where_prec": .int(footprint.wherePrecision),
      "geo_precision": .int(footprint.geoPrecision),
      "stated_distance": footprint.statedDistance?.fileValue ?? .null,
      "reason": .string(footprint.reason),
      "shape": .int(try keep(footprint.geometry)),
      "ring": try footprint.ring.map { .int(try keep($0)) } ?? .null,
    ]
  }

  private static func footprint(_ fields: Fields, find: FindShape) throws -> Footprint {
    guard let shape = try find(try fields.int("shape")) else {
      throw fields.error("shape", "is not in the case")
    }
    return Footprint(
      geometry: shape,
      best: try fields.position(longitude: "lon", latitude: "lat"),
      radius: try fields.meters("radius_m"),
      ring: try fields.optionalInt("ring").flatMap { try find($0) },
      relation: try fields.word("relation", as: SpatialRelation.self),
      statedDistance: try fields.optionalFields("stated_distance").map { (stated) throws(FieldError) in
        try StatedDistance(stated)
      },
      anchorName: try fields.string("anchor"),
      anchorSite: try fields.optionalString("anchor_site"),
      wherePrecision: try fields.int("where_prec"),
      geoPrecision: try fields.int("geo_precision"),
      reason: try fields.string("reason"))
  }
}
