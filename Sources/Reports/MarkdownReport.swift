/// The report as Markdown: the same page as ``HTMLReport``, without the drawings.
public enum MarkdownReport {
  /// The name the page has in a case's folder.
  public static let name = "report.md"

  /// - Throws: ``ReportResourceError``.
  public static func text(_ report: Report) throws(ReportResourceError) -> String {
    try text(FilledPage(report))
  }

  /// - Throws: ``ReportResourceError``.
  public static func text(_ page: FilledPage) throws(ReportResourceError) -> String {
    try ReportTemplates(folder: page.folder, format: "md").render(page.view)
  }
}
