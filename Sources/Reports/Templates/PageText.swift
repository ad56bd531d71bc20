internal import Mustache

/// Text of documents and registers, made harmless for HTML.
///
/// Scalar by scalar: a `"` with a combining accent on it is one character, but still ends an attribute.
struct PageText: MustacheContentType {
  static let name = "PAGE"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// Markup characters as entities; control, bidirectional and other invisible characters shown as `\u{202E}`,
  /// since they can make a text read as another one. The joiners U+200C and U+200D, which some scripts need,
  /// and the soft hyphen stay. Line ends and tabs become spaces.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "&": bytes += "&amp;".utf8
      case "\"": bytes += "&quot;".utf8
      case "'": bytes += "&#39;".utf8
      case "`": bytes += "&#96;".utf8
      case "\n", "\r", "\t": bytes.append(0x20)
      case _ where scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F:
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where HiddenCharacters.contain(scalar): bytes += HiddenCharacters.shown(scalar).utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
