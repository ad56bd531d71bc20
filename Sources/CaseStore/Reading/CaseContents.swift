internal import GRDB
public import Gazetteer
public import GeoModel
internal import Geocoding
public import Incidents
internal import Layers
public import Proximity

/// All that a case in a file holds, read a portion at a time.
public struct CaseContents: CaseSource {
  public let sites: [Site]
  public let protected: Set<String> = []
  public let rings: [Meters]
  private let reader: CaseReader
  private let rows: [Int64]?
  private let isWhole: Bool

  private static let portion = 500

  /// - Parameters:
  ///   - rows: numbers of rows of incidents; all unless given.
  ///   - isWhole: with everything that the incidents' accounts say.
  init(_ reader: CaseReader, sites: [Site], rings: [Meters], rows: [Int64]? = nil, isWhole: Bool = true) {
    self.reader = reader
    self.rows = rows
    self.isWhole = isWhole
    self.sites = sites
    self.rings = rings
  }

  public func forEachPortion(_ body: (CasePortion) throws -> Void) throws {
    let reviews = try reader.reviews(rows: rows)
    // Of most cases nothing is to be measured.
    lazy var calculator = ExposureCalculator(sites: sites, rings: rings)
    var measured = MeasuredPlaces(reader.db)
    var portion = CasePortion(Case(incidents: [], sites: sites, rings: rings))
    try reader.forEachIncident(rows: rows, isWhole: isWhole) { incident, place in
      portion.content.incidents.append(incident)
      portion.places.append(place ?? 0)
      // What was measured stands unless the place was changed since.
      portion.content.exposures +=
        try place.map { try measured.exposures(at: $0, of: incident.id) }
        ?? calculator.exposures(of: incident)
      portion.content.reviews[incident.id] = reviews[incident.id]
      guard portion.content.incidents.count == Self.portion else { return }
      try body(portion)
      portion = CasePortion(Case(incidents: [], sites: sites, rings: rings))
    }
    if !portion.content.incidents.isEmpty { try body(portion) }
  }

  public func forEachMentions(_ body: ([MentionRecord]) throws -> Void) throws {
    var portion: [MentionRecord] = []
    try reader.forEachMention { try Self.add($0, to: &portion, body) }
    try body(portion)
  }

  public func forEachDocuments(_ body: ([DocumentRecord]) throws -> Void) throws {
    var portion: [DocumentRecord] = []
    try reader.forEachDocument { _, record in try Self.add(record, to: &portion, body) }
    try body(portion)
  }

  public func forEachStatements(_ body: ([Incidents.Statement]) throws -> Void) throws {
    var portion: [Incidents.Statement] = []
    try reader.forEachStatement { try Self.add($0, to: &portion, body) }
    try body(portion)
  }

  private static func add<Element>(
    _ element: Element, to portion: inout [Element], _ body: ([Element]) throws -> Void
  ) throws {
    portion.append(element)
    guard portion.count == Self.portion else { return }
    try body(portion)
    portion.removeAll(keepingCapacity: true)
  }
}

/// Exposures as they were measured, each place's read once.
struct MeasuredPlaces {
  /// Places kept before all are let go.
  private static let limit = 2_000

  private let db: Database
  private var known: [Int: [Exposure]] = [:]

  init(_ db: Database) { self.db = db }

  /// By distance, then site.
  mutating func exposures(at place: Int, of incident: String) throws -> [Exposure] {
    if known[place] == nil {
      let statement = try db.cachedStatement(sql: "SELECT data FROM gpkg_cordon_exposures WHERE place = ?")
      if known.count >= Self.limit { known = [:] }
      known[place] = try String.fetchAll(statement, arguments: [place])
        .map { try CaseCoding.exposure(try JSONValue(parsing: $0), incident: "") }
        .sorted { ($0.best, $0.site) < ($1.best, $1.site) }
    }
    return (known[place] ?? []).map { exposure in
      Exposure(
        incident: incident, site: exposure.site, best: exposure.best, nearest: exposure.nearest,
        farthest: exposure.farthest, bearing: exposure.bearing, within: exposure.within)
    }
  }
}
