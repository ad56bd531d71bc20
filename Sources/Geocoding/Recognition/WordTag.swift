/// What a word may mean next to a name: the tags of the lexicons' `names` section.
struct WordTag: OptionSet, Sendable {
  let rawValue: UInt64

  static let title = bit(0)
  static let firstName = bit(1)
  static let surnameParticle = bit(2)
  static let institutionOf = bit(3)
  static let media = bit(4)
  static let namedAfter = bit(5)
  static let publicBody = bit(6)
  static let adminAfter = bit(7)
  static let adminBefore = bit(8)
  static let locative = bit(9)
  static let of = bit(10)
  static let speech = bit(11)
  static let receiver = bit(12)
  static let relations = bit(13)
  static let street = bit(14)
  static let naturalBefore = bit(15)
  static let naturalAfter = bit(16)
  static let direction = bit(17)
  static let nationWord = bit(18)
  static let personNoun = bit(19)
  static let article = bit(20)
  static let conjunction = bit(21)
  static let calendar = bit(22)
  static let common = bit(23)
  static let quarter = bit(24)
  static let nameDirection = bit(25)
  static let numberedRoad = bit(26)
  static let agent = bit(27)
  static let posted = bit(28)
  static let relationLink = bit(29)
  static let regionWord = bit(30)
  static let organisation = bit(31)
  static let handed = bit(32)
  /// A word that ends in one for a street: "Friedrichstraße".
  static let streetName = bit(33)
  /// A word that a kind of site may begin with: "embassy", "power" of "power plant".
  static let siteStart = bit(34)
  /// A name of three letters that is no abbreviation: "Rom" in German.
  static let shortName = bit(35)
  /// Words before and behind the name of a town and of nothing greater: "city of", "kentinde".
  static let townBefore = bit(36)
  static let townAfter = bit(37)
  /// A word that only stands behind a name which it belongs to, and which has no case but the genitive: "rayonunda".
  static let ownedAfter = bit(38)
  /// A word whose capital tells no name where a sentence begins: "Ровно в полночь".
  static let opening = bit(39)
  /// Words beside a name that make it that of a club, a ship and the like: "Dinamo Minsk", "Boston Celtics".
  static let bearerBefore = bit(40)
  static let bearerAfter = bit(41)
  /// A word for a water or a mountain that stands before its name: "River" of "River Ericht".
  static let naturalHead = bit(42)
  /// Words before and behind the town that a county is called after: "Landkreis Uelzen", "Elgin County".
  static let countyBefore = bit(43)
  static let countyAfter = bit(44)
  /// A word before the name of the place that a company is of: "Air" of "Air Serbia".
  static let companyBefore = bit(45)
  /// A word written short with a point of its own: "обл." of "Ярославская обл."
  static let shortened = bit(46)

  /// The names of the tags as the lexicons write them.
  static let byName: [String: WordTag] = [
    "title": .title, "first_name": .firstName, "surname_particle": .surnameParticle,
    "institution_of": .institutionOf, "media": .media, "named_after": .namedAfter,
    "public_body": .publicBody, "admin_after": .adminAfter, "admin_before": .adminBefore,
    "locative": .locative, "of": .of, "speech": .speech, "receiver": .receiver,
    "relations": .relations, "street": .street, "natural_before": .naturalBefore,
    "natural_after": .naturalAfter, "direction": .direction, "nation_word": .nationWord,
    "person_noun": .personNoun, "article": .article, "conjunction": .conjunction,
    "calendar": .calendar, "common": .common, "quarter": .quarter,
    "name_direction": .nameDirection, "numbered_road": .numberedRoad, "agent": .agent, "posted": .posted,
    "relation_link": .relationLink, "region_word": .regionWord,
    "organisation": .organisation, "handed": .handed, "short_name": .shortName,
    "town_before": .townBefore, "town_after": .townAfter, "owned_after": .ownedAfter,
    "opening": .opening, "bearer_before": .bearerBefore, "bearer_after": .bearerAfter,
    "natural_head": .naturalHead,
    "county_before": .countyBefore, "county_after": .countyAfter, "company_before": .companyBefore,
    "shortened": .shortened,
  ]

  private static func bit(_ index: UInt64) -> WordTag { WordTag(rawValue: 1 << index) }
}
