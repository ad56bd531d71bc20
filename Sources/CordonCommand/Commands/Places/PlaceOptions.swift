internal import ArgumentParser
internal import CordonKit
internal import Gazetteer
internal import GeoModel
internal import Geocoding

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a user knows of the places beyond the texts.
struct PlaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of your own names (tab-separated; columns action, name, place, lat, lon, radius_m, country).",
      discussion: """
        Actions: alias (the name also means the place), pin (it means this place alone), block (it is no place), \
        place (a place of your own at lat, lon).
        """,
      valueName: "file"))
  var places: String?

  @Option(
    help: ArgumentHelp(
      "Countries the texts are likely about, as two-letter codes: UA,PL. A parent beside a name wins.",
      valueName: "codes"))
  var country: String?

  @Option(
    help: ArgumentHelp(
      "A position the texts are likely about: geo:LATITUDE,LONGITUDE; prefers places within 500 km.",
      valueName: "position"))
  var near: String?

  /// - Throws: `Failure` for a country or a file that is not there, `NotationError` for a position that is none,
  ///   `PlaceOverridesError` for a bad line.
  func options(_ workspace: Workspace) throws -> GeocodingOptions {
    var options = GeocodingOptions()
    if let near { options.near = try GeoURI(parsing: near).coordinate }
    let gazetteer = try workspace.gazetteer()
    for code in (country ?? "").split(separator: ",", omittingEmptySubsequences: true) {
      let code = code.filter { !$0.isWhitespace }.uppercased()
      guard gazetteer.country(code) != nil else {
        throw Failure(
          .usage, "--country: there is no country '\(code)'; give two-letter codes, such as UA,PL")
      }
      options.countries.insert(code)
    }
    if let places {
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: places)) else {
        throw Failure(.noInput, "cannot read \(places); check that it exists and that you may read it")
      }
      options.overrides = try PlaceOverrides(
        table: String(decoding: data, as: UTF8.self), file: places, gazetteer: gazetteer)
    }
    return options
  }
}
