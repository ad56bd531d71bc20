public import Gazetteer
internal import GeoModel

/// `sites.geojson`, read back: the sites a case was written with.
public enum SitesFile {
  public static let name = "sites.geojson"

  /// The sites and the ids of those that somebody protects.
  ///
  /// - Throws: ``CaseFileError`` with the site and the member.
  public static func read(from path: String) throws(CaseFileError) -> (sites: [Site], protected: Set<String>)
  {
    var protected: Set<String> = []
    let sites = try CaseFileError.list(in: path, member: "features", of: "site") {
      (feature) throws(FieldError) -> Site in
      let fields = try feature.fields("properties")
      let site = try Site(fields)
      if try fields.string("role") == "protected" { protected.insert(site.id) }
      return site
    }
    return (sites, protected)
  }
}

extension Site {
  fileprivate init(_ fields: Fields) throws(FieldError) {
    self.init(
      id: try fields.string("id"), name: try fields.string("name"), kind: try fields.string("kind"),
      operatorCountry: try fields.optionalString("operator_country"),
      hostCountry: try fields.optionalString("host_country") ?? "",
      city: try fields.optionalString("city") ?? "", address: try fields.optionalString("address"),
      coordinate: try fields.position(longitude: "lon", latitude: "lat"),
      accuracy: try fields.meters("accuracy_m"), source: try fields.optionalString("source") ?? "",
      aliases: try fields.strings("aliases"))
  }
}
