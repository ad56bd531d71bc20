internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `cordon.qgs`: the layers of a folder, styled, by relative path, with the time line set.
struct QGISProject {
  static let name = "cordon.qgs"

  let tally: CaseTally
  /// Without those that have no features where each is a file: QGIS opens an empty GeoJSON file as a table and
  /// loses the layer's style. In a GeoPackage an empty layer keeps its type.
  let layers: [Layer]

  /// The GeoPackage that holds the layers; `nil` when each is a GeoJSON file of its own.
  var container: String?

  /// It names no user and no time of writing: the same case gives the same bytes.
  var text: String {
    var text = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    XML(
      "qgis", [("projectname", "Cordon"), ("version", "3.22.0")],
      [
        XML("title", text: "Cordon"),
        XML("projectCrs", [Self.system("3857", "3857", "EPSG:3857")]),
        XML(
          "layer-tree-group",
          layers.map { layer in
            XML(
              "layer-tree-layer",
              [
                ("id", id(layer)), ("name", layer.name), ("providerKey", "ogr"), ("source", source(layer)),
                ("checked", layer.name == "mentions" ? "Qt::Unchecked" : "Qt::Checked"), ("expanded", "1"),
              ])
          }),
        XML("projectlayers", layers.map(mapLayer)),
        XML(
          "properties",
          [
            XML(
              "SpatialRefSys", [XML("ProjectionsEnabled", [("type", "int")], text: "1")]),
            XML("Paths", [XML("Absolute", [("type", "bool")], text: "false")]),
          ]),
      ] + time + view + bookmarks
    ).write(to: &text)
    return text
  }

  /// QGIS replaces ids of ten characters or fewer and then loses the layer.
  private func id(_ layer: Layer) -> String { "cordon_layer_\(layer.name)" }

  private func source(_ layer: Layer) -> String {
    container.map { "./\($0)|layername=\(layer.name)" } ?? "./\(layer.name).geojson"
  }

  private func mapLayer(_ layer: Layer) -> XML {
    let style = LayerStyle.named(layer.name, tally)
    let geometry = [Layer.Family.point: "Point", .line: "Line", .polygon: "Polygon"][layer.family] ?? "Point"
    return XML(
      "maplayer",
      [
        ("type", "vector"), ("geometry", geometry),
        ("labelsEnabled", style?.labels.isEmpty ?? true ? "0" : "1"),
      ],
      [
        XML("id", text: id(layer)),
        XML("datasource", text: source(layer)),
        XML("layername", text: layer.name),
        XML("srs", [Self.system("3452", "4326", "EPSG:4326")]),
        XML("provider", [("encoding", "UTF-8")], text: "ogr"),
      ] + (style?.elements ?? []))
  }

  private static func system(_ srsid: String, _ srid: String, _ authority: String) -> XML {
    XML(
      "spatialrefsys",
      [XML("srsid", text: srsid), XML("srid", text: srid), XML("authid", text: authority)])
  }

  /// From the first day to the last, in steps of a day.
  private var time: [XML] {
    guard let first = tally.first, let last = tally.last else { return [] }
    return [
      XML(
        "ProjectTimeSettings", [("timeStep", "1"), ("timeStepUnit", "d")],
        [
          XML(
            "TemporalRange",
            [XML("start", text: "\(first)T00:00:00Z"), XML("end", text: "\(last)T23:59:59Z")])
        ])
    ]
  }

  /// The watched sites, or else all incidents, with a margin of at least some 20 km.
  private var view: [XML] {
    let sites = tally.watched.map(\.coordinate)
    let points = sites.isEmpty ? tally.extremes : sites
    guard let box = extent(of: points.filter { abs($0.latitude) < 85 }) else { return [] }
    return [
      XML(
        "ProjectViewSettings",
        [
          XML(
            "DefaultViewExtent",
            [
              ("xmin", String(box.left)), ("ymin", String(box.bottom)), ("xmax", String(box.right)),
              ("ymax", String(box.top)),
            ],
            [Self.system("3857", "3857", "EPSG:3857")])
        ])
    ]
  }

  /// A bookmark for each watched site, as far as its largest ring.
  private var bookmarks: [XML] {
    let reach = (tally.rings.max() ?? .kilometers(5)).value
    let marks = tally.watched.filter { abs($0.coordinate.latitude) < 85 }.map { site -> XML in
      let (x, y) = (mercatorX(site.coordinate.longitude), mercatorY(site.coordinate.latitude))
      let half = (reach * 1.1 / cos(site.coordinate.latitude * .pi / 180)).rounded()
      let corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
      let ring = (corners + corners.prefix(1)).map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      return XML(
        "Bookmark",
        [
          ("id", site.id), ("name", site.name), ("group", "Cordon"), ("extent", "Polygon ((\(ring)))"),
        ],
        [Self.system("3857", "3857", "EPSG:3857")])
    }
    return marks.isEmpty ? [] : [XML("Bookmarks", marks)]
  }

  private func extent(of points: [Coordinate])
    -> (left: Double, bottom: Double, right: Double, top: Double)?
  {
    guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
      let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max()
    else { return nil }
    let (left, right) = (mercatorX(west), mercatorX(east))
    let (bottom, top) = (mercatorY(south), mercatorY(north))
    // Labels stand beside the points and need room.
    let across = max(10_000, ((right - left) * 0.6).rounded())
    let along = max(10_000, ((top - bottom) * 0.2).rounded())
    return (left - across, bottom - along, right + across, top + along)
  }

  private func mercatorX(_ longitude: Double) -> Double {
    (6_378_137 * longitude * .pi / 180).rounded()
  }

  private func mercatorY(_ latitude: Double) -> Double {
    (6_378_137 * log(tan(.pi / 4 + latitude * .pi / 360))).rounded()
  }
}
