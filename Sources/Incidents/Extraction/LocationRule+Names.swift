import Geocoding
import Reading

/// Names that are taken for places and are hardly any.
extension LocationRule {
  private static func isPlain(_ section: LexiconSection) -> Bool {
    switch section {
    case .claimant, .actor, .event, .effect, .weapon, .facility: true
    default: false
    }
  }

  /// "Police", "Minister": a word of the language that some village is named after too.
  func isPlainWord(_ locative: Locative) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }),
      mention.role == .place
    else { return false }
    if isNumeral(mention) || isAbbreviation(mention, locative) || isSecondHalf(mention) || isNamesake(mention)
    {
      return true
    }
    // "stürzte in Tirol ab": what stands between two parts of a verb is no part of it.
    return view.matches.contains {
      $0.tokens.lowerBound <= mention.tokens.lowerBound
        && mention.tokens.upperBound <= $0.tokens.upperBound
        && Self.isPlain($0.section)
        && ($0.tokens.count <= 3 || $0.tokens.lowerBound == mention.tokens.lowerBound
          || $0.tokens.upperBound == mention.tokens.upperBound)
    }
  }

  /// "Quarante et un étrangers": a number, and no village.
  private func isNumeral(_ mention: NamedWords) -> Bool {
    view.quantities.contains { $0.tokens.overlaps(mention.tokens) }
  }

  /// "PKK", "BP": what is no longer than a code stands for a town only in lists of flights, and a state's is all
  /// capitals: not "In".
  private func isAbbreviation(_ mention: NamedWords, _ locative: Locative) -> Bool {
    guard mention.tokens.count == 1 else { return false }
    let token = view.text.tokens[mention.tokens.lowerBound]
    let length = token.foldedRange.count
    return length <= 3 && token.casing == .upper && locative.footprint.wherePrecision <= 3
      || length == 2 && token.casing == .capitalized && locative.footprint.wherePrecision >= 4
  }

  /// "Croix-Rouge": the other half of a word that no place is called by.
  private func isSecondHalf(_ mention: NamedWords) -> Bool {
    let first = mention.tokens.lowerBound
    guard first - 2 >= view.sentence.tokens.lowerBound, view.isMark(first - 1, UInt8(ascii: "-")),
      view.text.tokens[first - 2].kind == .word
    else { return false }
    let (half, hyphen) = (view.text.tokens[first - 2].range, view.text.tokens[first - 1].range)
    return half.upperBound == hyphen.lowerBound
      && hyphen.upperBound == view.text.tokens[first].range.lowerBound
      && !view.mentions.contains { $0.tokens.contains(first - 2) }
  }

  /// "le lycée Descartes": called after somebody who is called like a town.
  private func isNamesake(_ mention: NamedWords) -> Bool {
    let first = mention.tokens.lowerBound
    if view.matches(.context, "namesake").contains(where: { $0.tokens.upperBound == first }) { return true }
    if isQuotedName(mention.tokens) { return true }
    // "the hotel Byblos", "the restaurant Aziz Istanbul"
    return view.matches(.context, "house").contains { house in
      house.tokens.upperBound == first
        || house.tokens.upperBound == first - 1 && view.text.tokens[first - 1].kind == .word
          && view.text.tokens[first - 1].casing == .capitalized
          && !view.matches(.relation).contains { $0.tokens.contains(first - 1) }
    }
  }

  private static let quotes = MarkSet("«", "»", "„", "“", "”", "\"")
  private static let calledAfterTowns: Set<String> = ["airport", "railway_station", "base"]

  /// "отель «Самара»": a house may be called after any town; airports, ports and stations are called after theirs.
  private func isQuotedName(_ name: Range<Int>) -> Bool {
    let start = view.sentence.tokens.lowerBound
    let close = name.upperBound
    // "« Le Lyon »"
    let open = (max(start, name.lowerBound - 2)..<name.lowerBound).last {
      Self.quotes.contains(view.mark($0))
    }
    guard let open, close < view.sentence.tokens.upperBound,
      Self.quotes.contains(view.mark(close))
    else { return false }
    let ports = view.matches(.facility, "port").map(\.tokens)
    return VenueReader(view: view).all().contains {
      ($0.tokens.upperBound == open || $0.tokens.lowerBound == close + 1)
        && !Self.calledAfterTowns.contains($0.venue.kind) && !ports.contains($0.tokens)
    }
  }

  /// A name that is hardly one, of a place that hardly anybody knows, or a town of a country that nobody speaks of.
  func isDoubtful(_ locative: Locative) -> Bool {
    if view.strays.contains(locative.mention) { return true }
    guard let named = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }) else {
      return false
    }
    let mention = view.mention(named)
    // Headlines leave prepositions out, so that less speaks for a name in them.
    let isBare = view.sentence.role == .headline
    if isBare, mention.nameProbability >= 0.2 || isDateline(locative) { return false }
    return mention.isDoubtful(radius: locative.footprint.radius)
      && !(view.usesPrepositions && hasRelation(locative))
  }
}
