internal import CordonKit
internal import GeoModel
internal import Geocoding

extension JSONWriter {
  /// The members of a toponym behind `"start":`, with the closing brace: the same as `ToponymList.record` gives,
  /// without making values of them.
  mutating func append(_ toponym: Toponym) {
    append(toponym.start)
    append(raw: ",\"end\":")
    append(toponym.end)
    append(raw: ",\"text\":")
    append(toponym.text)
    append(raw: ",\"lat\":")
    append(JSONValue(toponym.coordinate?.latitude))
    append(raw: ",\"lon\":")
    append(JSONValue(toponym.coordinate?.longitude))
    append(raw: ",\"name\":")
    append(JSONValue(toponym.name))
    append(raw: ",\"kind\":")
    append(JSONValue(toponym.kind))
    append(raw: ",\"country\":")
    append(JSONValue(toponym.country))
    append(raw: ",\"geonameid\":")
    append(JSONValue(toponym.geonameID))
    append(raw: ",\"site\":")
    append(JSONValue(toponym.siteID))
    append(raw: ",\"uncertainty_m\":")
    append(toponym.uncertainty.map { .decimal($0.value, places: 0) } ?? .null)
    append(raw: ",\"where_prec\":")
    append(JSONValue(toponym.wherePrecision))
    append(raw: ",\"role\":")
    append(toponym.role.rawValue)
    append(raw: ",\"probability\":")
    append(JSONValue.decimal(toponym.probability, places: 3))
    append(raw: toponym.isAnaphoric ? ",\"anaphoric\":true" : ",\"anaphoric\":false")
    if toponym.coordinate == nil {
      append(raw: ",\"reasons\":")
      append(JSONValue.array(toponym.reasons.map(JSONValue.string)))
    }
    append(raw: "}")
  }
}
