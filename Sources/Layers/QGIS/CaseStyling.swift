internal import GeoKernel
package import Proximity

/// How a case in a GeoPackage is drawn: the default style of each layer, and the project in it.
package struct CaseStyling {
  private let tally: CaseTally
  private let layers: [Layer]
  private let file: String

  /// - Parameters:
  ///   - content: of which at least the incidents at the ends of time and space and one of each kind.
  ///   - file: the name of the GeoPackage, without its folder.
  package init(_ content: Case, file: String) throws {
    tally = CaseTally(content)
    layers = try Case(incidents: []).layers()
    self.file = file
  }

  /// A style file; `nil` for a layer without a style.
  package func style(of layer: String) -> String? {
    guard let layer = layers.first(where: { $0.name == layer }) else { return nil }
    return LayerStyle.named(layer.name, tally)?.file(family: layer.family)
  }

  package var project: String { QGISProject(tally: tally, layers: layers, container: file).text }
}
