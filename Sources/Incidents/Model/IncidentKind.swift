/// What happened.
public enum IncidentKind: String, Sendable, Codable, CaseIterable {
  case missileStrike = "missile_strike"
  case droneAttack = "drone_attack"
  case airStrike = "air_strike"
  case shelling
  case bombing
  case explosion
  case armedAttack = "armed_attack"
  case arson
  case mobViolence = "mob_violence"
  case abduction
  case aircraftCrash = "aircraft_crash"
  case other

  /// ACLED's `sub_event_type` (ACLED Codebook, 2023).
  public var acledSubEventType: String {
    switch self {
    case .missileStrike, .shelling: "Shelling/artillery/missile attack"
    case .droneAttack, .airStrike: "Air/drone strike"
    case .bombing, .explosion: "Remote explosive/landmine/IED"
    case .armedAttack: "Attack"
    case .arson: "Looting/property destruction"
    case .mobViolence: "Mob violence"
    case .abduction: "Abduction/forced disappearance"
    case .aircraftCrash, .other: "Other"
    }
  }

  /// For people: "missile strike".
  public var label: String {
    switch self {
    case .missileStrike: "missile strike"
    case .droneAttack: "drone attack"
    case .airStrike: "air strike"
    case .armedAttack: "armed attack"
    case .mobViolence: "mob violence"
    case .aircraftCrash: "aircraft crash"
    case .shelling, .bombing, .explosion, .arson, .abduction, .other: rawValue
    }
  }
}
