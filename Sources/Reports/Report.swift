public import Incidents
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
    self.filter = filter
  }

  /// Ids of the incidents that a page shows, on a line of a table or with everything they rest on.
  public var shown: Set<String> { page.shown }

  /// Adds what the accounts of some incidents say, where a case was read without.
  public mutating func add(_ accounts: [String: [Account]]) {
    for index in content.incidents.indices {
      if let told = accounts[content.incidents[index].id] { content.incidents[index].accounts = told }
    }
  }

  var page: ReportPage { ReportPage(content, filter: filter, words: words, limits: ReportLimits()) }
}
