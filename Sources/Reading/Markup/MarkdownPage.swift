/// Blanks the markup of Markdown: front matter, fences, headings, emphasis, link targets, images.
struct MarkdownPage {
  private var page: PageText
  private let text: [UInt8]

  static func read(_ utf8: [UInt8]) -> PageText {
    var reader = MarkdownPage(page: HTMLPage.read(utf8, isWholePage: false), text: utf8)
    reader.scan()
    reader.page.furniture.sort { $0.range.lowerBound < $1.range.lowerBound }
    return reader.page
  }

  private mutating func scan() {
    var start = frontMatter()
    var fence: (start: Int, mark: UInt8)?
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let first = text[start..<end].firstIndex { $0 > 0x20 } ?? end
      if let mark = fenceMark(first..<end) {
        if let open = fence {
          if open.mark == mark {
            setApart(open.start..<end, .metadata)
            fence = nil
          }
        } else {
          fence = (start, mark)
        }
      } else if fence == nil {
        line(first..<end)
      }
      start = end + 1
    }
    if let open = fence { setApart(open.start..<text.count, .metadata) }
  }

  private mutating func setApart(_ range: Range<Int>, _ kind: Furniture.Kind) {
    page.blank(range)
    page.furniture.append(Furniture(range: range, kind: kind))
  }

  private func fenceMark(_ range: Range<Int>) -> UInt8? {
    guard let mark = text[range].first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    return text[range].prefix { $0 == mark }.count >= 3 ? mark : nil
  }

  /// YAML between two lines `---` at the very start: title, date and language are taken from it.
  private mutating func frontMatter() -> Int {
    let mark = Array("---".utf8)
    guard text.starts(with: mark), text.count > 3, text[3] == 0x0A || text[3] == 0x0D else { return 0 }
    var start = (text.firstIndex(of: 0x0A) ?? text.count) + 1
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = text[start..<end]
      if line.starts(with: mark) {
        setApart(0..<end, .metadata)
        return end + 1
      }
      if let colon = line.firstIndex(of: UInt8(ascii: ":")) { field(start..<colon, (colon + 1)..<end) }
      start = end + 1
    }
    return 0
  }

  private mutating func field(_ name: Range<Int>, _ value: Range<Int>) {
    let quotes: Set<UInt8> = [0x20, 0x09, 0x0D, 0x22, 0x27]
    guard let first = text[value].firstIndex(where: { !quotes.contains($0) }),
      let last = text[value].lastIndex(where: { !quotes.contains($0) })
    else { return }
    let words = String(decoding: text[first...last], as: UTF8.self)
    switch String(decoding: text[name], as: UTF8.self).lowercased() {
    case "title": page.title = words
    case "date", "published", "pubdate": page.dates.append((words, first..<(last + 1)))
    case "lang", "language": page.language = String(words.prefix(2)).lowercased()
    default: break
    }
  }

  private mutating func line(_ range: Range<Int>) {
    guard let first = range.first else { return }
    var start = first
    switch text[first] {
    case UInt8(ascii: "#"):
      let marks = text[range].prefix { $0 == UInt8(ascii: "#") }.count
      guard marks <= 6, first + marks < range.upperBound, text[first + marks] == 0x20 else { break }
      page.blank(first..<(first + marks))
      start = first + marks
      if marks == 1, page.headline == nil { page.headline = start..<range.upperBound }
    case UInt8(ascii: ">"):
      page.blank(first..<(first + 1))
      start = first + 1
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      if text[range].allSatisfy({ $0 == text[first] || $0 <= 0x20 }), range.count >= 3 {
        page.blank(range)
        return
      }
    case UInt8(ascii: "[")
    where text[range].firstIndex(of: UInt8(ascii: "]")).map({ following($0) == 0x3A }) == true:
      setApart(range, .metadata)
      return
    default: break
    }
    inline(start..<range.upperBound)
  }

  private func following(_ index: Int) -> UInt8? { index + 1 < text.count ? text[index + 1] : nil }

  private mutating func inline(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "`"): page.blank(index..<(index + 1))
      case UInt8(ascii: "_"):
        let inWord = index > range.lowerBound && text[index - 1] > 0x40 && (following(index) ?? 0) > 0x40
        if !inWord { page.blank(index..<(index + 1)) }
      case UInt8(ascii: "\\"): page.blank(index..<(index + 1))
      case UInt8(ascii: "!") where following(index) == UInt8(ascii: "["):
        if let end = target(after: index + 2, in: range) {
          setApart(index..<end, .caption)
          index = end
          continue
        }
      case UInt8(ascii: "]"):
        if let end = parenthesis(index + 1, in: range) {
          page.blank(index..<end)
          index = end
          continue
        }
      case UInt8(ascii: "["):
        if target(after: index + 1, in: range) != nil { page.blank(index..<(index + 1)) }
      default: break
      }
      index += 1
    }
  }

  /// The end of `…](…)`, looked for within 2,000 bytes so that brackets in a row cost no more.
  private func target(after start: Int, in range: Range<Int>) -> Int? {
    let window = start..<min(start + 2000, range.upperBound)
    guard window.lowerBound < window.upperBound, let close = text[window].firstIndex(of: UInt8(ascii: "]"))
    else {
      return nil
    }
    return parenthesis(close + 1, in: range)
  }

  private func parenthesis(_ start: Int, in range: Range<Int>) -> Int? {
    guard start < range.upperBound, text[start] == UInt8(ascii: "(") else { return nil }
    return text[start..<min(start + 2000, range.upperBound)].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
  }
}
