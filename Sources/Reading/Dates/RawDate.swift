/// A date phrase as read, before anything anchors it.
struct RawDate {
  enum Year: Equatable {
    case explicit(Int)
    /// Years back from the year of publication: 0 "this year", 1 "last year".
    case back(Int)
    /// "last November": the latest before now.
    case latest
    /// "of the same year": that of the date told before.
    case told
    case unsaid
  }

  enum What: Equatable {
    case day(CalendarDate)
    /// Days of a month; none for the month itself.
    case month(Int, days: [Int], isRange: Bool, year: Year)
    case weekday(Int, isLast: Bool)
    case season(Int, year: Year)
    /// A tag of the lexicon's `dates` section, with its number where it takes one.
    case relative(String, amount: Int?)
    case year(Int)
    /// Ten years from this one on: "the 1990s".
    case decade(Int)
    /// Figures whose day and month could be either way round.
    case ambiguous
    /// Something that lies ahead ("next Friday", "tomorrow"): no event has happened then.
    case future
  }

  /// Indices of the elements.
  var elements: Range<Int>
  var what: What
}

extension RawDate.What {
  /// The same with the year that "of the same year" means.
  func inYear(_ told: Int?) -> Self {
    guard case .month(let month, let days, let isRange, .told) = self else { return self }
    return .month(month, days: days, isRange: isRange, year: told.map { .explicit($0) } ?? .unsaid)
  }
}
