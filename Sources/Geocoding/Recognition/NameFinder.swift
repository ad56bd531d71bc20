internal import Gazetteer
internal import Reading

/// Finds the names of a document: the longest at each place, trimmed to what is the name.
///
/// An object, since it is asked at every name.
final class NameFinder {
  private let gazetteer: Gazetteer
  private let scanner: NameScanner
  private let inflections: InflectionRules
  private let endings: NameEndings
  private let memory: WorkerMemory
  private let words: WordTable
  private let language: LanguageSet
  private let isEnglish: Bool
  private let towns: TownNames

  /// - Parameters:
  ///   - tables: of the language.
  ///   - language: of the documents.
  init(
    gazetteer: Gazetteer, scanner: NameScanner, tables: LanguageTables.Tables, memory: WorkerMemory,
    language: String
  ) {
    words = tables.words
    inflections = tables.inflections
    endings = tables.endings
    self.gazetteer = gazetteer
    self.scanner = scanner
    self.memory = memory
    self.language = gazetteer.languageSet(language)
    isEnglish = language == "en"
    towns = TownNames(
      gazetteer: gazetteer, language: self.language, countries: tables.countries, knowsWorld: isEnglish)
  }

  func spans(in text: TaggedText) -> [NameSpan] {
    let names = memory.found
    names.removeAll()
    scanner.scan(
      text.utf8, ranges: text.sentences.map(\.range), places: text.places, inflections: inflections,
      memory: memory.scan
    ) {
      names.add($0)
    }
    names.lookUp(in: memory.names, key: key)
    var collector = SpanCollector(text: text.parts, places: names.placeCount)
    names.forEach(scanner) { collector.add($0, $1, by: self) }
    var spans: [NameSpan] = []
    spans.reserveCapacity(collector.found.count)
    let hyphenated = HyphenatedNames(text: text, found: collector.found)
    for (index, found) in collector.found.enumerated() {
      if hyphenated.isPart(index) { continue }
      let record = found.record
      var held = record.meaning
      if found.others >= 0 { held = meaning(senses(collector.allPostings(found))) }
      if isBehindRegionWord(found, text) {
        let regions = regionSenses(found, collector.allPostings(found), text)
        if !regions.isEmpty { held = meaning(regions + held.pointee.senses) }
      }
      if text.hasRegionWord(beside: found.tokens, in: found.sentence), !held.pointee.isRegion,
        !held.pointee.isDistrict
      {
        held = variant(.withRegion, of: found, held) { senses in
          (namesakeRegion(senses).map { [$0] } ?? []) + senses
        }
      }
      if isShortWord(found, text) { held = variant(.withoutCodes, of: found, held, withoutCodes) }
      if held.pointee.senses.isEmpty { continue }
      spans.append(
        NameSpan(
          range: found.range, tokens: found.tokens, sentence: found.sentence, held: held,
          name: record.pointee.identity, isInflected: found.isInflected,
          isFirmlyInflected: found.isFirmlyInflected))
    }
    return spans
  }

  /// A word of three letters or fewer that is written neither as codes are nor as what is cut short: "La.".
  private func isShortWord(_ found: SpanCollector.Found, _ text: TaggedText) -> Bool {
    guard found.tokens.count == 1 else { return false }
    let first = found.tokens.lowerBound
    return text.tokens[first].casing == .capitalized && text.tokens[first].foldedRange.count <= 3
      && !text.tags[first].contains(.shortName) && text.utf8[found.range.upperBound - 1] != UInt8(ascii: ".")
  }

  /// What a name may mean where the words beside it, or how it is written, say more or less than the name alone.
  private enum Variant: UInt64 {
    case withRegion = 0x9FB2_1C65_1E98_DF25
    case withoutCodes = 0xD6E8_FEB8_6659_FD93
  }

  /// The same meaning where nothing else is meant.
  ///
  /// - Parameter senses: of the variant, by those of the name.
  private func variant(
    _ kind: Variant, of found: SpanCollector.Found, _ held: UnsafePointer<NameMeaning>,
    _ senses: (UnsafeBufferPointer<NameSense>) -> [NameSense]
  ) -> UnsafePointer<NameMeaning> {
    // What is but the name's own is kept as the name is: news name the same places over and over.
    let meant =
      held == found.record.meaning
      ? memory.names.record(of: key(found.key) ^ kind.rawValue) {
        NameRecord.make(found.record.pointee.postings, senses(held.pointee.senses))
      }.meaning : meaning(senses(held.pointee.senses))
    return meant.pointee.senses.count == held.pointee.senses.count ? held : meant
  }

