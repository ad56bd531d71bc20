public import Gazetteer
public import GeoModel
public import Incidents

/// A case that is handed over a portion at a time, so that it need not be whole in memory.
public protocol CaseSource {
  /// The whole register.
  var sites: [Site] { get }
  /// Ids of sites that somebody protects.
  var protected: Set<String> { get }
  /// Radii of the rings, ascending.
  var rings: [Meters] { get }

  /// Incidents by date, then id.
  func forEachPortion(_ body: (CasePortion) throws -> Void) throws
  /// By document, then position.
  func forEachMentions(_ body: ([MentionRecord]) throws -> Void) throws
  /// By document, then position.
  func forEachStatements(_ body: ([Statement]) throws -> Void) throws
  /// By id.
  func forEachDocuments(_ body: ([DocumentRecord]) throws -> Void) throws
}

/// Some incidents of a case, with their exposures and what an analyst said of them.
public struct CasePortion: Sendable {
  /// Without mentions, statements and documents; exposures in the order of the incidents.
  public var content: Case
  /// For each incident a number that it shares with those of the same place, whose area and exposures are the
  /// same; 0 where that is not known.
  public var places: [Int]

  public init(_ content: Case, places: [Int]? = nil) {
    self.content = content
    self.places = places ?? Array(repeating: 0, count: content.incidents.count)
  }
}

extension Case: CaseSource {
  public func forEachPortion(_ body: (CasePortion) throws -> Void) throws {
    var content = self
    content.mentions = []
    content.statements = []
    content.documents = []
    if !incidents.isEmpty { try body(CasePortion(content)) }
  }

  public func forEachMentions(_ body: ([MentionRecord]) throws -> Void) throws { try body(mentions) }

  public func forEachStatements(_ body: ([Statement]) throws -> Void) throws { try body(statements) }

  public func forEachDocuments(_ body: ([DocumentRecord]) throws -> Void) throws { try body(documents) }
}
