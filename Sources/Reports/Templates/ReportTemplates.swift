internal import Mustache

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The templates of a report and its style, from `report` of the data folder.
struct ReportTemplates {
  private let library: MustacheLibrary
  private let style: String

  /// - Parameters:
  ///   - folder: the data folder's `report`.
  ///   - format: the last part of the templates' names before `.mustache`: `html` or `md`.
  /// - Throws: ``ReportResourceError``.
  init(folder: String, format: String) throws(ReportResourceError) {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    MustacheContentTypes.register(MarkdownText(), named: MarkdownText.name)
    let escaping = format == "html" ? PageText.name : MarkdownText.name
    var library = MustacheLibrary()
    for part in ["report", "refs", "quote", "claims", "incident"] {
      let file = "\(folder)/\(part).\(format).mustache"
      do {
        // In every part: a partial does not inherit how its page escapes.
        try library.register("{{% CONTENT_TYPE:\(escaping)}}" + (try Self.text(of: file)), named: part)
      } catch let error as ReportResourceError {
        throw error
      } catch {
        throw ReportResourceError(file: file, reason: "the template cannot be parsed")
      }
    }
    self.library = library
    style = format == "html" ? try Self.text(of: "\(folder)/report.css") : ""
  }

  func render(_ page: View) -> String {
    page.set("style", style)
    return library.render(page, withTemplate: "report") ?? ""
  }

  private static func text(of file: String) throws(ReportResourceError) -> String {
    do {
      return try String(contentsOf: URL(filePath: file), encoding: .utf8)
    } catch {
      throw ReportResourceError(file: file, reason: "a part of the report cannot be read")
    }
  }
}
