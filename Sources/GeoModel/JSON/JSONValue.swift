/// A JSON value (RFC 8259) that keeps what it was read from: the order of members, and whether a number was
/// written as an integer.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Written as `null` when not finite, since JSON has no such number.
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  public var int: Int? {
    if case .int(let value) = self { value } else { nil }
  }

  /// Any number, also one written as an integer.
  public var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  public var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The kind of value, as a noun with its article, for messages: "a string".
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .int, .double: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// `null` for `nil`.
  public init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }

  /// `null` for `nil`.
  public init(_ value: Int?) { self = value.map(JSONValue.int) ?? .null }

  /// `null` for `nil`; a real number in every other case, also 1.0.
  public init(_ value: Double?) { self = value.map(JSONValue.double) ?? .null }

  /// A number rounded half away from zero to `places` decimals, 0 ... 15: `12.35`, `7.0`.
  public static func decimal(_ value: Double, places: Int) -> JSONValue {
    precondition((0...15).contains(places), "decimals run from 0 to 15")
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = value * scale
    // From 2^53 up every double is an integer: there is nothing to round.
    return .double(abs(scaled) < 0x1p53 ? scaled.rounded() / scale : value)
  }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
  public init(nilLiteral: ()) { self = .null }
}
