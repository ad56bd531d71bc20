/// A position as RFC 5870 writes it: `geo:50.46,30.49`, latitude first.
public struct GeoURI: Hashable, Sendable, CustomStringConvertible {
  public var coordinate: Coordinate
  /// Metres above the ellipsoid, when given.
  public var altitude: Meters?
  /// The parameter `u`: metres that the position may be off, when given.
  public var uncertainty: Meters?

  public init(coordinate: Coordinate, altitude: Meters? = nil, uncertainty: Meters? = nil) {
    self.coordinate = coordinate
    self.altitude = altitude
    self.uncertainty = uncertainty
  }

  /// - Accepted: `geo:50.46,30.49`, `GEO:50.46,30.49,179`, `geo:50.46,30.49;u=35`, `…;crs=wgs84;u=35`,
  ///   `…;other=1` (unknown parameters are ignored, as RFC 5870 §3.4.3 allows).
  /// - Refused: a pair without `geo:`, whose order cannot be known; another `crs` than `wgs84`; values out of
  ///   range; an exponent or a decimal comma.
  ///
  /// At a pole the longitude becomes 0 (RFC 5870 §3.4.2).
  public init(parsing text: some StringProtocol) throws(NotationError) {
    let whole = trimmed(text)
    func refused(_ reason: String) -> NotationError {
      NotationError(expected: "a position", text: String(text), reason: reason)
    }
    guard whole.prefix(4).lowercased() == "geo:" else {
      let numbers = whole.split(separator: ",").map { plainDecimal(trimmed($0)) }
      if numbers.count == 2, !numbers.contains(nil) {
        throw refused("its order cannot be known; write geo:LATITUDE,LONGITUDE")
      }
      throw refused("write geo:LATITUDE,LONGITUDE, for example geo:50.46,30.49")
    }
    var parts = whole.dropFirst(4).split(separator: ";", omittingEmptySubsequences: false)
    let numbers = parts.removeFirst().split(separator: ",", omittingEmptySubsequences: false).map(
      plainDecimal)
    guard (2...3).contains(numbers.count), !numbers.contains(nil), let latitude = numbers[0],
      let longitude = numbers[1]
    else { throw refused("two or three decimal numbers should follow geo:, as in geo:50.46,30.49") }
    guard let coordinate = Coordinate(longitude: abs(latitude) == 90 ? 0 : longitude, latitude: latitude)
    else {
      let hint =
        Coordinate(longitude: latitude, latitude: longitude) == nil ? "" : "; the latitude comes first"
      throw refused("the latitude must be in -90 ... 90 and the longitude in -180 ... 180\(hint)")
    }
    self.init(coordinate: coordinate, altitude: numbers.count == 3 ? numbers[2].map(Meters.init) : nil)
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = pair.count == 2 ? pair[1] : ""
      switch pair[0].lowercased() {
      case "crs" where value.lowercased() != "wgs84":
        throw refused("only crs=wgs84 is known, not \"\(value)\"")
      case "u":
        guard let radius = plainDecimal(value), radius >= 0 else {
          throw refused("u must be metres, as in ;u=35")
        }
        uncertainty = Meters(radius)
      default: break
      }
    }
  }

  /// With at most seven decimals.
  public var description: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  /// Writes `description`, without quotation marks.
  public func write(to writer: inout JSONWriter) {
    writer.append(raw: "geo:")
    writer.append(degrees: coordinate.latitude)
    writer.append(raw: ",")
    writer.append(degrees: coordinate.longitude)
    if let altitude {
      writer.append(raw: ",")
      writer.append(altitude.value)
    }
    if let uncertainty {
      writer.append(raw: ";u=")
      writer.append(uncertainty.value)
    }
  }
}
