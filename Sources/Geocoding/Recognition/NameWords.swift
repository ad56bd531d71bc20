internal import Reading

/// What the words of a name are like; marks between them do not count.
struct NameWords {
  private(set) var count = 0
  /// All are in capitals or of one letter.
  private(set) var areUpper = true
  /// All occur in small letters elsewhere.
  private(set) var occurLowerCased = true
  /// Some are words that names of places end in or begin with.
  private(set) var havePlaceWord = false

  private static let placeWords: WordTag = [.adminAfter, .naturalAfter, .naturalBefore]

  @inline(__always)
  init(_ text: TaggedText, _ tokens: Range<Int>) {
    for index in tokens where text.tokens[index].kind == .word {
      let token = text.tokens[index]
      let tags = text.tags[index]
      count += 1
      if token.casing != .upper, token.range.count != 1 { areUpper = false }
      if occurLowerCased, !text.occursLowerCased(index) { occurLowerCased = false }
      if !tags.isDisjoint(with: Self.placeWords) { havePlaceWord = true }
    }
  }
}
