internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity

/// Incidents as lines of `incidents.json`.
///
/// Hundreds of incidents share one place: its outline and its exposures are put into words once.
struct IncidentLines {
  private struct Place {
    let geometry: [UInt8]
    let ring: [UInt8]
    let exposures: [UInt8]
  }

  /// Bytes kept before all are let go.
  private static let limit = 1 << 25

  private var places: [Int: Place] = [:]
  private var kept = 0

  /// - Parameter place: a number that incidents of the same place share; 0 for none.
  mutating func append(
    _ incident: Incident, exposures: ArraySlice<Exposure>, place: Int, to json: inout JSONWriter
  ) {
    let shared = shared(incident.footprint, exposures, place)
    json.append(incident.fileMembers) { name, json in
      switch name {
      case "exposures":
        json.append(bytes: shared.exposures)
        return true
      case "footprint":
        json.append(incident.footprint.fileMembers) { name, json in
          guard name == "geometry" || name == "ring" else { return false }
          json.append(bytes: name == "ring" ? shared.ring : shared.geometry)
          return true
        }
        return true
      default: return false
      }
    }
  }

  private mutating func shared(
    _ footprint: Footprint, _ exposures: ArraySlice<Exposure>, _ number: Int
  ) -> Place {
    if number != 0, let known = places[number] { return known }
    let place = Place(
      geometry: footprint.geometry.fileValue.utf8, ring: (footprint.ring?.fileValue ?? .null).utf8,
      exposures: JSONValue.array(exposures.map(\.fileValue)).utf8)
    guard number != 0 else { return place }
    kept += place.geometry.count + place.ring.count + place.exposures.count
    if kept > Self.limit {
      places = [:]
      kept = 0
    }
    places[number] = place
    return place
  }
}

extension JSONWriter {
  fileprivate mutating func append(bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append(raw: $0) } }

  /// An object some members of which somebody else writes.
  ///
  /// - Parameter write: writes the value of the member named; `false` to have its own written.
  fileprivate mutating func append(
    _ members: [(String, JSONValue)], _ write: (String, inout JSONWriter) -> Bool
  ) {
    append(raw: "{")
    for (number, (name, value)) in members.enumerated() {
      if number > 0 { append(raw: ",") }
      append(name)
      append(raw: ":")
      if !write(name, &self) { append(value) }
    }
    append(raw: "}")
  }
}
