/// Blanks the markup of HTML and finds what it says of the page.
///
/// No tree is built: one pass over the tags with a stack of the open elements that matter, so that broken
/// HTML costs no more than good.
struct HTMLPage {
  private(set) var page: PageText
  /// `true` when line ends of the source mean nothing, as in a whole HTML page.
  private let collapsesLines: Bool
  private var skipping: Skipping?
  private var headlineStart: Int?
  private var titleStart: Int?
  private var linkedData: [Range<Int>] = []
  private var metaDates: [(text: String, range: Range<Int>)] = []
  private var timeDates: [(text: String, range: Range<Int>)] = []
  private var preformatted = 0

  /// An element whose content is no part of the report.
  private struct Skipping {
    let name: String
    let start: Int
    let kind: Furniture.Kind
    var depth = 1
  }

  private init(_ utf8: [UInt8], collapsesLines: Bool) {
    page = PageText(utf8: utf8)
    self.collapsesLines = collapsesLines
  }

  /// - Parameter isWholePage: `false` for tags in running text, where line ends stay.
  static func read(_ utf8: [UInt8], isWholePage: Bool) -> PageText {
    var reader = HTMLPage(utf8, collapsesLines: isWholePage)
    reader.scan(utf8)
    reader.page.dates = reader.metaDates + reader.linkedDates(utf8) + reader.timeDates
    return reader.page
  }

  private mutating func scan(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "<"):
        let end = HTMLTag.end(text, index)
        guard let end else {
          index += 1
          continue
        }
        handle(text, index..<end)
        index = end
        if case .some(let open) = skipping, HTMLNames.raw.contains(open.name) {
          index = HTMLTag.rawEnd(text, index, name: open.name)
        }
      case UInt8(ascii: "&") where skipping == nil:
        index = HTMLEntities.replace(&page.utf8, text, at: index)
      case 0x0A, 0x0D:
        if collapsesLines, preformatted == 0, skipping == nil { page.utf8[index] = 0x20 }
        index += 1
      default: index += 1
      }
    }
    if let open = skipping { close(open, at: text.count) }
  }

  private mutating func handle(_ text: [UInt8], _ range: Range<Int>) {
    guard let tag = HTMLTag(text, range) else {
      if skipping == nil { page.blank(range) }
      return
    }
    if let open = skipping {
      passOver(tag, open, text, range)
      return
    }
    if !tag.isClosing, !tag.isEmpty, let kind = HTMLNames.furniture(tag, text) {
      page.breakLine(range, paragraph: true)
      skipping = Skipping(name: tag.name, start: range.lowerBound, kind: kind)
      return
    }
    note(tag, text, range)
    if HTMLNames.blocks.contains(tag.name) {
      page.breakLine(range, paragraph: tag.name != "br")
    } else {
      page.blank(range)
    }
  }

  private mutating func passOver(_ tag: HTMLTag, _ open: Skipping, _ text: [UInt8], _ range: Range<Int>) {
    if open.name == "head" || open.name == "header" { note(tag, text, range) }
    if open.name == "script", tag.name == "script", tag.isClosing { noteScript(text, open, range) }
    if open.name == "header", tag.name == "h1", !tag.isClosing {
      // A page's headline often stands in its header: what is before it is furniture, it is not.
      close(open, at: range.lowerBound)
      page.breakLine(range, paragraph: true)
      return
    }
    guard tag.name == open.name, !tag.isEmpty else { return }
    skipping?.depth += tag.isClosing ? -1 : 1
    if skipping?.depth == 0 { close(open, at: range.upperBound) }
  }

  private mutating func close(_ open: Skipping, at end: Int) {
    let range = open.start..<end
    for index in range { page.utf8[index] = 0x20 }
    page.utf8[open.start] = 0x0A
    if range.count > 1 { page.utf8[open.start + 1] = 0x0A }
    page.furniture.append(Furniture(range: range, kind: open.kind))
    skipping = nil
  }

  private mutating func note(_ tag: HTMLTag, _ text: [UInt8], _ range: Range<Int>) {
    switch tag.name {
    case "h1":
      if tag.isClosing, let start = headlineStart, page.headline == nil {
        page.headline = start..<range.lowerBound
      }
      headlineStart = tag.isClosing ? nil : range.upperBound
    case "title":
      if tag.isClosing, let start = titleStart, page.title == nil {
        page.title = HTMLEntities.decoded(text[start..<range.lowerBound])
      }
      titleStart = tag.isClosing ? nil : range.upperBound
    case "html":
      if let language = tag.attribute("lang", text) {
        page.language = String(language.prefix(2)).lowercased()
      }
    case "pre", "textarea": preformatted = max(0, preformatted + (tag.isClosing ? -1 : 1))
    case "meta": noteMeta(tag, text)
    case "time":
      if let value = tag.attributeRange("datetime", text) {
        timeDates.append((String(decoding: text[value], as: UTF8.self), value))
      }
    default: break
    }
  }

  private mutating func noteMeta(_ tag: HTMLTag, _ text: [UInt8]) {
    let key = ["property", "name", "itemprop"].lazy.compactMap { tag.attribute($0, text) }.first
    guard let key = key?.lowercased(), let value = tag.attributeRange("content", text) else { return }
    let content = String(decoding: text[value], as: UTF8.self)
    switch key {
    case "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "date",
      "dc.date", "dc.date.issued", "dcterms.created", "og:published_time", "parsely-pub-date",
      "sailthru.date":
      metaDates.append((content, value))
    case "og:title": page.title = HTMLEntities.decoded(text[value])
    default: break
    }
  }

  private mutating func noteScript(_ text: [UInt8], _ open: Skipping, _ range: Range<Int>) {
    linkedData.append(open.start..<range.lowerBound)
  }

  /// `"datePublished": "…"` in the page's scripts (JSON-LD).
  private func linkedDates(_ text: [UInt8]) -> [(text: String, range: Range<Int>)] {
    let key = Array("\"datePublished\"".utf8)
    for script in linkedData {
      var index = script.lowerBound
      while index + key.count < script.upperBound {
        guard text[index] == key[0], text[index..<(index + key.count)].elementsEqual(key) else {
          index += 1
          continue
        }
        let open = text[(index + key.count)..<script.upperBound].firstIndex(of: UInt8(ascii: "\""))
        if let open, let end = text[(open + 1)..<script.upperBound].firstIndex(of: UInt8(ascii: "\"")) {
          return [(String(decoding: text[(open + 1)..<end], as: UTF8.self), (open + 1)..<end)]
        }
        break
      }
    }
    return []
  }
}
