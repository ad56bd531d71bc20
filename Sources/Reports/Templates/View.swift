/// What a template is filled with: names and values.
///
/// A name without a value is looked for in the surrounding views, so a part that may be missing is given as `false`.
final class View: ExpressibleByDictionaryLiteral {
  enum Content {
    case text(String)
    case flag(Bool)
    case view(View)
    case list([View])
    /// The fixed words of a language, as templates name them: `{{w.date}}`.
    case words(ReportWords)
  }

  private var values: [String: Content]

  init(dictionaryLiteral elements: (String, any ViewContent)...) {
    values = [:]
    values.reserveCapacity(elements.count)
    for (name, part) in elements { values[name] = part.content }
  }

  subscript(name: String) -> Content? { values[name] }

  /// A list, and whether it has anything in it: `rows` and `hasRows`.
  func set(_ name: String, list: [View]) {
    values[name] = .list(list)
    values["has" + name.prefix(1).uppercased() + name.dropFirst()] = .flag(!list.isEmpty)
  }

  func set(_ name: String, _ part: any ViewContent) { values[name] = part.content }

  /// A text, or `false` where there is none.
  func set(_ name: String, optional text: String?) { values[name] = Self.optional(text) }

  static func optional(_ text: String?) -> Content {
    guard let text, !text.isEmpty else { return .flag(false) }
    return .text(text)
  }
}

/// What a view may hold.
protocol ViewContent {
  var content: View.Content { get }
}

extension String: ViewContent {
  var content: View.Content { .text(self) }
}

extension Bool: ViewContent {
  var content: View.Content { .flag(self) }
}

extension View: ViewContent {
  var content: Content { .view(self) }
}

extension [View]: ViewContent {
  var content: View.Content { .list(self) }
}

extension ReportWords: ViewContent {
  var content: View.Content { .words(self) }
}

extension View.Content: ViewContent {
  var content: View.Content { self }
}
