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
            result.tokens.reserveCapacity(result.tokens.count + range.count / 5)
            // Many at a time, since looking after the growth of an array takes longer than cutting a token.
            withUnsafeTemporaryAllocation(of: Token.self, capacity: Self.portion) { portion in
              while true {
                var cut = 0
                while cut < Self.portion, let token = cutter.next() {
                  portion.initializeElement(at: cut, to: token)
                  cut += 1
                }
                result.tokens.append(contentsOf: UnsafeBufferPointer(rebasing: portion[..<cut]))
                if cut < Self.portion { break }
              }
            }
            count = cutter.foldedCount
          }
        }
      }
      if offset == 0 { result.folded = folded } else { result.folded += folded }
    }
  }

  private static let portion = 256

  /// No letter of two bytes or three folds to more than seven; what is ASCII folds to one at most. Words are written
  /// eight bytes at a time.
  private static func foldedCapacity(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    range.count + 3 * ByteScan.countBeyondASCII(UnsafeBufferPointer(rebasing: text[range])) + 8
  }
}
