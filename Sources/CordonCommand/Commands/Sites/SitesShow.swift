internal import ArgumentParser
internal import CordonKit
internal import Gazetteer
internal import GeoModel
internal import Proximity

struct SitesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything known of a site.",
    discussion: """
      EXAMPLES:
        cordon sites show az-emb-kyiv
        cordon sites show "Embassy of Azerbaijan in Kyiv" --format json
      """)

  @Argument(help: "A site's id, name or alias.")
  var site: String

  @Option(name: .shortAndLong, help: "How to print it.")
  var format: ListFormat = .table

  @OptionGroup var data: DataOptions

  func run() throws {
    let registry = try data.workspace().sites()
    let found = registry.site(id: site).map { [$0] } ?? registry.sites(named: site)
    guard !found.isEmpty else {
      throw Failure(
        .noInput,
        LocationError.unknownSite(site, suggestions: registry.suggestions(for: site)).description)
    }
    var output = StandardOutput()
    if format == .table {
      for (number, site) in found.enumerated() {
        if number > 0 { output.line() }
        for line in labelled(Self.rows(site)) { output.line(line) }
      }
    } else {
      try SiteList(sites: found).write(format, to: &output)
    }
    try output.flush()
  }

  private static func rows(_ site: Site) -> [(String, String)] {
    let rows: [(String, String?)] = [
      ("id", site.id), ("name", site.name), ("kind", site.kind), ("run by", site.operatorCountry),
      ("in", [site.city, site.hostCountry].filter { !$0.isEmpty }.joined(separator: ", ")),
      ("address", site.address), ("position", GeoURI(coordinate: site.coordinate).description),
      ("within", site.accuracy.distanceLabel), ("source", site.source), ("as of", site.asOf.map(String.init)),
    ]
    return rows.compactMap { label, value in value.map { (label, $0) } }
      + site.aliases.enumerated().map { ($0.offset == 0 ? "also" : "", $0.element) }
  }
}