  /// "Sel" may be the village, and is no form of SEL, which is Seoul's airport.
  private func withoutCodes(_ senses: UnsafeBufferPointer<NameSense>) -> [NameSense] {
    senses.filter { sense in
      sense.usage == .ours
        || sense.usage == .unknown && sense.kind != .alternate && sense.kind != .abbreviation
    }
  }

  /// Whether an ending is one that words do not have by chance: behind an apostrophe, or in a language that writes none
  /// one that says where or whose.
  func isFirm(_ form: NameMatch.Form) -> Bool {
    switch form {
    case .exact: false
    case .suffixed: true
    case .inflected: endings.isPlacing(form)
    }
  }

  private func key(_ name: UInt64) -> UInt64 { NameRecords.key(name, language, isEnglish: isEnglish) }

  /// Folded bytes of the name that a word of so many is led back to; `nil` for one that is not inflected.
  func baseLength(_ match: FoundName, ofWord count: Int) -> Int? {
    guard case .inflected(let number, let base) = match.form else { return nil }
    let rule = inflections.rules[number]
    return count - rule.ending.count + rule.bases[base].count
  }

  /// Whether the name that a word is led back to is a short one of the language rather than a code: "Rioda".
  func isShortName(_ match: FoundName, _ word: String) -> Bool {
    guard case .inflected(let number, let base) = match.form else { return false }
    let rule = inflections.rules[number]
    let folded = Array(Folding.fold(word).utf8)
    return words.tags(of: (folded.dropLast(rule.ending.count) + rule.bases[base])[...]).contains(.shortName)
  }

  /// Whether a name cannot have the ending that was taken off to find it.
  ///
  /// - Parameters:
  ///   - word: of which the name is one, as it is written; `nil` for a name of several or one in capitals.
  ///   - isOwned: whether a word behind it says that it is a bare name or a genitive: "Vana şəhərində".
  func isMisled(
    _ match: FoundName, _ name: UnsafePointer<NameRecord>, by word: UnsafeBufferPointer<UInt8>?,
    isOwned: Bool
  ) -> Bool {
    let form = match.form
    guard case .inflected = form else { return false }
    if isOwned, !endings.isOwning(form) { return true }
    // "Пара" is no form of "ПАР".
    if name.pointee.isOnlyShort, let word, endings.lettersOfBase(form, word) < Self.leastLetters {
      return true
    }
    let meaning = name.pointee.meaning
    return endings.isTerritorial(form) && !(meaning.isCountry || meaning.isRegion || meaning.isFeature)
  }

  /// Letters of a name that may be written in small ones.
  private static let leastLetters = 4

  /// Whether the language calls a great town by a name as it is written.
  func isGreatTown(_ name: UnsafePointer<NameRecord>) -> Bool {
    towns.isGreatTown(name.pointee.postings)
  }

  /// What there is to know of a name that was found.
  func record(_ matches: NameMatches, _ position: Int) -> UnsafePointer<NameRecord> {
    memory.names.record(of: key(matches.found[position].key)) {
      let postings = matches.postings(position)
      return NameRecord.make(postings, senses([postings]))
    }
  }

  private func meaning(_ senses: [NameSense]) -> UnsafePointer<NameMeaning> {
    memory.keep(MeaningRecord(senses)).meaning
  }

  private func isBehindRegionWord(_ found: SpanCollector.Found, _ text: TaggedText) -> Bool {
    let before = found.tokens.lowerBound - 1
    return before >= text.sentences[found.sentence].tokens.lowerBound
      && text.tags[before].contains(.regionWord)
  }

