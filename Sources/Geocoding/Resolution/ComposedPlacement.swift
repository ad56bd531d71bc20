internal import Gazetteer
internal import Reading

/// Places streets and quarters in the settlement they are named with.
struct ComposedPlacement {
  let gazetteer: Gazetteer
  /// The document's.
  let text: SourceText
  /// Settlements that were decided, in text order.
  let settlements: [(tokens: Range<Int>, sentence: Int, place: PlaceID)]

  func mention(_ name: ComposedName) -> Mention {
    let referent: Mention.Referent
    var reasons: [String] = []
    if name.kind == .nature {
      referent = .unresolved(reason: "the gazetteer has no such river, lake, park or mountain")
    } else if name.kind == .county {
      referent = .unresolved(reason: "the gazetteer has no such county")
    } else if let settlement = settlement(of: name) {
      let words = text[name.range]
      let city = gazetteer.place(settlement).name
      reasons = [
        name.city == nil
          ? "a \(name.kind.rawValue), placed at the nearest settlement named, \(city)"
          : "a \(name.kind.rawValue) that the gazetteer does not have, placed at its city, \(city)"
      ]
      referent = .unregisteredSite(
        UnregisteredSite(
          kind: name.kind.rawValue, operatorCountry: nil, operatorName: nil, place: settlement,
          name: "\(words), \(city)"))
    } else {
      referent = .unresolved(
        reason: "a \(name.kind.rawValue), and no settlement it could be in is named near it")
    }
    return Mention(
      range: name.range, tokens: name.tokens, sentence: name.sentence, role: .place, referent: referent,
      probability: reasons.isEmpty ? 0 : 0.7, reasons: reasons)
  }

  /// The nearest in the sentence; else the last one before, for a quarter only if that is not far back. A street may
  /// also lie in a town that is named soon after.
  func settlement(of name: ComposedName) -> PlaceID? {
    if let city = name.city {
      let index = first { $0.tokens.upperBound > city }
      return index < settlements.count && settlements[index].tokens.contains(city)
        ? settlements[index].place : nil
    }
    let start = first { $0.sentence >= name.sentence }
    let distance = { (token: Int) in
      token >= name.tokens.upperBound ? token - name.tokens.upperBound : 2 + name.tokens.lowerBound - token
    }
    // In text order only the one right before and the one right behind can be nearest.
    let behind = first { $0.tokens.lowerBound >= name.tokens.upperBound }
    let beside = [behind - 1, behind].filter {
      settlements.indices.contains($0) && settlements[$0].sentence == name.sentence
    }.map { settlements[$0] }
    if let nearest = beside.min(by: { distance($0.tokens.lowerBound) < distance($1.tokens.lowerBound) }) {
      return nearest.place
    }
    let before = start > 0 ? settlements[start - 1] : nil
    if name.kind == .quarter {
      return before.flatMap { name.sentence - $0.sentence <= Self.reach ? $0.place : nil }
    }
    let after = settlements.first.flatMap { $0.sentence - name.sentence <= Self.reach ? $0 : nil }
    return (before ?? after)?.place
  }

  /// How many sentences from its town a report still speaks of its quarters, and already of its streets.
  private static let reach = 5

  /// The first settlement from which on a condition holds.
  private func first(where holds: ((tokens: Range<Int>, sentence: Int, place: PlaceID)) -> Bool) -> Int {
    var low = 0
    var high = settlements.count
    while low < high {
      let middle = (low + high) / 2
      if holds(settlements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
