/// What a gazetteer holds, for people.
public struct GazetteerInfo: Hashable, Sendable {
  public let dataFolder: String
  public let indexPath: String
  public let indexBytes: Int
  public let formatVersion: Int
  /// Places of each class.
  public let placeCounts: [FeatureClass: Int]
  /// Folded names that lead to a place.
  public let nameCount: Int
  /// Pairs of name and place.
  public let postingCount: Int
  public let languages: [String]
  /// The dumps of an import; none for the tables that ship.
  public let importedFiles: [String]
  /// See `Gazetteer.isOutdated`.
  public let isOutdated: Bool
}

extension Gazetteer {
  /// Counts everything; reads the whole place and name sections.
  public var info: GazetteerInfo {
    var counts: [FeatureClass: Int] = [:]
    for record in index.places {
      counts[FeatureClass(rawValue: record.featureClass) ?? .other, default: 0] += 1
    }
    // The codes of countries, regions, districts and features are keys too, each with one posting.
    let codes = index.places.count { $0.key != PlaceRecord.noString }
    return GazetteerInfo(
      dataFolder: dataFolder, indexPath: indexPath, indexBytes: index.file.bytes.count,
      formatVersion: Int(IndexFormat.version), placeCounts: counts,
      nameCount: index.slots.count { $0.isName } - codes, postingCount: index.postings.count - codes,
      languages: index.languages, importedFiles: Array(index.sourceLines.dropFirst()),
      isOutdated: isOutdated)
  }

  /// Names of the index's sections whose content does not agree with its checksum; empty when all is well.
  ///
  /// Reads the whole index. The way out of damage is to open with `rebuild: true`.
  public func damagedSections() -> [String] { index.damagedSections().map { "\($0)" } }
}
