import Gazetteer
import Geocoding
import Synchronization

/// How telling a named place is for where an incident was.
enum PlaceRank {
  static let mission = 0
  static let place = 3

  /// 0 a diplomatic mission, 1 another registered site, 2 a site of no register, 3 a place.
  static func of(_ locative: Locative, mentions: [Mention]) -> Int {
    switch mentions[locative.mention].referent {
    case .site(let site): isMission(site.kind) ? mission : 1
    case .unregisteredSite(let site): isMission(site.kind) ? mission : 2
    case .place, .unresolved: place
    }
  }

  /// Missions of states and the parts of their compounds.
  static func isMission(_ kind: String) -> Bool {
    if let known = missions.withLock({ $0[kind] }) { return known }
    let isMission = ["embassy", "consulate"].contains(SiteKind.family(kind)) || SiteFamilies.isPart(kind)
    missions.withLock { missions in
      if missions.count >= mostKinds { missions = [:] }
      missions[kind] = isMission
    }
    return isMission
  }

  /// The kinds asked for so far: registers have a few dozen.
  private static let missions = Mutex<[String: Bool]>([:])
  private static let mostKinds = 500
}
