internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

extension Incident {
  func fileValue(exposures: [Exposure]) -> JSONValue {
    var members = fileMembers
    for (number, member) in members.enumerated() {
      if member.0 == "footprint" { members[number].1 = footprint.fileValue }
      if member.0 == "exposures" { members[number].1 = .array(exposures.map(\.fileValue)) }
    }
    return .object(JSONObject(members))
  }

  /// Without footprint and exposures, whose places are kept.
  var fileMembers: [(String, JSONValue)] {
    [
      ("format", .string(IncidentsFile.format)),
      ("id", .string(id)),
      ("title", .string(title)),
      ("date_from", .string(date.from.description)),
      ("date_to", .string(date.to.description)),
      ("date_prec", .int(date.precision)),
      ("kind", .string(kind.rawValue)),
      ("sub_event_type", .string(kind.acledSubEventType)),
      ("lat", .decimal(footprint.best.latitude, places: 7)),
      ("lon", .decimal(footprint.best.longitude, places: 7)),
      ("radius_m", .double(footprint.radius.value)),
      ("precision", .string(PrecisionClass(of: self).rawValue)),
      ("where_prec", .int(footprint.wherePrecision)),
      ("geo_precision", .int(footprint.geoPrecision)),
      ("site", JSONValue(isAtFacility ? nil : siteName)),
      ("facility", JSONValue(isAtFacility ? siteName : nil)),
      ("site_id", JSONValue(siteID)),
      ("place", JSONValue(placeName)),
      ("country", JSONValue(countryCode)),
      ("weapon", JSONValue(weapon)),
      ("killed", JSONValue(killed)),
      ("injured", JSONValue(injured)),
      ("documents", .array(documents.map(JSONValue.string))),
      ("confidence", .double(confidence)),
      ("confidence_reasons", .array(confidenceReasons.map(JSONValue.string))),
      ("footprint", .null),
      ("exposures", .null),
      ("accounts", .array(accounts.map { $0.fileValue(incidentFootprint: footprint) })),
      ("claims", .array(claims.map(\.jsonValue))),
      ("disagreements", .array(disagreements.map(\.jsonValue))),
      (
        "choices", .object(JSONObject(choices.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
      ),
    ]
  }

  init(_ fields: Fields) throws(FieldError) {
    let footprint = try Footprint(try fields.fields("footprint"))
    let from = try fields.date("date_from")
    let to = try fields.date("date_to")
    guard from <= to else { throw fields.error("date_to", "lies before date_from") }
    self.init(
      id: try fields.string("id"),
      date: DaySpan(from: from, to: to, precision: try fields.int("date_prec")),
      kind: try fields.word("kind", as: IncidentKind.self),
      footprint: footprint)
    siteID = try fields.optionalString("site_id")
    siteName = try fields.optionalString("site")
    if siteName == nil, let facility = try fields.optionalString("facility") {
      siteName = facility
      isAtFacility = true
    }
    placeName = try fields.optionalString("place")
    countryCode = try fields.optionalString("country")
    weapon = try fields.optionalString("weapon")
    killed = try fields.optionalInt("killed")
    injured = try fields.optionalInt("injured")
    confidence = try fields.number("confidence")
    confidenceReasons = try fields.strings("confidence_reasons")
    choices = try fields.dictionary("choices")
    for account in try fields.objects("accounts") {
      accounts.append(try Account(account, incidentFootprint: footprint))
    }
    for claim in try fields.objects("claims") { claims.append(try Claim(claim)) }
    for disagreement in try fields.objects("disagreements") {
      disagreements.append(try Disagreement(disagreement))
    }
  }
}
