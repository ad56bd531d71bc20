public import Proximity

/// A case as a page for people who guard sites: what matters first, then site by site, then the evidence.
///
/// The page says only what the case holds; it carries no time of writing, so the same case always gives the
/// same bytes. Nothing a document says can become Markdown or HTML of its own.
public struct MarkdownReport: Sendable {
  let index: CaseIndex

  public init(_ content: Case) { index = CaseIndex(content) }

  /// The name the page has in a case's folder.
  public static let name = "report.md"

  /// The page, in UTF-8 when written; lines end with a line feed.
  public var text: String {
    "# Incident report\n\n" + summary + siteSections + incidentSections + statementSection + documentSection
      + legend
  }
}
