internal import Gazetteer
internal import GeoModel
internal import Reading

/// What the endings that a language puts behind names say of the name.
struct NameEndings: Sendable {
  /// By rule of the language's inflections.
  private let owning: [Bool]
  private let territorial: [Bool]
  private let placing: [Bool]
  /// By rule and base how many letters more than the ending the base has.
  private let gains: [[Int]]

  init(_ rules: [InflectionRule], _ lexicon: Lexicon?) {
    gains = rules.map { rule in
      let letters = rule.ending.withUnsafeBufferPointer(ByteScan.countScalars)
      return rule.bases.map { $0.withUnsafeBufferPointer(ByteScan.countScalars) - letters }
    }
    let names = lexicon?.entries(of: "names") ?? [:]
    let listed = { (key: String) in
      let endings = Set((names[key] ?? []).map { Array(Folding.fold($0).utf8) })
      return rules.map { endings.contains($0.ending) }
    }
    owning = listed("owning_ending")
    territorial = listed("territory_ending")
    // An apostrophe tells names from words where one is written.
    let isMarked = !(names["name_apostrophe"] ?? []).isEmpty
    placing = isMarked ? rules.map { _ in false } : listed("placing_ending")
  }

  /// `true` for a genitive: "Gəncənin şəhərləri".
  func isOwning(_ form: NameMatch.Form) -> Bool { has(owning, form) }

  /// `true` for an ending that countries and regions take and towns do not: "in den Niederlanden".
  func isTerritorial(_ form: NameMatch.Form) -> Bool { has(territorial, form) }

  /// Letters of the form that a word is led back to.
  func lettersOfBase(_ form: NameMatch.Form, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    let letters = ByteScan.countScalars(word)
    guard case .inflected(let rule, let base) = form else { return letters }
    return letters + gains[rule][base]
  }

  /// `true` for an ending that says where, in a language that writes names without an apostrophe.
  func isPlacing(_ form: NameMatch.Form) -> Bool { has(placing, form) }

  private func has(_ endings: [Bool], _ form: NameMatch.Form) -> Bool {
    guard case .inflected(let rule, _) = form else { return false }
    return endings[rule]
  }
}
