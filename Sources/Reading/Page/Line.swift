/// A line of a page, or a paragraph whose lines were wrapped, with what its look tells.
struct Line {
  /// Bytes of the text, without the white space around.
  var range: Range<Int>
  /// Indices into the tokens of the page.
  var tokens: Range<Int>
  /// A blank line, or the start of the text, is before it.
  var followsBlank: Bool
  /// Stands on the line of a labelled date, after it.
  var followsDate = false
  /// Tokens that are words, and tokens that are numbers.
  var words = 0
  var numbers = 0
  /// Words without a capital, words in capitals only, and words that are frequent in the page's language.
  var lowerWords = 0
  var upperWords = 0
  var frequentWords = 0
  /// Words that are frequent in any other language only.
  var foreignWords = 0
  /// Parts between `|`, `·`, `›`, ` > `, ` / ` or wide gaps; 1 for running text.
  var segments = 1
  /// Some separator is a mark, not only a gap.
  var hasSeparator = false
  var hasBullet = false
  /// Ends in `.`, `!`, `?` or `…`, quotes and brackets aside.
  var endsSentence = false
  var endsWithColon = false
  /// Hash of its folded words, to find lines that come twice.
  var hash: UInt64 = 0

  var isEmpty: Bool { words == 0 && numbers == 0 }

  /// A paragraph of running text beyond doubt; a long one may lack its full stop.
  var isProse: Bool {
    (endsSentence || announces || words >= 25 && lowerWords * 2 >= words)
      && words >= 12 && lowerWords * 5 >= words * 2 && !isMenuLike
  }

  /// A sentence, however short.
  var isSentence: Bool {
    isProse || (endsSentence || announces) && words >= 3 && lowerWords * 4 >= words && !isMenuLike
  }

  /// Ends in a colon and is long enough for a sentence that a list or a quotation follows.
  var announces: Bool { endsWithColon && words >= 8 }

  /// Short parts in a row.
  var isMenuLike: Bool {
    !endsSentence && segments >= (hasSeparator ? 2 : 3) && words <= segments * 3 && words <= 80
  }
}

/// Cuts the tokens of a page into lines and joins the lines of wrapped paragraphs.
struct LineCutter {
  let utf8: [UInt8]
  let text: TokenizedText
  /// The bit of the page's language among those of frequent words; 0 when it is unknown.
  let language: Int

  func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    var blankBefore = true
    text.tokens.withUnsafeBufferPointer { tokens in
      utf8.withUnsafeBufferPointer { utf8 in
        let count = LineCount(utf8: utf8, tokens: tokens, language: language)
        while start < tokens.count {
          var end = start + 1
          var gap = LineGap.none
          while end < tokens.count {
            if !tokens[end].isClose {
              gap = LineGap(utf8, tokens[end - 1].range.upperBound..<tokens[end].range.lowerBound)
              if gap != .none { break }
            }
            end += 1
          }
          lines.append(count.line(start..<end, followsBlank: blankBefore))
          blankBefore = gap == .paragraph
          start = end
        }
      }
    }
    return joined(lines)
  }

  func line(_ tokens: Range<Int>, followsBlank: Bool) -> Line {
    text.tokens.withUnsafeBufferPointer { all in
      utf8.withUnsafeBufferPointer { utf8 in
        LineCount(utf8: utf8, tokens: all, language: language).line(tokens, followsBlank: followsBlank)
      }
    }
  }

  /// Joins the lines of a block when its line ends cut sentences: nothing ends there and the next line
  /// goes on in lower case.
  private func joined(_ lines: [Line]) -> [Line] {
    // Most texts have blank lines, or none that cuts a sentence.
    if !zip(lines, lines.dropFirst()).contains(where: { !$1.followsBlank && cutsSentence($0, $1) }) {
      return lines
    }
    var result: [Line] = []
    result.reserveCapacity(lines.count)
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, !lines[end].followsBlank { end += 1 }
      if isWrapped(lines[start..<end]) {
        result += paragraphs(lines[start..<end])
      } else {
        result += lines[start..<end]
      }
      start = end
    }
    return result
  }

  private func isWrapped(_ block: ArraySlice<Line>) -> Bool {
    guard block.count > 1 else { return false }
    let cuts = zip(block, block.dropFirst()).count { cutsSentence($0, $1) }
    return cuts * 5 >= (block.count - 1) * 2
  }

  private func cutsSentence(_ line: Line, _ next: Line) -> Bool {
    let first = text.tokens[next.tokens.lowerBound]
    return !line.endsSentence && !next.hasBullet && !line.isMenuLike && line.words >= 3
      && first.kind == .word && first.casing == .lower
  }

  private func paragraphs(_ block: ArraySlice<Line>) -> [Line] {
    let longest = block.reduce(0) { max($0, $1.range.count) }
    var groups: [Range<Int>] = []
    var previous: Line?
    for line in block {
      // A short line that ends a sentence ends the paragraph, too.
      let ends = previous.map { $0.endsSentence && $0.range.count * 5 < longest * 3 } ?? true
      if let last = groups.last, !ends, !line.hasBullet {
        groups[groups.count - 1] = last.lowerBound..<line.tokens.upperBound
      } else {
        groups.append(line.tokens)
      }
      previous = line
    }
    return groups.enumerated().map { index, tokens in
      line(tokens, followsBlank: index == 0 && block.first?.followsBlank == true)
    }
  }
}

/// What lies between two tokens.
private enum LineGap {
  case none, line, paragraph

  init(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var breaks = 0
    for index in range {
      // A carriage return before a line feed is no line of its own.
      let isBreak =
        utf8[index] == 0x0A || utf8[index] == 0x0D && !(index + 1 < utf8.count && utf8[index + 1] == 0x0A)
      breaks += isBreak ? 1 : 0
    }
    self = breaks == 0 ? .none : breaks == 1 ? .line : .paragraph
  }
}
