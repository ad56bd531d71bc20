/// The text of a document with its markup blanked out: byte for byte as long as the text as read, so
/// that every offset counts in both.
struct PageText {
  /// Tags and the like are spaces, ends of blocks are line ends, entities are their characters.
  var utf8: [UInt8]
  /// Parts that the markup itself sets apart, in text order; blank in `utf8`.
  var furniture: [Furniture] = []
  /// Where the markup has the headline.
  var headline: Range<Int>?
  /// A title given by the markup's metadata.
  var title: String?
  /// Publication dates given by the markup, the most trustworthy first.
  var dates: [(text: String, range: Range<Int>)] = []
  /// The language the markup states.
  var language: String?

  /// What blanked markup within a line becomes: white space, but no gap that an author made.
  private static let filler: UInt8 = 0x1F

  /// Blanks a range but keeps its line ends.
  mutating func blank(_ range: Range<Int>) {
    for index in range where utf8[index] != 0x0A { utf8[index] = Self.filler }
  }

  /// Blanks a range and ends the line there.
  mutating func breakLine(_ range: Range<Int>, paragraph: Bool) {
    for index in range { utf8[index] = Self.filler }
    guard let first = range.first else { return }
    utf8[first] = 0x0A
    if paragraph, range.count > 1 { utf8[first + 1] = 0x0A }
  }
}
