internal import Gazetteer
internal import GeoModel
internal import Reading

/// All mentions of one name that are decided together: one sense per document, unless a parent
/// named beside says otherwise ("Paris, Texas" and "Paris, France").
///
/// Numbers and pointers only, into memory that `NameGroups` holds.
struct NameGroup {
  let name: UInt64
  /// Indices of its spans: the first one, and the others, which there mostly are not.
  let first: Int
  private(set) var others = SpanList()
  let senses: UnsafeBufferPointer<NameSense>
  /// Where its senses begin in the row of those of all groups.
  let start: Int
  /// Indices of the senses that the words beside the name rule out.
  private(set) var refused: SenseSet
  /// The spans named beside as what it lies in.
  var parents = SpanList()
  /// The span named beside as what it lies in when nothing of the name does; then all senses are refused.
  var outsider: Int?
  /// A place of the user's own.
  let own: Unmanaged<OwnPlace>?
  /// The spans it is named beside as what they lie in.
  var children = SpanList()
  /// "X County", "region of X".
  var hasAdminWord = false
  /// "the town of X".
  var hasSettlementWord = false
  /// The same of what may also be a country, by a word that never stands with one.
  var hasTownWord = false
  /// It only says whose embassies are meant.
  var isOperator = true

  /// What some senses of the name were left out of; `nil` where all count.
  private let fewer: UnsafeMutableBufferPointer<NameSense>?

  /// - Parameters:
  ///   - first: index of the span.
  ///   - start: how many senses the groups before it have.
  init(_ span: NameSpan, _ first: Int, start: Int) {
    name = span.name
    own = span.own
    self.first = first
    self.start = start
    fewer = span.meaning.hasDemonym ? span.placeSenses() : nil
    senses = fewer.map { UnsafeBufferPointer($0) } ?? span.senses
    refused = SenseSet(size: senses.count)
  }

  func deallocate() {
    fewer?.deallocate()
    refused.deallocate()
  }

  @inline(__always)
  func forEachSpan(_ body: (Int) -> Void) {
    body(first)
    for span in others { body(span) }
  }

  mutating func add(_ span: Int, _ node: UnsafeMutablePointer<SpanList.Node>) {
    others.append(span, node)
  }

  mutating func refuse(_ sense: Int) { refused.insert(sense) }
}

extension NameGroup {
  /// "The Odesa region" is no town, and no region elsewhere that some language calls so.
  mutating func heedAdminWord() {
    guard hasAdminWord, parents.isEmpty else { return }
    keepAny { $0.featureClass == .region || $0.featureClass == .district }
  }

  /// "The city of Tunis" and French "à Luxembourg" are no countries, where a capital or a great town is called so.
  mutating func heedTownWord() {
    guard hasTownWord, !hasAdminWord else { return }
    if senses.contains(where: isTownOfName) { return keepAny { $0.featureClass == .settlement } }
    // French "à Gao" is the town and not the region of its name around it.
    for index in senses.indices {
      let region = senses[index].place
      guard region.isAdministrative, region.featureClass != .country else { continue }
      if senses.contains(where: { $0.place.featureClass == .settlement && $0.place.isInside(region) }) {
        refuse(index)
      }
    }
  }

  /// Of a country by the name, or of anywhere by one that the language has for it.
  private func isTownOfName(_ sense: NameSense) -> Bool {
    let town = sense.place
    guard town.featureClass == .settlement, town.isCapital || town.logPopulation > 5 else { return false }
    return sense.usage == .ours
      || senses.contains { $0.place.featureClass == .country && town.isInside($0.place) }
  }

  /// Refuses all others.
  mutating func keep(_ fits: (PlaceTraits) -> Bool) {
    for index in senses.indices where !fits(senses[index].place) { refuse(index) }
  }

  /// The same, unless nothing would be left.
  mutating func keepAny(_ fits: (PlaceTraits) -> Bool) {
    if senses.indices.contains(where: { !refused.contains($0) && fits(senses[$0].place) }) { keep(fits) }
  }
}

extension NameSpan {
  /// What it means as a place; a given span that is an adjective stands for its country.
  ///
  /// - Returns: memory that the caller is to give back.
  func placeSenses() -> UnsafeMutableBufferPointer<NameSense> {
    var places = senses.filter { !$0.kind.isDemonym }
    if isGiven, places.isEmpty { places = senses.map { NameSense(place: $0.place, kind: .alternate) } }
    let memory = UnsafeMutableBufferPointer<NameSense>.allocate(capacity: places.count)
    _ = memory.initialize(from: places)
    return memory
  }
}
