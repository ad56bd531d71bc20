import Reading

/// From trigger words and weapons to what happened.
enum KindRule {
  /// Kinds from the one that says most to the one that says least.
  private static let order: [IncidentKind] = [
    .aircraftCrash, .abduction, .arson, .bombing, .missileStrike, .droneAttack, .shelling, .armedAttack,
    .mobViolence, .airStrike, .explosion, .other,
  ]

  /// Position in the order from the kind that says most to the one that says least.
  static func rank(_ kind: IncidentKind) -> Int { order.firstIndex(of: kind) ?? order.count }

  /// - Parameters:
  ///   - kinds: of the triggers; empty when all were general.
  ///   - weapons: classes of the lexicon's `weapon` section near the triggers.
  ///   - hasCrowd: demonstrators did it.
  ///   - isStrike: a "strike", which nobody says of an attack on foot, or an attack by a state.
  ///   - isKilling: somebody was killed, and nothing tells how.
  ///   - hasVictims: a general word ("attack") and people hurt by it.
  /// - Returns: the kind, and whether words or weapon told it (`false`: a general word alone).
  static func kind(
    triggers kinds: KindSet, weapons: [String], hasAttacker: Bool, hasCrowd: Bool = false,
    isStrike: Bool, isKilling: Bool = false, hasVictims: Bool = false
  ) -> (kind: IncidentKind, isSpecific: Bool) {
    if kinds.contains(.aircraftCrash) { return (.aircraftCrash, true) }
    // What a blow brings about is no deed of its own: "A drone set a tank alight.", "The explosion broke windows."
    var kinds = kinds
    if !kinds.isDisjoint(with: [.missileStrike, .droneAttack, .airStrike, .shelling]) {
      kinds = kinds.subtracting([.arson])
    }
    if kinds.contains(.explosion), !hasCrowd { kinds = kinds.subtracting([.mobViolence]) }
    // "They set the car on fire and shot at the gate."
    if kinds.contains(.arson), kinds.contains(.armedAttack), !hasCrowd { return (.armedAttack, true) }
    // "A drone set the plant on fire.", "hit by missiles, which caused a blaze"
    if kinds == [.arson], let kind = ofFlyingWeapon(weapons) { return (kind, true) }
    // Who comes with rifles throws grenades, too.
    if kinds == [.explosion], weapons.contains("gun"), !weapons.contains("bomb"),
      !weapons.contains("vehicle_bomb")
    {
      return (.armedAttack, true)
    }
    if let kind = refined(kinds, weapons) { return (kind, true) }
    // Gunmen who burst in are no crowd.
    if kinds == [.mobViolence], !hasCrowd,
      hasAttacker || weapons.contains(where: { $0 == "gun" || $0 == "knife" })
    {
      return (.armedAttack, true)
    }
    // A house is "beschossen" and "обстрелян" with rifles, too.
    if kinds == [.shelling], weapons.contains("gun"), !weapons.contains("artillery") {
      return (.armedAttack, true)
    }
    if let kind = order.first(where: kinds.contains) { return (kind, true) }
    if weapons.contains("air_bomb") { return (.airStrike, true) }
    if weapons.contains("vehicle_bomb") || weapons.contains("bomb") { return (.bombing, true) }
    if weapons.contains("missile") || weapons.contains("interceptor") { return (.missileStrike, true) }
    if weapons.contains("drone") { return (.droneAttack, true) }
    if weapons.contains("artillery") { return (.shelling, true) }
    if weapons.contains("gun") || weapons.contains("knife") { return (.armedAttack, true) }
    if weapons.contains("fire") { return (.arson, true) }
    if weapons.contains("grenade") { return (.explosion, true) }
    if hasAttacker { return (.armedAttack, true) }
    if hasCrowd { return (.mobViolence, true) }
    if isStrike { return (.airStrike, true) }
    if isKilling || hasVictims { return (.armedAttack, false) }
    return (.other, false)
  }

  private static func ofFlyingWeapon(_ weapons: [String]) -> IncidentKind? {
    if weapons.contains("missile") { return .missileStrike }
    return weapons.contains("drone") ? .droneAttack : weapons.contains("air_bomb") ? .airStrike : nil
  }

  /// A weapon says more than "air strike", "explosion" or "shooting" does.
  private static func refined(_ kinds: KindSet, _ weapons: [String]) -> IncidentKind? {
    if kinds.contains(.airStrike), kinds.isDisjoint(with: [.missileStrike, .droneAttack]) {
      if weapons.contains("missile") { return .missileStrike }
      if weapons.contains("drone") { return .droneAttack }
    }
    if kinds.contains(.explosion), kinds.isSubset(of: [.explosion]) {
      if weapons.contains("vehicle_bomb") || weapons.contains("bomb") { return .bombing }
      if weapons.contains("missile") { return .missileStrike }
      if weapons.contains("drone") { return .droneAttack }
    }
    return nil
  }
}
