/// A lexicon's tag in two: "strike" and "plural" of "strike.plural".
struct TagParts {
  let head: String
  /// `nil` when the tag has no dot.
  let detail: Substring?

  init(_ tag: String) {
    guard let dot = tag.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      head = tag
      detail = nil
      return
    }
    head = String(tag[..<dot])
    detail = tag[tag.utf8.index(after: dot)...]
  }
}
