internal import GeoModel

/// Splits UTF-8 text into words, numbers and punctuation marks.
///
/// A word is a run of letters and combining marks; an apostrophe between letters stays inside
/// (`Kyiv's`, `Odesa'da`), a hyphen does not. A number is a run of digits with inner `.` and `,`
/// groups (`3.04`, `1.200`). Everything else but white space is a mark of its own. Invisible
/// characters (soft hyphen, zero width) neither split nor appear in the folded form.
public enum Tokenizer {
  /// Appends the tokens of `range` to `result`. Takes time in proportion to the range.
  public static func tokenize(_ utf8: [UInt8], _ range: Range<Int>, into result: inout TokenizedText) {
    precondition(utf8.count <= UInt32.max, "a document is shorter than 4 GB")
    utf8.withUnsafeBufferPointer { bytes in
      let offset = result.folded.count
      let folded = [UInt8](
        unsafeUninitializedCapacity: foldedCapacity(bytes, range)
      ) { memory, count in
        CharacterClass.table.withUnsafeBufferPointer { classes in
          Folding.table.withUnsafeBufferPointer { folds in
            var cutter = TokenCutter(
              text: bytes, end: range.upperBound, classes: classes, folds: folds, folded: memory,
              foldedOffset: offset, position: range.lowerBound)
            var left = range.count
            repeat {
              let tokens = Self.cut(&cutter, atMost: left / 4 + 64)
              if result.tokens.isEmpty { result.tokens = tokens } else { result.tokens += tokens }
              left = tokens.count < left / 4 + 64 ? 0 : left - tokens.count
            } while left > 0
            count = cutter.foldedCount
          }
        }
      }
      if offset == 0 { result.folded = folded } else { result.folded += folded }
    }
  }

  /// The next tokens, written where they stay; there are fewer only at the end.
  private static func cut(_ cutter: inout TokenCutter, atMost limit: Int) -> [Token] {
    [Token](unsafeUninitializedCapacity: limit) { memory, count in
      guard let start = memory.baseAddress else { return }
      count = cutter.cut(into: start, limit: limit)
    }
  }

  /// No letter of two bytes or three folds to more than seven; what is ASCII folds to one at most. Words are written
  /// eight bytes at a time.
  private static func foldedCapacity(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    range.count + 3 * ByteScan.countBeyondASCII(UnsafeBufferPointer(rebasing: text[range])) + 8
  }
}
