/// Fills templates with views.
struct TemplateFiller {
  let parts: [String: Template]
  /// Makes a text harmless and appends it.
  let escape: (String, inout [UInt8]) -> Void
  private(set) var bytes: [UInt8] = []
  /// The view that is filled in and those around it, the innermost last.
  private var views: [View] = []
  /// Whether the innermost is the last of its list.
  private var isLast = false

  init(parts: [String: Template], escape: @escaping (String, inout [UInt8]) -> Void) {
    self.parts = parts
    self.escape = escape
  }

  /// - Parameter outer: what a name without a value in the view is looked for in.
  mutating func fill(_ template: Template, with view: View, within outer: View) {
    views = [outer]
    fill(template.tokens, with: view)
  }

  private mutating func fill(_ tokens: [Template.Token], with view: View) {
    views.append(view)
    fill(tokens)
    views.removeLast()
  }

  private mutating func fill(_ tokens: [Template.Token]) {
    for token in tokens {
      switch token {
      case .text(let text): bytes += text
      case .value(let name, let isEscaped):
        guard case .text(let text)? = value(name) else { continue }
        if isEscaped { escape(text, &bytes) } else { bytes += text.utf8 }
      case .section(let name, isInverted: false, let inner): fill(inner, for: value(name))
      case .section(let name, isInverted: true, let inner):
        if !Self.opens(value(name)) { fill(inner) }
      case .part(let name):
        if let part = parts[name] { fill(part.tokens) }
      }
    }
  }

  /// Fills a section in, once for each of a list.
  private mutating func fill(_ tokens: [Template.Token], for value: View.Content?) {
    switch value {
    case .view(let view): fill(tokens, with: view)
    case .list(let list):
      let outer = isLast
      for (place, view) in list.enumerated() {
        isLast = place == list.count - 1
        fill(tokens, with: view)
      }
      isLast = outer
    default:
      if Self.opens(value) { fill(tokens) }
    }
  }

  private static func opens(_ value: View.Content?) -> Bool {
    switch value {
    case nil, .flag(false)?: false
    case .list(let list)?: !list.isEmpty
    default: true
    }
  }

  private func value(_ name: Template.Name) -> View.Content? {
    if name.first == "last()" { return .flag(isLast) }
    for view in views.reversed() {
      guard let found = view[name.first] else { continue }
      guard let rest = name.rest else { return found }
      switch found {
      case .view(let view): return view[rest]
      case .words(let words): return .text(words(rest))
      default: return nil
      }
    }
    return nil
  }
}
