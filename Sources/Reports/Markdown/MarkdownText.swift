internal import Mustache

/// Text of documents and registers, made harmless for Markdown and for the HTML it becomes.
struct MarkdownText: MustacheContentType {
  static let name = "MARKDOWN"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same words on one line, every character that means something to Markdown or HTML escaped.
  ///
  /// - Control, bidirectional and invisible characters are shown as `\u{202E}`, since they can make a text
  ///   read as another one; the joiners U+200C and U+200D, which some scripts need, stay.
  /// - Addresses are not made into links: where they lead was decided by whoever wrote the document.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    var pendingSpace = false
    // Whether there is nothing yet but digits, which a dot would make the number of a list.
    var isNumber = true
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
        pendingSpace = bytes.count > start
        continue
      }
      if pendingSpace {
        bytes.append(UInt8(ascii: " "))
        pendingSpace = false
        isNumber = false
      }
      append(scalar, from: start, isNumber, to: &bytes)
      if !("0"..."9").contains(scalar) { isNumber = false }
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, from start: Int, _ isNumber: Bool, to bytes: inout [UInt8]
  ) {
    switch scalar {
    case "<": bytes += "&lt;".utf8
    case ">": bytes += "&gt;".utf8
    case "&": bytes += "&amp;".utf8
    case "|": bytes += "&#124;".utf8
    case "`": bytes += "&#96;".utf8
    case "\\", "*", "_", "[", "]", "#", "~", "!", "$":
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "+", "-", "=":
      // A list, a rule or a heading, but only at the start of a line.
      if bytes.count == start { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case ".", ")":
      // "12." starts a numbered list.
      if isNumber { bytes.append(UInt8(ascii: "\\")) }
      if scalar == ".", bytes.count >= start + 3, bytes.suffix(3).elementsEqual("www".utf8) {
        bytes += "&#46;".utf8
      } else {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      }
    case "/":
      bytes.append(UInt8(ascii: "/"))
      guard bytes.count >= start + 3, bytes.suffix(3).elementsEqual("://".utf8) else { return }
      bytes.replaceSubrange((bytes.count - 3)..., with: "&#58;//".utf8)
    case _ where scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F:
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    default:
      if HiddenCharacters.contain(scalar) {
        bytes += "\\".utf8
        bytes += HiddenCharacters.shown(scalar).utf8
      } else {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}
