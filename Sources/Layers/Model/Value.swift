internal import GeoModel
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
  /// Written out, UTF-8 on one line.
  case json([UInt8])

  /// `null` for `nil` and for an empty text.
  static func string(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }

  static func integer(_ number: Int?) -> Value { number.map { .integer($0) } ?? .null }

  static func meters(_ length: Meters?) -> Value { Rounding.meters(length).map { .real($0) } ?? .null }

  static func degrees(_ angle: Double, places: Double) -> Value {
    .real(Rounding.degrees(angle, places: places))
  }

  static func share(_ number: Double) -> Value { .real(Rounding.share(number)) }

  static func texts(_ list: [String]) -> Value {
    .json { $0.append(list: list) { $0.append($1) } }
  }

  static func json(_ write: (inout JSONWriter) -> Void) -> Value {
    var writer = JSONWriter()
    write(&writer)
    return .json(writer.finish())
  }

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
