internal import Gazetteer
internal import GeoModel
internal import Reading

/// A place that is named by its kind and lies inside or near another: a street, a quarter, a river.
struct ComposedName {
  enum Kind: String {
    case street, quarter
    /// A river, lake, park or valley that the gazetteer does not have.
    case nature = "natural_feature"
    /// A county called after a town, which the gazetteer may have.
    case county
  }

  var range: Range<Int>
  var tokens: Range<Int>
  var sentence: Int
  var kind: Kind
  /// A token of the city it is said to be in.
  var city: Int?
  /// The gazetteer has the name, too: whether its place is meant is seen when that is decided.
  var isNamesake = false
}

/// What the words say of a quarter and its city.
private enum QuarterReading {
  case composed(ComposedName)
  /// The gazetteer has the quarter in the city.
  case known
  case noCity
}

/// Composes such names from the words around a capitalised run: "Red Bank Road", "улица Садовая",
/// "Paris Caddesi", "the Hellerup district", "Neches River".
///
/// A name that the gazetteer has as a whole is left to it.
struct ComposedNameReader {
  let text: TaggedText
  /// The gazetteer's names.
  let spans: [NameSpan]
  let owner: [Int32]

  init(_ text: TaggedText, _ spans: [NameSpan]) {
    self.text = text
    self.spans = spans
    guard !text.kindWords.isEmpty else {
      owner = []
      return
    }
    var owner = [Int32](filledWith: -1, count: text.tokens.count)
    for (index, span) in spans.enumerated() { for token in span.tokens { owner[token] = Int32(index) } }
    self.owner = owner
  }

  func names() -> [ComposedName] {
    var found: [ComposedName] = []
    var index = 0
    for token in text.kindWords where token >= (found.last?.tokens.upperBound ?? 0) {
      while index < text.sentences.count, text.sentences[index].tokens.upperBound <= token { index += 1 }
      guard index < text.sentences.count, text.sentences[index].tokens.contains(token) else { continue }
      guard let name = name(at: token, index, text.sentences[index].tokens) else { continue }
      // "район Южной магистрали" is a street and no quarter: the later, longer reading wins.
      while let last = found.last, last.tokens.overlaps(name.tokens) { found.removeLast() }
      found.append(name)
    }
    return found
  }

  private func name(at head: Int, _ sentence: Int, _ tokens: Range<Int>) -> ComposedName? {
    let tags = text.tags[head]
    if tags.contains(.numberedRoad), text.isCapitalized(head), head + 1 < tokens.upperBound,
      text.tokens[head + 1].kind == .number
    {
      return compose(runStart(before: head, tokens)..<(head + 2), .street, sentence)
    }
    if tags.contains(.street) {
      if text.isCapitalized(head) || hasSuffixStyle, let name = suffixed(head, .street, sentence, tokens) {
        return name
      }
      return prefixed(head, .street, sentence, tokens)
    }
    if tags.contains(.streetName), head > tokens.lowerBound {
      let start = hasPrefixStyle ? head : runStart(before: head, tokens)
      return compose(start..<(head + 1), .street, sentence)
    }
    if tags.contains(.quarter), let name = quarter(head, sentence, tokens) { return name }
    if let name = county(head, sentence, tokens) ?? namedNature(head, sentence, tokens) { return name }
    if tags.contains(.naturalAfter), text.isCapitalized(head) || hasSuffixStyle {
      return suffixed(head, .nature, sentence, tokens)
    }
    return nil
  }

  /// Languages that put the kind behind the name in small letters.
  private var hasSuffixStyle: Bool { text.endsInCase }
  /// Languages that put the kind before the name.
  private var hasPrefixStyle: Bool { text.words.kindsStandBefore }

