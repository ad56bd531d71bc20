internal import Reading

/// The words that are parts of persons' names in a document: "Strickland" after "Gov. Ted Strickland".
///
/// A person is a title or a first name before capitalised words, or two capitalised words before an age.
struct PersonNames {
  private var words: HashSet
  private var firstNames: HashSet

  /// - Parameters:
  ///   - sameName: `true` when two neighbouring tokens stand in one name of the gazetteer.
  ///   - isInCase: `true` for a name of the gazetteer with a case ending, which a title has not before it where
  ///     endings are put to the last word: "Prezident Daşkəndə" is there.
  init(_ text: TaggedText, sameName: (Int, Int) -> Bool, isInCase: (Int) -> Bool = { _ in false }) {
    words = HashSet(&text.rooms.surnames, capacity: text.capitals.count)
    firstNames = HashSet(&text.rooms.firstNames, capacity: text.capitals.count)
    var place = 0
    for sentence in text.sentences {
      var index = sentence.tokens.lowerBound
      while true {
        while place < text.personWords.count, text.personWords[place] < index { place += 1 }
        guard place < text.personWords.count, text.personWords[place] < sentence.tokens.upperBound else {
          break
        }
        index = text.personWords[place]
        guard let start = Self.nameStart(text, index, sentence.tokens.upperBound) else {
          index += 1
          continue
        }
        var end = start.first
        while end < sentence.tokens.upperBound, text.isCapitalized(end), end - start.first < 4,
          end == start.first || text.adjoins(end - 1, end)
        {
          end = Self.skipInitial(text, end, sentence.tokens.upperBound)
        }
        let last = end - 1
        if start.isTitled, last == start.first, isInCase(last) {
          index = end
          continue
        }
        if last > start.first || start.isTitled, last >= start.first,
          !(last > start.first && sameName(start.first, start.first + 1)), !Self.isBody(text, last)
        {
          for word in (start.isTitled ? start.first : start.first + 1)...last
          where text.tokens[word].kind == .word {
            if text.tokens[word].range.count > 2 { words.insert(text.hashes[word]) }
          }
          if !start.isTitled { firstNames.insert(text.hashes[start.first]) }
        }
        index = max(end, index + 1)
      }
    }
  }

  func contains(_ hash: UInt64) -> Bool { words.contains(hash) }

  /// `true` for a first name that stands before a surname somewhere.
  func isFirstName(_ hash: UInt64) -> Bool { firstNames.contains(hash) }

  /// Where a person's name begins, when the token at `index` announces one.
  private static func nameStart(_ text: TaggedText, _ index: Int, _ end: Int) -> (first: Int, isTitled: Bool)?
  {
    let tags = text.tags[index]
    if tags.contains(.firstName), text.isCapitalized(index), index + 1 < end, text.isCapitalized(index + 1) {
      return (index, false)
    }
    guard tags.contains(.title) else { return nil }
    var next = index + 1
    if next < end, text.mark(next) == UInt8(ascii: ".") { next += 1 }
    guard next < end, text.isCapitalized(next), text.tags[next].isDisjoint(with: [.title, .publicBody, .of])
    else {
      return nil
    }
    return (next, true)
  }

  private static func skipInitial(_ text: TaggedText, _ index: Int, _ end: Int) -> Int {
    let isInitial = text.tokens[index].range.count == 1
    return isInitial && index + 1 < end && text.mark(index + 1) == UInt8(ascii: ".") ? index + 2 : index + 1
  }

  private static func isBody(_ text: TaggedText, _ index: Int) -> Bool {
    !text.tags[index].isDisjoint(with: [.publicBody, .street, .adminAfter, .naturalAfter, .namedAfter])
      && text.tags[index].isDisjoint(with: .firstName)
  }
}
