internal import Gazetteer
package import GeoKernel
internal import GeoModel
package import Proximity

extension CaseTally {
  /// Polygons: whole discs around sites, largest first, with how many incidents were within.
  package func ringLayer() throws(GeometryError) -> Layer {
    var layer = Layer(
      name: "rings",
      description: "Everything within a distance of a site, measured on the ellipsoid; one disc a radius",
      family: .polygon,
      columns: [
        Column("label", .text),
        Column("site_id", .text),
        Column("site", .text),
        Column("radius_m", .real),
        Column("n_certain", .integer),
        Column("n_likely", .integer),
        Column("n_possible", .integer),
      ])
    let watched = watched
    for (number, radius) in rings.enumerated().sorted(by: { $0.element > $1.element }) {
      for site in watched {
        let within = count(within: number, of: site)
        layer.append(
          Layer.Row(
            id: "\(site.id)--\(radius.distanceLabel.filter { $0 != " " })",
            geometry: try GeodesicDisc(center: site.coordinate, radius: radius).outline(),
            values: [
              .string(radius.distanceLabel),
              .string(site.id),
              .string(site.name),
              .meters(radius),
              .integer(within.certain),
              .integer(within.likely),
              .integer(within.possible),
            ]))
      }
    }
    return layer
  }
}
