import Reading
import Synchronization

/// What all sentences of a language are read with; an object, since every one of them holds it.
final class LanguageTraits: Sendable {
  let dates: DateReader
  let numbers: NumberReader
  /// The language says "in" with a word of its own, not with an ending.
  let usesPrepositions: Bool
  /// Endings of names that something is at, in or from, folded, where the language has no word for that.
  let placingEndings: [[UInt8]]
  /// Endings of names that something belongs to, likewise: they tell a place less surely.
  let owningEndings: [[UInt8]]
  /// The language writes all nouns with a capital, so that a capital tells no name.
  let capitalizesNouns: Bool
  let homographs: Homographs

  init(_ lexicon: Lexicon) {
    dates = DateReader(lexicon: lexicon)
    numbers = NumberReader(lexicon: lexicon)
    usesPrepositions = lexicon.entries(of: "relation")["in"] != nil
    let names = lexicon.entries(of: "names")
    placingEndings = (names["placing_ending"] ?? []).map { Array(Folding.fold($0).utf8) }
    owningEndings = (names["owning_ending"] ?? []).map { Array(Folding.fold($0).utf8) }
    capitalizesNouns = lexicon.entries(of: "language")["capitalized_nouns"] != nil
    homographs = Homographs(lexicon)
  }
}

/// The traits of each language, worked out once.
///
/// A final class, so that the documents of a batch share it; a `Mutex` guards all it holds.
final class KnownLanguages: Sendable {
  /// Of a handful of languages, looked through one by one.
  private let known = Mutex<[(language: String, traits: LanguageTraits)]>([])

  func traits(of lexicon: Lexicon) -> LanguageTraits {
    known.withLock { known in
      if let known = known.first(where: { $0.language == lexicon.language }) { return known.traits }
      let traits = LanguageTraits(lexicon)
      known.append((lexicon.language, traits))
      return traits
    }
  }
}
