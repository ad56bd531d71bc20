internal import Gazetteer
internal import Reading

/// The words of a site's names, folded, to be met by inflected words of a text.
struct SiteWords: Sendable {
  private let words: [[UInt8]]

  init(_ names: [String]) {
    var seen: Set<[UInt8]> = []
    for name in names {
      for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }) {
        seen.insert(Array(Folding.fold(String(word)).utf8))
      }
    }
    words = seen.filter { $0.count >= 4 }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether a folded word of a text is one of them, or one but for an ending of up to three letters.
  func matches(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 4 else { return false }
    return words.contains { known in
      if word.elementsEqual(known) { return true }
      let shorter = min(word.count, known.count)
      // Cyrillic letters take two bytes; an ending of three letters is six of them.
      let longestEnding = (word.first ?? 0) >= 0x80 ? 6 : 3
      let common = zip(word, known).prefix { $0 == $1 }.count
      return common >= max(5, shorter - longestEnding / 2) && word.count - common <= longestEnding
        && known.count - common <= longestEnding / 3
    }
  }
}

extension SiteCatalog {
  /// Whether a site's name is its town's with a word for its kind ("Aktau airport").
  func isNamedAfterTown(_ site: Site) -> Bool {
    ["airport", "port", "station", "power", "refinery"].contains(
      kinds.entry(SiteKind.tag(site.kind)).family)
  }
}
