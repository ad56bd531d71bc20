import Gazetteer
import Geocoding

/// How telling a named place is for where an incident was.
enum PlaceRank {
  static let mission = 0
  static let place = 3

  /// 0 a diplomatic mission, 1 another registered site, 2 a site of no register, 3 a place.
  static func of(_ mention: Mention) -> Int {
    switch mention.referent {
    case .site(let site): isMission(site.kind) ? mission : 1
    case .unregisteredSite(let site): isMission(site.kind) ? mission : 2
    case .place, .unresolved: place
    }
  }

  /// As its mention, but of an airport that is named by its town as a site of no register.
  static func of(_ locative: Locative, _ ranks: [Int]) -> Int {
    min(ranks[locative.mention], locative.footprint.relation == .at ? 2 : place)
  }

  /// Missions of states and the parts of their compounds.
  static func isMission(_ kind: String) -> Bool {
    ["embassy", "consulate"].contains(SiteKind.family(kind)) || SiteFamilies.isPart(kind)
  }
}
