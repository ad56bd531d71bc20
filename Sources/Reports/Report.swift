internal import Gazetteer
internal import Incidents
public import Proximity

/// A case, or the part of it a filter asks for, to be written in one of the forms of a report.
///
/// What matters comes first, then site by site, then the evidence. A report says only what the case holds and
/// no time of writing, so the same case always gives the same bytes. Pages for people are bounded and say what
/// they leave out; JSON and CSV hold everything.
public struct Report: Sendable {
  /// Selected by the filter.
  public private(set) var content: Case
  public let filter: ReportFilter
  public let words: ReportWords
  /// The data folder's `report`.
  let folder: String
  /// Whether the filter left incidents out.
  private let leavesOut: Bool
  private var tellings: [String: Int] = [:]

  /// - Parameters:
  ///   - content: the whole case.
  ///   - dataFolder: where `report/` with the words and the templates is.
  /// - Throws: ``ReportResourceError`` when the language's words cannot be read.
  public init(
    _ content: Case, filter: ReportFilter = ReportFilter(), language: ReportLanguage = .en, dataFolder: String
  ) throws(ReportResourceError) {
    folder = dataFolder + "/report"
    words = try ReportWords(folder: folder, language: language)
    self.content = content.selected(by: filter)
    leavesOut = self.content.incidents.count < content.incidents.count
    self.filter = filter
  }

  /// What is to be read of a case of which the report knows the outline alone.
  ///
  /// - Parameter isPage: whether it is for a page, which tells of few incidents what they rest on, and of each
  ///   some of it; else all is told of all.
  public func query(isPage: Bool) -> CaseEvidence.Query {
    let selected = content.incidents.map(\.id)
    let sites: [String]? = filter.sites.isEmpty ? (leavesOut ? [] : nil) : filter.sites.map(\.id)
    guard isPage else { return CaseEvidence.Query(told: Set(selected), selected: selected, sites: sites) }
    let limits = ReportLimits()
    let page = page
    var query = CaseEvidence.Query(
      told: page.detailed, listed: page.shown, selected: selected, sites: sites)
    query.accounts = limits.accounts
    query.claims = limits.claimsRead
    query.documents = limits.documents
    query.leftOut = limits.unread
    query.statements = limits.statements
    return query
  }

  /// Adds what incidents rest on to a case of which the outline was read.
  public mutating func add(_ evidence: CaseEvidence) {
    for index in content.incidents.indices {
      if let told = evidence.incidents[content.incidents[index].id] { content.incidents[index] = told }
    }
    content.documents = evidence.documents
    content.statements = evidence.statements
    content.unread = evidence.unread
    tellings = evidence.tellings
  }

  var page: ReportPage {
    ReportPage(content, filter: filter, words: words, limits: ReportLimits(), tellings: tellings)
  }
}
