import GeoModel
import Geocoding
import Incidents
import Reading

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed, the same world.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// Events of ten years in two thousand towns, the first of which see most of them, and what is told of them.
struct World {
  private struct Town {
    let name: String
    let country: String
    let position: Coordinate
    let region: Coordinate
  }

  private struct Event {
    let town: Int
    let site: Int?
    let position: Coordinate
    let day: CalendarDate
    let kind: IncidentKind
  }

  var random: SeededRandom
  private var towns: [Town] = []
  private var events: [Event] = []

  init(seed: UInt64, events count: Int) {
    random = SeededRandom(state: seed)
    for number in 0..<2000 {
      let position = position(around: nil, degrees: 0)
      towns.append(
        Town(
          name: "Town \(number)", country: "C\(number % 60)", position: position,
          region: self.position(around: position, degrees: 0.6)))
    }
    for _ in 0..<count {
      // Half of all in the first hundredth of the towns.
      let share = Double.random(in: 0..<1, using: &random)
      let town = Int(share * share * share * share * share * share * 2000)
      let isAtSite = chance(0.3)
      let site = isAtSite ? Int.random(in: 0..<6, using: &random) : nil
      events.append(
        Event(
          town: town, site: site.map { town * 6 + $0 },
          position: site.map { self.site($0, in: town) }
            ?? self.position(around: towns[town].position, degrees: 0.05),
          day: CalendarDate(dayNumber: 16_071 + Int.random(in: 0..<3650, using: &random)),
          kind: IncidentKind.allCases[Int.random(in: 0..<12, using: &random)]))
    }
  }

  /// What documents tell: most of it to the day and the town, some to the month, the region or the country.
  mutating func accounts(_ count: Int) -> [Account] {
    (0..<count).map { number in
      let event = events[Int.random(in: 0..<events.count, using: &random)]
      let document = "feed-\(number % 40)/\(number / 2)"
      var account = Account(document: document, kind: chance(0.85) ? event.kind : .explosion)
      account.key = number
      account.sentences = [
        Evidence(document: document, start: number % 2 * 300, end: number % 2 * 300, quote: "")
      ]
      account.date = date(event.day)
      account.placeName = towns[event.town].name
      account.countryCode = towns[event.town].country
      place(&account, event)
      return account
    }
  }

  private mutating func date(_ day: CalendarDate) -> AccountDate {
    switch Double.random(in: 0..<1, using: &random) {
    case ..<0.68: return .span(DaySpan(day: day))
    case ..<0.78: return .span(DaySpan(from: day.adding(days: -1), to: day.adding(days: 1), precision: 2))
    case ..<0.93:
      let first = day.adding(days: 1 - day.day)
      let days = CalendarDate.days(inMonth: day.month, year: day.year)
      return .span(DaySpan(from: first, to: first.adding(days: days - 1), precision: 4))
    case ..<0.98: return .open(month: day.month, day: day.day, reason: "no year")
    default: return .none
    }
  }

  private mutating func place(_ account: inout Account, _ event: Event) {
    let town = towns[event.town]
    switch Double.random(in: 0..<1, using: &random) {
    case ..<0.3 where event.site != nil:
      account.siteID = event.site.map { "site-\($0)" }
      account.siteName = account.siteID
      account.footprint = footprint(event.position, 150, town.name, site: account.siteID)
    case ..<0.6: account.footprint = footprint(town.position, 8_000, town.name)
    case ..<0.82: account.footprint = footprint(event.position, 2_500, town.name)
    case ..<0.92: account.footprint = footprint(town.region, 90_000, "Region of \(town.name)")
    case ..<0.97: account.footprint = footprint(town.region, 500_000, town.country)
    default: break
    }
  }

  private func footprint(_ best: Coordinate, _ radius: Double, _ name: String, site: String? = nil)
    -> Footprint
  {
    Footprint(
      geometry: .point(best), best: best, radius: Meters(radius), relation: .at, anchorName: name,
      anchorSite: site, wherePrecision: 1, geoPrecision: 1, reason: "")
  }

  private func site(_ number: Int, in town: Int) -> Coordinate {
    let center = towns[town].position
    return Coordinate(
      reducing: center.longitude + 0.02 * Double(number - 3),
      latitude: center.latitude + 0.01 * Double(number % 3))
  }

  private mutating func position(around center: Coordinate?, degrees: Double) -> Coordinate {
    guard let center else {
      return Coordinate(
        reducing: Double.random(in: -180..<180, using: &random),
        latitude: Double.random(in: -50..<65, using: &random))
    }
    return Coordinate(
      reducing: center.longitude + Double.random(in: -degrees..<degrees, using: &random),
      latitude: center.latitude + Double.random(in: -degrees..<degrees, using: &random))
  }

  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
}
