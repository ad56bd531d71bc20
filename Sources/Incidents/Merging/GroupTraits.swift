import Geocoding

/// What matching looks at of one account; texts by numbers.
struct ToldTraits {
  let kind: IncidentKind
  let spot: Spot?
  let document: Int32
  /// Of a site that no register has.
  let unregisteredName: Int32?
  /// Whose mission it was at, where a mission is named.
  let owner: Int32?
  /// The place and country named.
  let town: Int32?
  let isBySite: Bool
  /// Told apart from what else its document tells.
  let isParted: Bool
  /// The kind of site by which it was, when one was told.
  let venue: Int32?
}

/// Which documents tell of a group, and the names they use; in flat tables, since groups are many and small.
struct GroupTraits {
  private enum Kind: UInt64 {
    /// Names of sites and of those who run them share their numbers and no text.
    case document, name, town, townOfSite
  }

  private var numbers: [String: Int32] = [:]
  private var known: Set<UInt64> = []
  /// By the name of a site; thousands of accounts share few.
  private var owners: [String: Int32?] = [:]
  /// By the documents that tell of events apart from each other, numbers for these accounts of theirs.
  private var apart: [Int32: Int32] = [:]

  mutating func read(_ account: Account, _ sites: SiteFamilies) -> ToldTraits {
    let document = number(of: account.document)
    // "Two attacks in August" are those that the same document tells apart.
    let parted = account.count > 1 ? nil : account.parted
    if parted != nil, apart[document] == nil { apart[document] = number(of: "apart in \(account.document)") }
    return ToldTraits(
      kind: account.kind,
      spot: account.footprint.map { footprint in
        Spot(footprint, site: footprint.anchorSite.map { number(of: sites.main(of: $0)) })
      },
      document: document,
      unregisteredName: account.siteID == nil ? account.siteName.map { number(of: $0) } : nil,
      owner: account.siteName.flatMap { owner(of: $0) },
      town: account.placeName.map { number(of: "\($0)\u{0}\(account.countryCode ?? "")") },
      isBySite: account.siteID != nil, isParted: parted != nil,
      venue: parted.flatMap { $0.isEmpty ? nil : number(of: "at a kind of site: \($0)") })
  }

  mutating func note(_ told: ToldTraits, of group: Int) {
    // Only what has no place is asked for by its document.
    known.insert(key(.document, told.document, group))
    if told.isParted, let apart = apart[told.document] { known.insert(key(.document, apart, group)) }
    if let venue = told.venue { known.insert(key(.name, venue, group)) }
    if let name = told.unregisteredName { known.insert(key(.name, name, group)) }
    if let owner = told.owner {
      known.insert(key(.name, owner, group))
      known.insert(key(.name, Self.anyOwner, group))
    }
    if let town = told.town { known.insert(key(told.isBySite ? .townOfSite : .town, town, group)) }
  }

  func isTold(of group: Int, in document: Int32) -> Bool { known.contains(key(.document, document, group)) }

  func has(_ group: Int, unregisteredName name: Int32) -> Bool {
    known.contains(key(.name, name, group))
  }

  /// One report told one of the two apart from what else it tells, so that they are never one, whoever else tells of
  /// either.
  func isParted(_ told: ToldTraits, from group: Int) -> Bool {
    if told.isParted { return isTold(of: group, in: told.document) }
    return apart[told.document].map { known.contains(key(.document, $0, group)) } ?? false
  }

  /// Both were told apart from something else by being at the same kind of site.
  func isOfSameVenue(_ told: ToldTraits, as group: Int) -> Bool {
    told.venue.map { known.contains(key(.name, $0, group)) } ?? false
  }

  /// One report that tells of two states' missions tells of two incidents, though both may be anywhere in the town.
  func isOfOtherMission(_ told: ToldTraits, than group: Int) -> Bool {
    guard let owner = told.owner, isTold(of: group, in: told.document) else { return false }
    return known.contains(key(.name, Self.anyOwner, group)) && !known.contains(key(.name, owner, group))
  }

  private static let anyOwner: Int32 = -1

  /// "Norway" of "Embassy of Norway in Lima" and of "Residence of the ambassador of Norway in Lima".
  static func owner(_ name: String) -> Substring? {
    guard let end = lastRange(of: " in ", in: name[...]),
      let start = lastRange(of: " of ", in: name[..<end.lowerBound])
    else { return nil }
    return name[start.upperBound..<end.lowerBound]
  }

  /// The last of the ranges, counted from the beginning and without overlaps, of some ASCII.
  private static func lastRange(of part: StaticString, in text: Substring) -> Range<String.Index>? {
    let bytes = text.utf8
    let length = part.utf8CodeUnitCount
    return part.withUTF8Buffer { part in
      var last: Range<String.Index>?
      var start = bytes.startIndex
      while let end = bytes.index(start, offsetBy: length, limitedBy: bytes.endIndex) {
        if bytes[start] == part[0], bytes[start..<end].elementsEqual(part) {
          last = start..<end
          start = end
        } else {
          start = bytes.index(after: start)
        }
      }
      return last
    }
  }

  /// "near Aktau" and a registered site that is said to be in Aktau may be the same, however far
  /// out of the town the site lies.
  func isOfSameTown(_ told: ToldTraits, as group: Int) -> Bool {
    told.town.map { known.contains(key(told.isBySite ? .town : .townOfSite, $0, group)) } ?? false
  }

  private func key(_ kind: Kind, _ number: Int32, _ group: Int) -> UInt64 {
    // Two bits, thirty and thirty-two: more accounts than fit in memory.
    kind.rawValue << 62 | UInt64(UInt32(bitPattern: number)) << 32 | UInt64(UInt32(truncatingIfNeeded: group))
  }

  private mutating func owner(of site: String) -> Int32? {
    if let known = owners[site] { return known }
    let owner = Self.owner(site).map { number(of: "of \($0)") }
    owners[site] = .some(owner)
    return owner
  }

  private mutating func number(of text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(numbers.count)
    numbers[text] = number
    return number
  }
}