  /// "Paris Street": the capitalised run up to and with the head.
  private func suffixed(
    _ head: Int, _ kind: ComposedName.Kind, _ sentence: Int, _ tokens: Range<Int>
  ) -> ComposedName? {
    guard !hasPrefixStyle else { return nil }
    let start = runStart(before: head, tokens)
    guard start < head else { return nil }
    if kind == .street, text.tokens[head].range.count <= 3, head + 1 < tokens.upperBound {
      // "Orchard St." is a street, "St. Louis" behind a capital is not.
      let isPoint = text.mark(head + 1) == UInt8(ascii: ".")
      let next = isPoint ? head + 2 : head + 1
      if next < tokens.upperBound, text.isCapitalized(next) { return nil }
      return compose(start..<(isPoint ? head + 2 : head + 1), kind, sentence)
    }
    if kind == .nature, isKnown(start, head, tokens) || isShortHeadOfMore(head, tokens) { return nil }
    return compose(start..<(head + 1), kind, sentence)
  }

  /// "улица Садовая", "rue de Rivoli".
  private func prefixed(
    _ head: Int, _ kind: ComposedName.Kind, _ sentence: Int, _ tokens: Range<Int>
  ) -> ComposedName? {
    guard hasPrefixStyle else { return nil }
    var first = head + 1
    if first < tokens.upperBound, text.mark(first) == UInt8(ascii: ".") { first += 1 }
    while first < tokens.upperBound, text.tags[first].contains(.of), first - head < 3 { first += 1 }
    if first < tokens.upperBound, text.isCapitalized(first) {
      var end = first + 1
      while end < tokens.upperBound, text.isCapitalized(end), text.adjoins(end - 1, end), end - first < 3 {
        end += 1
      }
      return compose((text.words.kindsAreInNames ? head : first)..<end, kind, sentence)
    }
    // "Южной магистрали": the name as an adjective before the kind.
    let start = head - 1
    guard start >= tokens.lowerBound, text.isCapitalized(start), start > tokens.lowerBound else { return nil }
    return compose(start..<(head + 1), kind, sentence)
  }

  /// "the Hellerup district", "район Чанкая", "Kavaklıdere semtinde".
  private func quarter(_ head: Int, _ sentence: Int, _ tokens: Range<Int>) -> ComposedName? {
    guard text.tokens[head].casing == .lower else { return nil }
    if hasPrefixStyle {
      let next = head + 1
      if next < tokens.upperBound, text.isCapitalized(next), !isTerritory(next) {
        // "начальник полиции района Мавлави Сабир": a person, but "районе Чанкая Анкары" tells the city.
        let person = next + 1
        if person < tokens.upperBound, text.isCapitalized(person), text.adjoins(next, person),
          citySize(person) < Self.leastCity
        {
          return nil
        }
        return compose(next..<(next + 1), .quarter, sentence)
      }
      let before = head - 1
      guard before > tokens.lowerBound, text.isCapitalized(before), !isTerritory(before),
        text.tokens[before].range.count > 8
      else { return nil }
      return compose(before..<(head + 1), .quarter, sentence)
    }
    let start = runStart(before: head, tokens)
    // A "Second-quarter" profit has no town.
    guard start < head, text.mark(head - 1) != UInt8(ascii: "-") else { return nil }
    switch quarterOfCity(start, head, sentence, tokens) {
    case .composed(let name): return name
    case .known: return nil
    case .noCity: break
    }
    guard start > tokens.lowerBound, !isTerritory(start) else { return nil }
    if let name = compose(start..<head, .quarter, sentence) { return name }
    var namesake = compose(start..<head, .quarter, sentence, allowsKnown: true)
    namesake?.isNamesake = true
    return namesake
  }

  /// "the Clifton district of Karachi", "the Karachi suburb of Clifton", "Karachi's Clifton district": of two
  /// names the bigger city is the city.
  private func quarterOfCity(
    _ start: Int, _ head: Int, _ sentence: Int, _ tokens: Range<Int>
  ) -> QuarterReading {
    let first = start..<head
    let pair: (quarter: Range<Int>, city: Int)
    var second: Range<Int>?
    if head + 2 < tokens.upperBound, text.tags[head + 1].contains(.of), text.isCapitalized(head + 2) {
      var end = head + 3
      while end < tokens.upperBound, text.isCapitalized(end), text.adjoins(end - 1, end), end < head + 6 {
        end += 1
      }
      second = (head + 2)..<end
    }
    if let second {
      let (a, b) = (citySize(start), citySize(second.lowerBound))
      guard max(a, b) > Self.leastCity else { return .noCity }
      pair = a > b ? (second, start) : (first, second.lowerBound)
    } else if start > tokens.lowerBound, citySize(start - 1) > Self.leastCity,
      text.isPossessive(start - 1)
    {
      pair = (first, start - 1)
    } else {
      return .noCity
    }
    guard !isDemonym(pair.quarter.lowerBound) else { return .noCity }
    if hasSense(pair.quarter.lowerBound, inCityAt: pair.city) { return .known }
    guard var name = compose(pair.quarter, .quarter, sentence, allowsKnown: true) else { return .noCity }
    name.city = pair.city
    return .composed(name)
  }

