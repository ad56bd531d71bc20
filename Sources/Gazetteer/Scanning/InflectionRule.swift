/// How an ending of a written word leads back to the form that the gazetteer has.
public struct InflectionRule: Hashable, Sendable {
  /// The ending, folded: "е" of "Киеве", "daki" of "Bakıdakı".
  public let ending: [UInt8]
  /// What may stand in its place, folded; an empty one takes the ending off.
  public let bases: [[UInt8]]
  /// Letters that the form led back to must have at least; of the word as written two, or this if it is less.
  public let minimumStem: Int

  public init(ending: [UInt8], bases: [[UInt8]], minimumStem: Int) {
    self.ending = ending
    self.bases = bases
    self.minimumStem = minimumStem
  }

  /// The rule for an ending and its bases as people write them; they are folded here.
  public init(ending: String, bases: [String], minimumStem: Int, folding: NameFolding) {
    self.init(
      ending: folding.foldedBytes(ending), bases: bases.map(folding.foldedBytes), minimumStem: minimumStem)
  }
}

/// Rules laid out for the scanner, longer endings first.
public struct InflectionRules: Sendable {
  public let rules: [InflectionRule]
  let table: EndingTable

  /// - Parameter rules: those with an empty ending or without a base are left out.
  public init(_ rules: [InflectionRule] = []) {
    let usable = rules.filter { !$0.ending.isEmpty && !$0.bases.isEmpty }
    self.rules = usable
    var buckets = [[Int]](repeating: [], count: 256)
    for (index, rule) in usable.enumerated() {
      buckets[Int(rule.ending[rule.ending.count - 1])].append(index)
    }
    table = EndingTable(
      usable,
      byLastByte: buckets.map { bucket in
        bucket.sorted { (-usable[$0].ending.count, $0) < (-usable[$1].ending.count, $1) }
      })
  }
}
