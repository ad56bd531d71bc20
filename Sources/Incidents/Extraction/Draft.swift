import Gazetteer
import Geocoding
import Reading

/// An account in the making: what one cluster of one sentence says.
struct Draft {
  var sentence: Int
  /// UTF-8 bytes of the words it was read from.
  var range: Range<Int>
  var paragraph: Int
  var isHeadline: Bool
  var date: AccountDate
  var dateReason: String
  var kind: IncidentKind
  var isSpecificKind: Bool
  /// Event words or a weapon name the kind, and not only who did it.
  var isKindNamed = true
  var locative: Locative?
  /// The state whose mission it was at or near, when a mission is named.
  var operatorCountry: String?
  /// 0 a diplomatic mission, 1 another registered site, 2 a site of no register, 3 a place.
  var placeRank: Int
  var weapon: String?
  var weaponClass: String?
  var killed: ToldToll?
  var injured: ToldToll?
  var effects: [Effect]
  var isPlural: Bool
  var count: Int
  /// The day is that of the story so far; its own words give none.
  var isDayCarried = false
  var placing = Placing.own
  /// "There", "in the city": the town of the place named before, whatever was told to have been at a site in it.
  var isInTownOnly = false
  /// "There", "in the city".
  var isThere = false
  /// "at Kalaya": the words name a place that nothing is known of.
  var isSomewhereUnknown = false
  /// "The attackers": those of the event told before.
  var goesOn = false
  /// "The air strike": one that is known, from this report or not.
  var isKnown = false
  /// Something besides a general word speaks for an event: weapon, damage, victims, a site.
  var isCorroborated: Bool
  var rules: [String]

  /// At what kind of site, and whether words tell it apart from what was told before.
  var apartness: Apartness?

  /// Nobody died or was hurt but those who did it.
  var isOnlyOfAttackers = false

  /// A general word for an attack ("raid"), and how many were killed or hurt.
  var isTolledAttack = false

  /// Of all its event words, where the kind is that of the one that says most.
  var triggerKinds = KindSet()

  /// Where the place is from: its own words, the story so far, or merely the headline and the dateline.
  enum Placing { case own, story, beginning }

  /// "Seven were killed" is no armed attack when it turns out to have been a missile.
  var toldKind: IncidentKind { isSpecificKind ? kind : .other }
}
