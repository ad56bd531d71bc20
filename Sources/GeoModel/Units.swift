/// A length on the ground in metres.
///
/// `Double` inside; comparison and arithmetic are those of `Double`, so a NaN never compares.
public struct Meters: Hashable, Comparable, Sendable, Codable {
  public var value: Double

  public init(_ value: Double) { self.value = value }

  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  public static func kilometers(_ value: Double) -> Meters { Meters(value * 1000) }

  public static let zero = Meters(0)

  public static func < (a: Meters, b: Meters) -> Bool { a.value < b.value }
  public static func + (a: Meters, b: Meters) -> Meters { Meters(a.value + b.value) }
  public static func - (a: Meters, b: Meters) -> Meters { Meters(a.value - b.value) }
  public static func * (a: Meters, b: Double) -> Meters { Meters(a.value * b) }
}

/// An angle in degrees; azimuths run clockwise from north.
public struct Degrees: Hashable, Comparable, Sendable {
  public var value: Double

  public init(_ value: Double) { self.value = value }

  /// The same direction in 0 ..< 360.
  public var normalizedBearing: Degrees {
    let turned = value.truncatingRemainder(dividingBy: 360)
    return Degrees(turned < 0 ? turned + 360 : turned)
  }

  public static func < (a: Degrees, b: Degrees) -> Bool { a.value < b.value }
}
