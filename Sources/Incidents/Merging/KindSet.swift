/// Kinds of incidents that accounts of one event tell.
struct KindSet: Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init() {}

  init(_ kinds: some Sequence<IncidentKind>) {
    for kind in kinds { insert(kind) }
  }

  init(arrayLiteral kinds: IncidentKind...) { self.init(kinds) }

  mutating func insert(_ kind: IncidentKind) { bits |= Self.bit(kind) }

  func contains(_ kind: IncidentKind) -> Bool { bits & Self.bit(kind) != 0 }

  func subtracting(_ other: KindSet) -> KindSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }

  func isDisjoint(with other: KindSet) -> Bool { bits & other.bits == 0 }

  func isSubset(of other: KindSet) -> Bool { bits & ~other.bits == 0 }

  /// Whether a kind may be another telling of each of them.
  func areCompatible(with kind: IncidentKind) -> Bool { bits & ~Self.compatible[Self.place(kind)] == 0 }

  private static func place(_ kind: IncidentKind) -> Int {
    switch kind {
    case .missileStrike: 0
    case .droneAttack: 1
    case .airStrike: 2
    case .shelling: 3
    case .bombing: 4
    case .explosion: 5
    case .armedAttack: 6
    case .arson: 7
    case .mobViolence: 8
    case .abduction: 9
    case .aircraftCrash: 10
    case .other: 11
    }
  }

  private static func bit(_ kind: IncidentKind) -> UInt32 { 1 << UInt32(place(kind)) }

  /// By the place of a kind, the kinds it is compatible with.
  private static let compatible: [UInt32] = {
    var table = [UInt32](repeating: 0, count: IncidentKind.allCases.count)
    for kind in IncidentKind.allCases {
      for other in IncidentKind.allCases where KindCompatibility.areCompatible(kind, other) {
        table[place(kind)] |= bit(other)
      }
    }
    return table
  }()
}
