internal import GeoModel
internal import Mustache

/// Text of documents and registers, made harmless for Markdown and for the HTML it becomes.
struct MarkdownText: MustacheContentType {
  static let name = "MARKDOWN"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// The same words on one line, every character that means something to Markdown or HTML escaped.
  ///
  /// - Control, bidirectional and invisible characters are shown as `\u{202E}`, since they can make a text
  ///   read as another one; the joiners U+200C and U+200D, which some scripts need, stay.
  /// - Addresses are not made into links: where they lead was decided by whoever wrote the document.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace {
        result.append(" ")
        pendingSpace = false
      }
      append(scalar, to: &result)
    }
    return result.replacingBytes(of: "://", with: "&#58;//").replacingBytes(of: "www.", with: "www&#46;")
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "|": result += "&#124;"
    case "`": result += "&#96;"
    case "\\", "*", "_", "[", "]", "#", "~", "!", "$":
      result += "\\"
      result.unicodeScalars.append(scalar)
    case "+", "-", "=":
      // A list, a rule or a heading, but only at the start of a line.
      if result.isEmpty { result += "\\" }
      result.unicodeScalars.append(scalar)
    case ".", ")":
      // "12." starts a numbered list.
      if result.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { result += "\\" }
      result.unicodeScalars.append(scalar)
    default:
      if HiddenCharacters.contain(scalar) {
        result += "\\" + HiddenCharacters.shown(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
