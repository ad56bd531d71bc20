internal import GeoModel

/// What elements of HTML mean to a reader of reports.
enum HTMLNames {
  /// Elements whose content is no markup.
  static let raw: Set<String> = ["script", "style"]
  static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// Elements that end a line of text.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li",
    "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead",
    "title", "tr", "ul",
  ]
  /// Tags that running text holds when it was cut out of a page.
  static let inText: Set<String> = [
    "a", "b", "br", "div", "em", "h1", "h2", "h3", "i", "li", "p", "span", "strong", "ul",
  ]
  private static let furniture: [String: Furniture.Kind] = [
    "script": .metadata, "style": .metadata, "noscript": .metadata, "template": .metadata, "head": .metadata,
    "svg": .metadata, "iframe": .metadata, "nav": .menu, "header": .menu, "menu": .menu, "form": .menu,
    "select": .menu, "button": .share, "dialog": .legal, "aside": .related, "footer": .footer,
    "figcaption": .caption,
  ]
  private static let containers: Set<String> = ["div", "section", "ul", "ol", "p", "span", "table"]
  /// Words in `class`, `id` and `role` that set an element apart, whole or as part joined by - or _.
  private static let roles: [String: Furniture.Kind] = [
    "nav": .menu, "navbar": .menu, "navigation": .menu, "menu": .menu, "breadcrumb": .menu,
    "breadcrumbs": .menu, "sidebar": .related, "related": .related, "recommended": .related, "share": .share,
    "sharing": .share, "social": .share, "comments": .share, "newsletter": .share, "subscribe": .share,
    "footer": .footer, "copyright": .legal, "cookie": .legal, "cookies": .legal, "disclaimer": .legal,
    "advertisement": .related, "advert": .related, "promo": .related, "caption": .caption,
  ]

  /// The kind of furniture an element opens; `nil` when it opens none.
  static func furniture(_ tag: HTMLTag, _ text: [UInt8]) -> Furniture.Kind? {
    if let kind = furniture[tag.name] { return kind }
    guard containers.contains(tag.name) else { return nil }
    for name in ["class", "id", "role"] {
      guard let value = tag.attribute(name, text) else { continue }
      // Long lists of classes describe a page's frame ("has-sidebar"), not a part of it.
      let classes = value.lowercased().split { $0 == " " }
      guard classes.count <= 4 else { continue }
      for word in classes.flatMap({ $0.split { $0 == "-" || $0 == "_" }.prefix(3) }) {
        if let kind = roles[String(word)], !value.hasPrefix("has-"), !value.hasPrefix("no-") { return kind }
      }
    }
    return nil
  }
}

extension HTMLNames {
  /// Does the text start as a page does: a declaration, a comment, or a tag that HTML knows?
  static func startsPage(_ utf8: [UInt8]) -> Bool {
    guard let start = utf8.firstIndex(where: { $0 > 0x20 }), let end = HTMLTag.end(utf8, start) else {
      return false
    }
    guard let tag = HTMLTag(utf8, start..<end) else { return true }
    return blocks.contains(tag.name) || tag.name == "head" || tag.name == "html" || tag.name == "meta"
  }

  /// Does running text hold closing tags that pages use? Looks at the first 64 KB.
  static func hasTags(_ utf8: [UInt8]) -> Bool {
    var index = 0
    let limit = min(utf8.count, 1 << 16)
    func nextTag() -> Int? {
      utf8.withUnsafeBufferPointer { ByteScan.first(UInt8(ascii: "<"), in: $0, index..<limit) }
    }
    while let open = nextTag() {
      if let end = HTMLTag.end(utf8, open), let tag = HTMLTag(utf8, open..<end) {
        if tag.isClosing || tag.isEmpty, inText.contains(tag.name) { return true }
        index = min(end, limit)
      } else {
        index = open + 1
      }
    }
    return false
  }
}
