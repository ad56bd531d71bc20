/// The kind words of sites, and which of them mean the same sort of thing.
public enum SiteKind {
  /// A kind word as the lexicons tag it: small letters, underscores for spaces and hyphens.
  ///
  ///     SiteKind.tag("Consulate General")  // "consulate_general"
  public static func tag(_ kind: String) -> String {
    // By bytes, since it is asked for each of thousands of sites; all separators are ASCII.
    var tag: [UInt8] = []
    var isParted = false
    for byte in kind.lowercased().utf8 {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        isParted = !tag.isEmpty
        continue
      }
      if isParted { tag.append(UInt8(ascii: "_")) }
      isParted = false
      tag.append(byte)
    }
    return String(decoding: tag, as: UTF8.self)
  }

  /// The family of a kind or tag: "embassy" for everything that represents a state to another one, "consulate"
  /// for every consular post, else its own tag.
  public static func family(_ kind: String) -> String {
    let tag = tag(kind)
    return families[tag] ?? tag
  }

  private static let families: [String: String] = [
    "high_commission": "embassy", "apostolic_nunciature": "embassy", "nunciature": "embassy",
    "de_facto_embassy": "embassy", "legation": "embassy", "diplomatic_mission": "embassy",
    "mission": "embassy", "interests_section": "embassy", "liaison_office": "embassy",
    "consulate_general": "consulate", "honorary_consulate": "consulate", "vice_consulate": "consulate",
    "consular_agency": "consulate", "honorary_consulate_general": "consulate",
  ]
}
