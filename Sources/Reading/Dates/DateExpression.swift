/// A span of days, both ends included.
public struct DaySpan: Hashable, Sendable {
  public let from: CalendarDate
  public let to: CalendarDate
  /// UCDP GED `date_prec`: 1 the day, 2 within 2–6 days, 3 the week, 4 the month, 5 longer.
  public let precision: Int

  /// `to` must not lie before `from`; precision follows from the length unless given.
  public init(from: CalendarDate, to: CalendarDate, precision: Int? = nil) {
    precondition(from <= to, "a span of days must not end before it starts")
    self.from = from
    self.to = to
    self.precision = precision ?? Self.precision(days: to.dayNumber - from.dayNumber + 1)
  }

  public init(day: CalendarDate) { self.init(from: day, to: day, precision: 1) }

  /// When what is told as news without a day happened: on the day of publication or the one before.
  public static func news(_ published: CalendarDate) -> DaySpan {
    DaySpan(from: published.adding(days: -1), to: published, precision: 2)
  }

  private static func precision(days: Int) -> Int {
    switch days {
    case 1: 1
    case 2...6: 2
    case 7: 3
    case 8...31: 4
    default: 5
    }
  }

  public func overlaps(_ other: DaySpan) -> Bool { from <= other.to && other.from <= to }
}

/// What a date in the text amounts to.
public enum DateValue: Hashable, Sendable {
  /// One span, or several days or months named in one phrase ("August 8 and 18, 2025").
  case spans([DaySpan])
  /// Known only in part, since nothing anchors it: `month` and `day` as far as said.
  case open(month: Int?, day: Int?, reason: String)
}

/// A date or time phrase in a sentence.
public struct DateExpression: Hashable, Sendable {
  /// How the phrase places the event.
  public enum Form: String, Sendable {
    /// A calendar date or month with its year.
    case absolute
    /// Counted from the publication date ("yesterday", "last November", "on Friday").
    case relative
    /// "overnight", "last night": the night that ends on the day of publication.
    case night
  }

  public let tokens: Range<Int>
  public let range: Range<Int>
  public let value: DateValue
  public let form: Form
  /// One sentence: which words, anchored on what.
  public let reason: String

  public init(tokens: Range<Int>, range: Range<Int>, value: DateValue, form: Form, reason: String) {
    self.tokens = tokens
    self.range = range
    self.value = value
    self.form = form
    self.reason = reason
  }
}
