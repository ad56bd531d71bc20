import Reading

/// How much a document tells of an event: enough to say that it happened, or a mere word in passing.
///
/// A report says of what happened when and where it did, what it did and to whom. "Dogs that smell explosives",
/// "prices explode", a scar and a recipe use the same words, and say none of it.
struct Substance {
  private enum Day { case own, carried, none }

  private let day: Day
  private let hasEffects: Bool
  private let sentences: Int
  private let isInLead: Bool
  private let isOnlyWhereReportBegins: Bool
  /// Its own words put it at or near a site.
  private let isAtSite: Bool
  private let hasWeapon: Bool
  private let isInHeadline: Bool

  /// - Parameter firstOfBody: index of the first sentence after the headline.
  init(of event: DocumentEvent, _ account: Account, firstOfBody: Int) {
    let dated = event.drafts.filter { $0.date != .none } + [event.bestDated].compactMap(\.self)
    day = dated.isEmpty ? .none : dated.contains { !$0.isDayCarried } ? .own : .carried
    hasEffects = !account.effects.isEmpty || account.killed != nil || account.injured != nil
    sentences = Set(event.drafts.map(\.range) + event.continuations).count
    isInLead = event.drafts.contains { $0.sentence <= firstOfBody }
    isOnlyWhereReportBegins = event.drafts.allSatisfy { $0.placing == .beginning }
    isAtSite = event.drafts.contains {
      $0.placing == .own && !$0.isInTownOnly && $0.placeRank < PlaceRank.place
    }
    hasWeapon = account.weapon != nil
    isInHeadline = event.drafts.contains(where: \.isHeadline)
  }

  /// The document speaks of such a thing, and tells of none.
  var isInPassing: Bool {
    if day == .own { return false }
    if day == .none, isOnlyWhereReportBegins { return !(hasEffects && isInLead) }
    if hasEffects || sentences > 1 { return false }
    let ties = [hasWeapon, isAtSite, isInHeadline].filter(\.self).count
    return ties < (day == .none ? 2 : 1)
  }
}
