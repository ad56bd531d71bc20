public import GeoModel
public import Reading

/// A value of a layer's row; what is not known is `null`, never an empty text.
public enum Value: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int)
  case real(Double)
  case boolean(Bool)
  case date(CalendarDate)
  /// 00:00:00Z of the day.
  case startOfDay(CalendarDate)
  /// 23:59:59Z of the day.
  case endOfDay(CalendarDate)
  case json(JSONValue)

  /// `null` for `nil` and for an empty text.
  static func string(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }

  static func integer(_ number: Int?) -> Value { number.map { .integer($0) } ?? .null }

  /// Rounded to a tenth of a metre, which is finer than anything known.
  static func meters(_ length: Meters?) -> Value {
    guard let length, length.value.isFinite else { return .null }
    return .real((length.value * 10).rounded() / 10)
  }

  static func degrees(_ angle: Double, places: Double) -> Value {
    .real((angle * places).rounded() / places)
  }

  /// A chance or a confidence, to four decimals.
  static func share(_ number: Double) -> Value { .real((number * 10_000).rounded() / 10_000) }

  static func texts(_ list: [String]) -> Value { .json(.array(list.map(JSONValue.string))) }

  /// `nil` for `null`, which fits every column.
  var kind: Column.Kind? {
    switch self {
    case .null: nil
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .boolean: .boolean
    case .date: .date
    case .startOfDay, .endOfDay: .dateTime
    case .json: .json
    }
  }
}
