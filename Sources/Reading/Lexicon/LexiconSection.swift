/// The sections of a lexicon whose patterns are matched in running text; see `Lexicon`.
public enum LexiconSection: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  case months, weekdays, seasons, numbers, dates, units
  case facility, relation, direction, town
  case event, weapon, effect, modality, aircraft
  case claim, claimant, actor, context, apart, title, organization, genre

  /// As lexicon files call it.
  var name: String { String(describing: self) }

  init?(named name: String) {
    guard let section = Self.byName[name] else { return nil }
    self = section
  }

  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
