internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity

/// The drawn map of a site: rings, areas, incidents by kind, scale bar, north and graticule; no borders.
struct SiteMap {
  let site: Site
  let rows: [SiteRow]
  /// Other registered sites, nearest first.
  let neighbours: [Site]
  let rings: [Meters]
  let reach: Meters
  let words: ReportWords

  /// Marks beyond these are in the table only.
  static let mostMarks = 40
  private static let half = MapPlane.half

  private var plane: MapPlane { MapPlane(center: site.coordinate, reach: reach) }

  /// The picture, and what it cannot show, to be said below it.
  ///
  /// - Parameter id: harmless in an attribute; the picture's own.
  func svg(id: String) -> (svg: String, notes: [String]) {
    let plane = plane
    var drawing = Drawing()
    drawing.rectangle(
      Pixel(x: -Self.half, y: -Self.half), width: Self.half * 2, height: Self.half * 2, "map-back")
    var wide: [SiteRow] = []
    drawing.clipped(to: id + "-frame", width: Self.half * 2, height: Self.half * 2) { drawing in
      Graticule(plane: plane).draw(on: &drawing)
      wide = areas(on: &drawing)
      var labels = LabelPlaces()
      rings(on: &drawing, &labels)
      marks(on: &drawing, &labels)
      places(on: &drawing, &labels)
    }
    furniture(on: &drawing)
    let list = wide.map { String($0.number) }.joined(separator: ", ")
    let notes = wide.isEmpty ? [] : [words("map_desc_wide", ["list": list])]
    let svg = drawing.svg(
      id: id, box: (-Self.half, -Self.half, Self.half * 2, Self.half * 2),
      title: words("map_title", ["name": site.name]), desc: ([description] + notes).joined(separator: " "))
    return (svg, notes)
  }

  private func shown(_ ring: Meters) -> Bool {
    ring.value <= reach.value * 1.3 && ring.value >= reach.value / 9
  }

  private func rings(on drawing: inout Drawing, _ labels: inout LabelPlaces) {
    let center = Pixel(x: 0, y: 0)
    for ring in rings where shown(ring) {
      let radius = ring.value * plane.pixelsPerMeter
      drawing.circle(center, radius: radius, "ring")
      // On the edge, below the middle, or towards a corner where it would leave the map.
      let turn = radius < Self.half * 0.94 ? 0.5 : 0.625
      let at = Pixel(x: radius * sine(turn), y: -radius * cosine(turn) + 5)
      drawing.text(words.distance(ring), at, "small", anchor: "middle")
      labels.take(Pixel(x: at.x - 24, y: at.y - 12), width: 48, height: 16)
    }
    let accuracy = site.accuracy.value * plane.pixelsPerMeter
    if accuracy > 4 { drawing.circle(center, radius: accuracy, "accuracy") }
  }

  /// Draws each area once; gives back the rows whose area is larger than the map.
  private func areas(on drawing: inout Drawing) -> [SiteRow] {
    var numbers: [Geometry: [Int]] = [:]
    var wide: [SiteRow] = []
    // Dozens of rows may share the area of a city.
    var filling: Set<Geometry> = []
    for row in rows.sorted(by: { $0.incident.footprint.radius > $1.incident.footprint.radius }) {
      let footprint = row.incident.footprint
      if let known = numbers[footprint.geometry] {
        numbers[footprint.geometry] = known + [row.number]
        continue
      }
      if filling.contains(footprint.geometry) || plane.isFilled(by: footprint.geometry) {
        filling.insert(footprint.geometry)
        wide.append(row)
        continue
      }
      numbers[footprint.geometry] = [row.number]
      let outline = footprint.geometry.polygons.flatMap { [$0.exterior] + $0.holes }
        .map { plane.path($0, isClosed: true) }.joined()
      drawing.path(outline, "area" + row.side)
      for line in footprint.ring?.lines ?? [] {
        drawing.path(plane.path(line, isClosed: false), "estimate" + row.side)
      }
    }
    for (geometry, numbers) in numbers.sorted(by: { $0.value[0] < $1.value[0] }) {
      // At its northernmost point, so that each outline says whose it is.
      let top = geometry.polygons.flatMap(\.exterior).max { $0.latitude < $1.latitude }.map(plane.pixel)
      guard let top, plane.shows(top), height(of: geometry) > 44 else { continue }
      let list = numbers.sorted().map(String.init).joined(separator: ", ")
      drawing.text(list, Pixel(x: top.x, y: top.y + 5), "strong", anchor: "middle")
    }
    return wide.sorted { $0.number < $1.number }
  }

