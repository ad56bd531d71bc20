#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The templates of a report and its style, from `report` of the data folder.
struct ReportTemplates {
  enum Format: String {
    case html
    case markdown = "md"
  }

  private static let page = "report"

  private let format: Format
  private var parts: [String: Template] = [:]
  private let style: String

  /// - Parameters:
  ///   - folder: the data folder's `report`.
  ///   - format: its raw value is the last part of the templates' names before `.mustache`.
  /// - Throws: ``ReportResourceError``.
  init(folder: String, format: Format) throws(ReportResourceError) {
    self.format = format
    style = format == .html ? try Self.text(of: "\(folder)/report.css") : ""
    for part in [Self.page, "refs", "quote", "claims", "incident"] {
      let file = "\(folder)/\(part).\(format.rawValue).mustache"
      let text = try Self.text(of: file)
      do {
        parts[part] = try Template(text)
      } catch {
        throw ReportResourceError(file: file, reason: "the template cannot be parsed")
      }
    }
  }

  func render(_ view: View) -> String {
    var filler = TemplateFiller(parts: parts) { [format] text, bytes in
      switch format {
      case .html: PageText.append(text, to: &bytes)
      case .markdown: MarkdownText.append(text, to: &bytes)
      }
    }
    // Around the page, which stays as it is for other formats.
    if let page = parts[Self.page] { filler.fill(page, with: view, within: ["style": style]) }
    return String(decoding: filler.bytes, as: UTF8.self)
  }

  private static func text(of file: String) throws(ReportResourceError) -> String {
    do {
      return try String(contentsOf: URL(filePath: file), encoding: .utf8)
    } catch {
      throw ReportResourceError(file: file, reason: "a part of the report cannot be read")
    }
  }
}
