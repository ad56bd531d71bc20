internal import Gazetteer
internal import Reading
internal import Synchronization

/// The compiled name words and endings of each language, made when first asked for.
///
/// Sendable because the only mutable state lies behind the mutex.
final class LanguageTables: Sendable {
  /// An object, since every document asks for it.
  final class Tables: Sendable {
    let lexicon: Lexicon?
    let words: WordTable
    let inflections: InflectionRules
    let endings: NameEndings
    let townAdjectives: TownAdjectives?
    /// ISO codes of the countries the language is spoken in, in small letters.
    let countries: [String]

    init(lexicon: Lexicon?, words: WordTable, inflections: InflectionRules) {
      townAdjectives = TownAdjectives(lexicon)
      countries = lexicon?.entries(of: "language")["spoken_in"] ?? []
      self.lexicon = lexicon
      self.words = words
      self.inflections = inflections
      endings = NameEndings(inflections.rules, lexicon)
    }
  }

  private let lexicon: @Sendable (String) -> Lexicon?
  /// A handful, looked through one by one.
  private let compiled = Mutex<[(language: String, tables: Tables)]>([])

  init(_ lexicon: @escaping @Sendable (String) -> Lexicon?) { self.lexicon = lexicon }

  func tables(for language: String) -> Tables {
    compiled.withLock { compiled in
      if let known = compiled.first(where: { $0.language == language }) { return known.tables }
      let lexicon = self.lexicon(language) ?? self.lexicon("en")
      let tables = Tables(
        lexicon: lexicon, words: WordTable(lexicon), inflections: InflectionRules(Self.inflections(lexicon)))
      compiled.append((language, tables))
      return tables
    }
  }

  /// Shorter stems would match nearly everything.
  private static let minimumStem = 3

  private static func inflections(_ lexicon: Lexicon?) -> [InflectionRule] {
    (lexicon?.entries(of: "inflection") ?? [:]).sorted { $0.key < $1.key }.map { ending, bases in
      InflectionRule(
        ending: Array(Folding.fold(ending).utf8), bases: bases.map { Array(Folding.fold($0).utf8) },
        minimumStem: minimumStem)
    }
  }
}
