internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Reading

extension Account {
  /// - Parameter incidentFootprint: an account with the same footprint names it instead of repeating it.
  func fileValue(incidentFootprint: Footprint?) -> JSONValue {
    [
      "document": .string(document),
      "kind": .string(kind.rawValue),
      "date": date.fileValue,
      "date_reason": .string(dateReason),
      "weapon": JSONValue(weapon),
      "site_id": JSONValue(siteID),
      "site": JSONValue(siteName),
      "place": JSONValue(placeName),
      "country": JSONValue(countryCode),
      "killed": killed?.fileValue ?? .null,
      "injured": injured?.fileValue ?? .null,
      "count": .int(count),
      "sentences": .array(sentences.map(\.jsonValue)),
      "effects": .array(effects.map(\.jsonValue)),
      "rules": .array(rules.map(JSONValue.string)),
      "footprint": footprint == incidentFootprint ? "incident" : footprint?.fileValue ?? .null,
    ]
  }

  init(_ fields: Fields, incidentFootprint: Footprint?) throws(FieldError) {
    self.init(
      document: try fields.string("document"), kind: try fields.word("kind", as: IncidentKind.self))
    date = try AccountDate(try fields.fields("date"))
    dateReason = try fields.string("date_reason")
    weapon = try fields.optionalString("weapon")
    siteID = try fields.optionalString("site_id")
    siteName = try fields.optionalString("site")
    placeName = try fields.optionalString("place")
    countryCode = try fields.optionalString("country")
    killed = try fields.optionalFields("killed").map { (toll) throws(FieldError) in try Toll(toll) }
    injured = try fields.optionalFields("injured").map { (toll) throws(FieldError) in try Toll(toll) }
    count = try fields.int("count")
    for sentence in try fields.objects("sentences") { sentences.append(try Evidence(sentence)) }
    for effect in try fields.objects("effects") { effects.append(try Effect(effect)) }
    rules = try fields.strings("rules")
    if try fields.required("footprint") == "incident" {
      footprint = incidentFootprint
    } else {
      footprint = try fields.optionalFields("footprint").map { (own) throws(FieldError) in
        try Footprint(own)
      }
    }
  }
}

extension AccountDate {
  var fileValue: JSONValue {
    switch self {
    case .span(let span):
      [
        "from": .string(span.from.description), "to": .string(span.to.description),
        "date_prec": .int(span.precision),
      ]
    case .open(let month, let day, let reason):
      ["month": JSONValue(month), "day": JSONValue(day), "open": .string(reason)]
    case .none: [:]
    }
  }

  init(_ fields: Fields) throws(FieldError) {
    if let reason = try fields.optionalString("open") {
      self = .open(month: try fields.optionalInt("month"), day: try fields.optionalInt("day"), reason: reason)
    } else if try fields.optionalString("from") != nil {
      let from = try fields.date("from")
      let to = try fields.date("to")
      guard from <= to else { throw fields.error("to", "lies before from") }
      self = .span(DaySpan(from: from, to: to, precision: try fields.int("date_prec")))
    } else {
      self = .none
    }
  }
}

extension Toll {
  fileprivate var fileValue: JSONValue { ["count": JSONValue(count), "evidence": evidence.jsonValue] }

  fileprivate init(_ fields: Fields) throws(FieldError) {
    self.init(
      count: try fields.optionalInt("count"), evidence: try Evidence(try fields.fields("evidence")))
  }
}
