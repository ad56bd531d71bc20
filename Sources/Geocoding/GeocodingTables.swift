#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The small tables of the data folder that geocoding goes by.
public struct GeocodingTables: Sendable {
  /// `ranker.tsv`
  public let model: PlaceModel
  /// `nearness.tsv`
  public let nearness: NearnessTable
  /// `site_kinds.tsv`
  public let siteKinds: SiteKindTable

  public init(model: PlaceModel, nearness: NearnessTable, siteKinds: SiteKindTable) {
    self.model = model
    self.nearness = nearness
    self.siteKinds = siteKinds
  }

  /// - Parameter dataFolder: the folder with the three files.
  /// - Throws: `TableError` or `PlaceModelError` naming the file and what is wrong in it.
  public init(dataFolder: String) throws {
    model = try PlaceModel(table: Self.text("ranker.tsv", dataFolder), file: dataFolder + "/ranker.tsv")
    nearness = try NearnessTable(
      tsv: Self.text("nearness.tsv", dataFolder), file: dataFolder + "/nearness.tsv")
    siteKinds = try SiteKindTable(
      tsv: Self.text("site_kinds.tsv", dataFolder), file: dataFolder + "/site_kinds.tsv")
  }

  private static func text(_ name: String, _ folder: String) throws(PlaceModelError) -> String {
    let path = folder + "/" + name
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw PlaceModelError(file: path, line: nil, reason: "cannot be read")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