  /// In pixels.
  private func height(of geometry: Geometry) -> Double {
    let ys = geometry.polygons.flatMap(\.exterior).map { plane.pixel($0).y }
    return (ys.max() ?? 0) - (ys.min() ?? 0)
  }

  private func marks(on drawing: inout Drawing, _ labels: inout LabelPlaces) {
    let home = Pixel(x: 0, y: 0)
    drawing.rectangle(Pixel(x: -7, y: -7), width: 14, height: 14, "home")
    labels.take(Pixel(x: -9, y: -9), width: 18, height: 18)
    let seen = rows.prefix(Self.mostMarks).map { ($0, plane.pixel($0.incident.footprint.best)) }
      .filter { plane.shows($0.1) }
    for spot in MarkSpot.group(seen, around: home) {
      for (_, at) in spot.spread {
        if at != spot.center { drawing.line(spot.center, at, "leader") }
      }
      for (row, at) in spot.spread {
        drawing.path(MarkShape.path(of: row.incident.kind, at: at), row.markStyle)
        let number = String(row.number)
        drawing.text(number, Pixel(x: at.x + 10, y: at.y + 5), "strong")
        labels.take(Pixel(x: at.x - 9, y: at.y - 9), width: 21 + 8 * Double(number.count), height: 18)
      }
    }
  }

  private func places(on drawing: inout Drawing, _ labels: inout LabelPlaces) {
    for place in neighbours.prefix(12) {
      let at = plane.pixel(place.coordinate)
      guard plane.shows(at), at.distance(to: Pixel(x: 0, y: 0)) > 14 else { continue }
      drawing.rectangle(Pixel(x: at.x - 3, y: at.y - 3), width: 6, height: 6, "place")
      labels.take(Pixel(x: at.x - 4, y: at.y - 4), width: 8, height: 8)
      let name = place.name.count > 30 ? place.name.prefix(29) + "…" : place.name
      guard let label = labels.place(beside: at, width: Double(name.count) * 6.6) else { continue }
      drawing.text(name, label, "small")
    }
  }

  /// Scale bar and north arrow.
  private func furniture(on drawing: inout Drawing) {
    let longest = reach.value * 0.55
    var bar = 1.0
    while bar * 10 <= longest { bar *= 10 }
    bar *= [5.0, 2, 1].first { $0 * bar <= longest } ?? 1
    let (left, y) = (-Self.half + 14, Self.half - 14)
    let right = left + bar * plane.pixelsPerMeter
    drawing.path(
      "M\(left.px) \((y - 5).px)V\(y.px)H\(right.px)V\((y - 5).px)", "bar")
    drawing.text(words.distance(Meters(bar)), Pixel(x: left + 5, y: y - 6), "small")
    let x = Self.half - 18
    drawing.path(
      "M\(x.px) \((-Self.half + 42).px)V\((-Self.half + 26).px)m-5 7l5 -8l5 8", "bar")
    drawing.text(words("north"), Pixel(x: x, y: -Self.half + 20), "strong", anchor: "middle")
  }

  private var description: String {
    var parts = [words("map_desc", ["distance": words.distance(reach)])]
    let drawn = rings.filter(shown).map(words.distance)
    if !drawn.isEmpty { parts.append(words("map_desc_rings", ["list": drawn.joined(separator: ", ")])) }
    for row in rows.prefix(Self.mostMarks) {
      parts.append(
        words(
          "map_desc_item",
          [
            "n": String(row.number), "what": words.kind(row.incident.kind),
            "date": words.date(row.incident.date), "distance": words.range(row.exposure),
          ]))
    }
    return parts.joined(separator: " ")
  }
}

extension Geometry {
  /// The lines of a linear geometry, else none.
  var lines: [[Coordinate]] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines
    default: []
    }
  }
}
