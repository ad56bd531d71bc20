import Testing

@testable import GeoModel

struct ReplacingTests {
  @Test(arguments: [
    ("", "a", "b", ""), ("abc", "", "x", "abc"), ("a_b_c", "_", " ", "a b c"), ("aaa", "aa", "b", "ba"),
    ("Embassy of {operator} in {place}", " in {place}", "", "Embassy of {operator}"),
    ("ab", "abc", "x", "ab"), ("http://a://b", "://", "&#58;//", "http&#58;//a&#58;//b"),
    // A mark on the last letter makes another character of it, and hides nothing.
    ("www.\u{301}x", "www.", "www&#46;", "www&#46;\u{301}x"), ("Kiїв—Kiїв", "їв", "ev", "Kiev—Kiev"),
  ])
  func everyOccurrenceIsReplaced(text: String, words: String, other: String, expected: String) {
    #expect(text.replacingBytes(of: words, with: other) == expected)
  }
}
