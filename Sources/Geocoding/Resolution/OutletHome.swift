internal import Gazetteer
internal import Reading

/// Where the outlet of a document is at home, as far as the document names it: by the top-level domain of its
/// address ("pravda.com.ua") and by places in the outlet's name ("The Texas Tribune", "Kyiv Independent").
struct OutletHome {
  /// Rows of countries.
  private(set) var countries: Set<UInt32> = []
  /// Rows of first-level regions.
  private(set) var regions: Set<UInt32> = []

  /// - Parameters:
  ///   - source: the name of the outlet; an address does as well.
  ///   - url: the address of the report.
  init(source: String?, url: String?, _ gazetteer: Gazetteer) {
    if source == nil, url == nil { return }
    for host in [source, url].compactMap({ $0.flatMap(Self.host) }) {
      if let country = Self.country(host, gazetteer) { countries.insert(country.id.row) }
    }
    guard let source, Self.host(source) == nil else { return }
    for matches in NameScanner(gazetteer).matches(in: source) {
      guard let match = matches.first, let place = Self.plain(match.postings, gazetteer) else { continue }
      if place.country != PlaceTraits.none { countries.insert(place.country) }
      if place.region != PlaceTraits.none { regions.insert(place.region) }
    }
  }

  var isEmpty: Bool { countries.isEmpty && regions.isEmpty }
  func isCountry(of place: PlaceTraits) -> Bool { countries.contains(place.country) }
  func isRegion(of place: PlaceTraits) -> Bool { regions.contains(place.region) }

  /// The host of an address, with or without a scheme; `nil` for what is not an address.
  private static func host(_ text: String) -> Substring? {
    var rest = text[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    let isHost = host.utf8.allSatisfy {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0)
        || (0x61...0x7A).contains($0 | 0x20)
    }
    return isHost && host.contains(".") && !host.hasSuffix(".") ? host : nil
  }

  private static func country(_ host: Substring, _ gazetteer: Gazetteer) -> Place? {
    guard let domain = host.split(separator: ".").last?.uppercased(), domain.utf8.count == 2,
      !soldToAll.contains(domain)
    else { return nil }
    return gazetteer.country(domain == "UK" ? "GB" : domain)
  }

  /// Domains of countries that outlets anywhere use for their looks.
  private static let soldToAll: Set<String> = [
    "AI", "AM", "BZ", "CC", "CO", "FM", "GG", "IO", "LA", "LY", "ME", "MS", "NU", "SC", "SH", "ST", "TO",
    "TV", "WS",
  ]

  /// The one place an outlet would call itself by without more words; `nil` where several are as well known.
  private static func plain(_ postings: NamePostings, _ gazetteer: Gazetteer) -> PlaceTraits? {
    let senses = postings.map { (kind: $0.kind, place: PlaceTraits(gazetteer.place($0.place))) }
    if let people = senses.first(where: { $0.kind.isDemonym }) { return people.place }
    let named = senses.filter { $0.kind != .abbreviation }.map(\.place).sorted {
      $0.logPopulation > $1.logPopulation
    }
    guard let first = named.first, first.logPopulation >= leastLogPopulation else { return nil }
    let rivals = named.dropFirst().filter { $0.country != first.country }
    return rivals.allSatisfy { first.logPopulation - $0.logPopulation >= leastGap } ? first : nil
  }

  /// A hundred thousand inhabitants: the words of an outlet's name are the names of many villages.
  private static let leastLogPopulation = 5.0
  /// Ten times the inhabitants.
  private static let leastGap = 1.0
}
