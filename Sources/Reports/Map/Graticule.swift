internal import GeoKernel
internal import GeoModel

/// Meridians and parallels with their degrees at the edge of a map.
struct Graticule {
  let plane: MapPlane

  func draw(on drawing: inout Drawing) {
    let center = plane.center
    // Meridians run together near a pole: no grid of degrees helps there.
    guard abs(center.latitude) < 85 else { return }
    let far = Meters(plane.reach.value * 1.42)
    let north = Geodesic.wgs84.direct(from: center, azimuth: Degrees(0), distance: far).latitude
    let east = Geodesic.wgs84.direct(from: center, azimuth: Degrees(90), distance: far).longitude
    let height = north - center.latitude
    var width = east - center.longitude
    if width < 0 { width += 360 }
    guard height > 0, width < 80 else { return }
    lines(of: center.latitude, reach: height, on: &drawing) { latitude, share in
      (center.longitude + share * width, latitude)
    } label: { value, places, drawing in
      let at = plane.pixel(Coordinate(reducing: center.longitude, latitude: value))
      guard abs(at.y) < MapPlane.half - 24 else { return }
      let words = "\(fixed(abs(value), places))° \(value < 0 ? "S" : "N")"
      drawing.text(words, Pixel(x: -MapPlane.half + 5, y: at.y - 4), "small")
    }
    lines(of: center.longitude, reach: width, on: &drawing) { longitude, share in
      (longitude, center.latitude + share * height)
    } label: { value, places, drawing in
      let at = plane.pixel(Coordinate(reducing: value, latitude: center.latitude))
      guard abs(at.x) < MapPlane.half - 60 else { return }
      let reduced = Coordinate(reducing: value, latitude: 0).longitude
      let words = "\(fixed(abs(reduced), places))° \(reduced < 0 ? "W" : "E")"
      drawing.text(words, Pixel(x: at.x + 4, y: -MapPlane.half + 15), "small")
    }
  }

  private func lines(
    of middle: Double, reach: Double, on drawing: inout Drawing,
    position: (_ value: Double, _ share: Double) -> (longitude: Double, latitude: Double),
    label: (_ value: Double, _ places: Int, inout Drawing) -> Void
  ) {
    let (step, places) = Self.step(reach / 2)
    let first = ((middle - reach) / step).rounded(.up)
    for number in stride(from: first, through: (middle + reach) / step, by: 1) {
      let value = number * step
      let line = (-6...6).map { part in
        let at = position(value, Double(part) / 6)
        return Coordinate(reducing: at.longitude, latitude: at.latitude)
      }
      drawing.path(plane.path(line, isClosed: false), "grid")
      label(value, places, &drawing)
    }
  }

  /// The smallest of 1, 2 and 5 with zeros that is not smaller, from 0.0001 to 10 degrees, and its decimals.
  private static func step(_ least: Double) -> (Double, Int) {
    for places in stride(from: 4, through: -1, by: -1) {
      var unit = 1.0
      for _ in 0..<abs(places) { unit *= 10 }
      for digit in [1.0, 2, 5] {
        let step = places >= 0 ? digit / unit : digit * unit
        if step >= least { return (step, max(0, places)) }
      }
    }
    return (50, 0)
  }

  private func fixed(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let digits = String(Int((value * scale).rounded()))
    guard places > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return padded.dropLast(places) + "." + padded.suffix(places)
  }
}
