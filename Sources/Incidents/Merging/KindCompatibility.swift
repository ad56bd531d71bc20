/// Which kinds may be two tellings of one event.
enum KindCompatibility {
  private static let pairs: [IncidentKind: Set<IncidentKind>] = [
    .airStrike: [.missileStrike, .droneAttack, .shelling, .explosion, .bombing],
    .missileStrike: [.airStrike, .explosion, .shelling, .droneAttack],
    .droneAttack: [.airStrike, .explosion, .missileStrike],
    .shelling: [.airStrike, .missileStrike, .explosion, .armedAttack],
    .explosion: [.missileStrike, .droneAttack, .airStrike, .bombing, .shelling, .armedAttack, .arson],
    .bombing: [.explosion, .armedAttack, .airStrike, .arson],
    .armedAttack: [.bombing, .explosion, .arson, .mobViolence, .abduction, .shelling],
    .arson: [.armedAttack, .mobViolence, .explosion, .bombing],
    .mobViolence: [.armedAttack, .arson],
    .abduction: [.armedAttack],
    .aircraftCrash: [],
  ]

  static func areCompatible(_ a: IncidentKind, _ b: IncidentKind) -> Bool {
    if a == b { return true }
    if a == .aircraftCrash || b == .aircraftCrash { return false }
    if a == .other || b == .other { return true }
    return pairs[a]?.contains(b) ?? false
  }
}
