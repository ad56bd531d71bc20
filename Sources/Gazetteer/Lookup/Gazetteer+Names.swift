extension Gazetteer {
  /// The places that go by a name, the most populous first; empty when none does.
  ///
  /// The whole name must match, whatever its case, accents, apostrophes and hyphens:
  ///
  ///     gazetteer.candidates(named: "ODESA").first  // Odesa, Ukraine
  public func candidates(named name: String) -> [NameCandidate] {
    postings(named: name).map(Array.init) ?? []
  }

  /// The same as a view into the index.
  public func postings(named name: String) -> NamePostings? {
    var name = name
    return name.withUTF8 { text in
      var buffer = TokenBuffer(capacity: 256)
      var key = KeyHash.start
      var tokens = 0
      folding.forEachToken(in: text, buffer: &buffer) { token in
        guard let start = token.baseAddress else { return }
        key = KeyHash.extend(key, KeyHash.token(start, token.count))
        tokens += 1
      }
      guard tokens > 0, let slot = index.slot(key), slot.isName else { return nil }
      return NamePostings(index: index, slot: slot)
    }
  }

  /// Codes of the languages that names are tagged with, in the order of the bits of a `LanguageSet`.
  public var languages: [String] { index.languages }

  /// The set of one language; empty when the tables have no name in it.
  public func languageSet(_ code: String) -> LanguageSet {
    guard let position = index.languages.firstIndex(of: code) else { return [] }
    return LanguageSet(rawValue: 1 << UInt32(position))
  }
}
