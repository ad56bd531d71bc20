import GeoModel
import Geocoding
import Reading

/// One event as one document tells it, over all its sentences.
struct DocumentEvent {
  private(set) var drafts: [Draft]
  /// The most telling dated sentence; of equals the first.
  private(set) var bestDated: Draft?
  private(set) var kinds = KindSet()
  private(set) var lastSentence = 0
  /// The states whose missions its sentences name as where it was.
  private(set) var operators: Set<String> = []
  /// The most telling place of its sentences so far, with what it is ranked by.
  private var bestPlace: (locative: Locative, rank: Int)?
  private var bestRefinement: (locative: Locative, rank: Int)?
  /// Sentences that go on about it without event words of their own.
  private(set) var continuations: [Range<Int>] = []
  var effects: [Effect] = []
  var killed: [ToldToll] = []
  var injured: [ToldToll] = []

  /// The kinds of sites that its sentences put it at, but for those that name several.
  private(set) var venues: [Venue] = []
  /// The kinds of sites that its sentences name alone, of those that lie apart; see `Apartness.site(of:)`.
  private(set) var loneSites: Set<String> = []
  /// A sentence puts it at a site that is none of those, or at several.
  private(set) var isAtSeveralSites = false
  /// Its document tells of another of the same town and day, from which words tell it apart.
  private(set) var isParted = false
  /// The first words about the event that it was told apart from.
  private(set) var beside: Draft?

  private(set) var lastParagraph: Int

  init(_ draft: Draft) {
    drafts = []
    lastParagraph = draft.paragraph
    add(draft)
  }

  mutating func add(_ draft: Draft) {
    drafts.append(draft)
    kinds.insert(draft.toldKind)
    if let state = draft.operatorCountry, !draft.isInTownOnly {
      operators.insert(state)
      note(.mission(of: state))
    }
    if let at = draft.apartness, !draft.isHeadline, at.isTold || at.venues.count == 1 { note(at.venue) }
    if draft.apartness != nil {
      if let site = Apartness.site(of: draft) { loneSites.insert(site.kind) } else { isAtSeveralSites = true }
    }
    lastSentence = max(lastSentence, draft.sentence)
    lastParagraph = draft.paragraph
    if draft.date != .none, draft.date.vagueness < bestDated?.date.vagueness ?? Int.max { bestDated = draft }
    // A site that stands for its town only says less than any place named.
    let rank = draft.isInTownOnly ? PlaceRank.place + 1 : draft.placeRank
    if let locative = draft.locative { Self.keep((locative, rank), in: &bestPlace) }
  }

  private mutating func note(_ venue: Venue) {
    if !venues.contains(venue) { venues.append(venue) }
  }

  mutating func goOn(in sentence: Int, _ range: Range<Int>, paragraph: Int) {
    continuations.append(range)
    lastSentence = max(lastSentence, sentence)
    lastParagraph = paragraph
  }

  mutating func date(_ span: DaySpan, _ reason: String) {
    guard var dated = drafts.last else { return }
    dated.date = .span(span)
    dated.dateReason = reason
    bestDated = dated
  }

  /// A sentence that goes on about it places it, too.
  mutating func refine(_ locative: Locative, rank: Int) {
    Self.keep((locative, rank), in: &bestRefinement)
  }

  private static func keep(
    _ new: (locative: Locative, rank: Int), in best: inout (locative: Locative, rank: Int)?
  ) {
    guard let known = best else {
      best = new
      return
    }
    if (new.rank, new.locative.vagueness) < (known.rank, known.locative.vagueness) { best = new }
  }

  /// Words tell it apart from another event of its document; of an event they begin, from which.
  mutating func part(from other: DocumentEvent? = nil) {
    isParted = true
    beside = other?.drafts.first ?? beside
  }

  /// The most telling date of its sentences.
  var date: AccountDate { bestDated?.date ?? .none }

  /// The most telling place of its sentences: a mission before other sites before places, then the
  /// smaller; of equals the first.
  var locative: Locative? {
    var best = bestPlace
    if let bestRefinement { Self.keep(bestRefinement, in: &best) }
    return best?.locative
  }
}

extension AccountDate {
  /// Days it may be; open dates come after all spans.
  var vagueness: Int {
    switch self {
    case .span(let span): span.to.dayNumber - span.from.dayNumber
    case .open: 100_000
    case .none: Int.max
    }
  }
}

extension Locative {
  /// Radius in metres; a place named without a site counts as vaguer than any site.
  var vagueness: Double {
    footprint.radius.value + (footprint.anchorSite == nil && footprint.wherePrecision > 2 ? 1e7 : 0)
  }
}
