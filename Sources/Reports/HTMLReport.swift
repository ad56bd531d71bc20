/// The report as one self-contained HTML file: no network, no script, light and dark, ready for A4.
public enum HTMLReport {
  /// The name the page has in a case's folder.
  public static let name = "report.html"

  /// - Throws: ``ReportResourceError``.
  public static func text(_ report: Report) throws(ReportResourceError) -> String {
    try text(FilledPage(report))
  }

  /// - Throws: ``ReportResourceError``.
  public static func text(_ page: FilledPage) throws(ReportResourceError) -> String {
    try ReportTemplates(folder: page.folder, format: "html").render(page.view)
  }
}