  /// log10 of the inhabitants below which nothing has quarters.
  private static let leastCity = 4.7

  private func citySize(_ token: Int) -> Double {
    guard owner[token] >= 0 else { return 0 }
    return spans[Int(owner[token])].senses.lazy.filter {
      $0.place.featureClass == .settlement && !$0.kind.isDemonym
    }
    .map(\.place.logPopulation).max() ?? 0
  }

  private func isDemonym(_ token: Int) -> Bool {
    owner[token] >= 0 && spans[Int(owner[token])].senses.contains(where: \.kind.isDemonym)
  }

  private func hasSense(_ token: Int, inCityAt city: Int) -> Bool {
    guard owner[token] >= 0, owner[city] >= 0 else { return false }
    return spans[Int(owner[token])].senses.contains { spans[Int(owner[city])].embraces($0.place) }
  }

  /// `true` when the gazetteer knows the name as a region or a district, or as an adjective ("Kurdish district").
  private func isTerritory(_ token: Int) -> Bool {
    guard owner[token] >= 0 else { return false }
    return spans[Int(owner[token])].senses.contains { $0.place.isAdministrative || $0.kind.isDemonym }
  }

  /// Where the capitalised run that ends before `head` begins.
  private func runStart(before head: Int, _ tokens: Range<Int>) -> Int {
    var start = head
    while start > tokens.lowerBound, head - start < 5 {
      let previous = start - 1
      if text.mark(previous) == UInt8(ascii: "."), previous > tokens.lowerBound, isInitial(previous - 1) {
        start = previous - 1
        continue
      }
      if text.mark(previous) == UInt8(ascii: "-"), previous > tokens.lowerBound,
        text.isCapitalized(previous - 1),
        text.adjoinsTightly(previous - 1, previous)
      {
        start = previous - 1
        continue
      }
      guard text.isCapitalized(previous), text.adjoins(previous, start) else { break }
      let tags = text.tags[previous]
      let leads = !tags.isDisjoint(with: [.locative, .article, .conjunction, .of, .title, .calendar])
      // "Endonezya'nın Java adası": a name with an ending is another one.
      if leads || text.isPossessive(previous) || isOtherName(previous, before: head) { break }
      start = previous
    }
    return start
  }

  private func isInitial(_ index: Int) -> Bool {
    text.isCapitalized(index) && text.tokens[index].range.count == 1
  }

  /// - Parameter allowsKnown: also where the gazetteer has the name, but elsewhere.
  func compose(
    _ tokens: Range<Int>, _ kind: ComposedName.Kind, _ sentence: Int, allowsKnown: Bool = false
  ) -> ComposedName? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    var range = text.tokens[first].range.lowerBound..<text.tokens[last].range.upperBound
    if text.isPossessive(last) {
      let isWide = text.utf8[range.upperBound - 2] != 0x27
      range = range.lowerBound..<(range.upperBound - (isWide ? 4 : 2))
    } else if text.isTurkish, let stem = text.stemEnd(last) {
      range = range.lowerBound..<stem
    }
    let isKnown =
      owner[first] >= 0 && spans[Int(owner[first])].range.lowerBound <= range.lowerBound
      && range.upperBound <= spans[Int(owner[first])].range.upperBound
    if isKnown, !allowsKnown { return nil }
    return ComposedName(range: range, tokens: tokens, sentence: sentence, kind: kind)
  }
}

extension Range<Int> {
  func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
