internal import Gazetteer

/// The sites a document has spoken of so far: what "the embassy" refers to.
struct SiteMemory {
  struct Entry {
    let kind: String
    let family: String
    let operatorCountry: String?
    /// The settlement or country it is in.
    let host: PlaceFacts?
    let referent: Mention.Referent
    /// Sentence in which it was last named or referred to.
    var sentence: Int
  }

  private(set) var entries: [Entry] = []

  /// Puts a site on top of what is salient.
  mutating func note(_ entry: Entry) {
    entries.removeAll {
      $0.operatorCountry == entry.operatorCountry && $0.family == entry.family
        && $0.host?.id == entry.host?.id && $0.kind == entry.kind
    }
    entries.append(entry)
    // More than these nobody keeps in mind; and the search stays short in any document.
    if entries.count > 32 { entries.removeFirst() }
  }

  /// The most salient site a word for a kind may refer to.
  func latest(family: String) -> Entry? {
    entries.last { Self.refers(family, to: $0.family) }
  }

  func latest(operatorCountry: String, family: String) -> Entry? {
    entries.last { $0.operatorCountry == operatorCountry && Self.refers(family, to: $0.family) }
  }

  func latest(family: String, where condition: (Entry) -> Bool) -> Entry? {
    entries.last { Self.refers(family, to: $0.family) && condition($0) }
  }

  /// The most salient site of any kind.
  func latest(since sentence: Int) -> Entry? { entries.last { $0.sentence >= sentence } }

  var latestMission: Entry? { entries.last { SiteKindTable.isMission(family: $0.family) } }

  /// "The mission" may be an embassy or a consulate, "the embassy" one that was called a mission.
  private static func refers(_ said: String, to known: String) -> Bool {
    if said == known { return true }
    guard SiteKindTable.isMission(family: said), SiteKindTable.isMission(family: known) else { return false }
    return said == "mission" || known == "mission"
  }
}
