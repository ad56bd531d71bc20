internal import Mustache

/// What a template is filled with: names and values, looked up without reflection.
///
/// A value is a `String`, a `Bool`, a `View` or a list of views. A name without a value is looked for in the
/// surrounding views, so a part that may be missing is given as `false`.
final class View: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: Any]

  init(dictionaryLiteral elements: (String, Any)...) {
    values = Dictionary(elements, uniquingKeysWith: { $1 })
  }

  func child(named name: String) -> Any? { values[name] }

  /// A list, and whether it has anything in it: `rows` and `hasRows`.
  func set(_ name: String, list: [View]) {
    values[name] = list
    values["has" + name.prefix(1).uppercased() + name.dropFirst()] = !list.isEmpty
  }

  func set(_ name: String, _ value: Any) { values[name] = value }

  /// A text, or `false` where there is none.
  func set(_ name: String, optional text: String?) { values[name] = Self.optional(text) }

  static func optional(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return false }
    return text
  }
}

/// The fixed words of a language, as templates name them: `{{w.date}}`.
final class WordsView: MustacheParent {
  private let words: ReportWords

  init(_ words: ReportWords) { self.words = words }

  func child(named name: String) -> Any? { words(name) }
}