  /// The region that is called after a town in it, where a language only has a name of its own for the town: "région
  /// de Soumy" is Sumy Oblast. Of several towns the greatest.
  private func namesakeRegion(_ senses: UnsafeBufferPointer<NameSense>) -> NameSense? {
    let greatest = senses.filter { $0.place.featureClass == .settlement }
      .max { $0.place.logPopulation < $1.place.logPopulation }
    guard let greatest else { return nil }
    let town = gazetteer.place(greatest.place.id)
    guard let parent = town.parentRegion else { return nil }
    let region = gazetteer.place(parent)
    guard Folding.fold(region.name).hasPrefix(Folding.fold(town.name) + " ") else { return nil }
    return NameSense(place: PlaceTraits(region), kind: .primary)
  }

  /// The regions called by a name together with the word before it: "regiunea Odesa", "région de Lviv".
  private func regionSenses(
    _ found: SpanCollector.Found, _ postings: [NamePostings], _ text: TaggedText
  ) -> [NameSense] {
    let before = found.tokens.lowerBound - 1
    let known = Set(postings.joined().map(\.place))
    let name = text.document.text[text.tokens[before].range.lowerBound..<found.range.upperBound]
    let base = RegionForms.bases(of: name, text.language).lazy.compactMap {
      self.gazetteer.postings(named: $0)
    }
    return (base.first.map(Array.init) ?? []).filter { !known.contains($0.place) }.map {
      NameSense(place: PlaceTraits(gazetteer.place($0.place)), kind: $0.kind)
    }
  }

  /// In a language other than English the form that language uses is as good as the first one, unless it is the
  /// first name of another place: Nikopol was once called as Sloviansk still is.
  private func senses(_ postings: [NamePostings]) -> [NameSense] {
    var senses: [NameSense] = []
    var foreign: Set<PlaceID> = []
    var native: Set<PlaceID> = []
    let hasFirst = postings.contains { $0.contains { $0.kind == .primary } }
    let isPlace = postings.first?.contains { !$0.kind.isDemonym } ?? false
    for (reading, candidate) in postings.enumerated().lazy.flatMap({ reading in
      reading.element.lazy.map { (reading.offset, $0) }
    }) {
      // What is a place as it is written is no people with an ending: "Turku" is not of Turks.
      if reading > 0, isPlace, candidate.kind.isDemonym { continue }
      // An adjective of another language is a word of this one by chance ("indiana").
      if candidate.kind.isDemonym, !candidate.languages.isEmpty,
        candidate.languages.isDisjoint(with: language)
      {
        continue
      }
      let isForeign = !candidate.languages.isEmpty && candidate.languages.isDisjoint(with: language)
      if isForeign { foreign.insert(candidate.place) } else { native.insert(candidate.place) }
      let isOurs = !candidate.languages.isDisjoint(with: language)
      var candidate = (place: candidate.place, kind: candidate.kind)
      var usage: NameSense.Usage = isOurs ? .ours : .unknown
      if !isEnglish, !hasFirst, candidate.kind == .alternate {
        candidate.kind = .primary
        if !isOurs { usage = .spelled }
      }
      let traits = PlaceTraits(gazetteer.place(candidate.place))
      // What a language calls a river or a range is its first name there: Russian "Урал" is no hamlet's alone.
      if isOurs, candidate.kind == .alternate, traits.isNatural { candidate.kind = .primary }
      if let known = senses.firstIndex(where: { $0.place.id == candidate.place }) {
        senses[known].kind = min(senses[known].kind, candidate.kind)
        if isOurs { senses[known].usage = .ours }
      } else {
        senses.append(NameSense(place: traits, kind: candidate.kind, usage: usage))
      }
    }
    towns.weigh(&senses, isOneName: postings.count == 1)
    return foreign.isEmpty ? senses : Self.withoutForeign(senses, foreign.subtracting(native))
  }

  /// Leaves out a country or region that only other languages call so, where this one calls a place in it by that
  /// name: in English "Tunis" is the city, although Azerbaijani calls Tunisia so. The same where this language is known
  /// to call a town elsewhere so: Bulgarian has the name of Salvador in Brazil for a country.
  private static func withoutForeign(_ senses: [NameSense], _ foreign: Set<PlaceID>) -> [NameSense] {
    senses.filter { outer in
      guard foreign.contains(outer.place.id), outer.place.isAdministrative else { return true }
      return !senses.contains {
        let isTown = $0.place.featureClass == .settlement
        return isTown && $0.usage == .ours
          || $0.place.isInside(outer.place) && (isTown || !foreign.contains($0.place.id))
      }
    }
  }
}
