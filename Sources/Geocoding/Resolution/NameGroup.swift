internal import Gazetteer
internal import Reading

/// All mentions of one name that are decided together: one sense per document, unless a parent
/// named beside says otherwise ("Paris, Texas" and "Paris, France").
///
/// An object, since all that is decided of it refers to it; only the making of the groups writes to it, and access is
/// not checked at run time.
final class NameGroup {
  let name: UInt64
  /// Indices of its spans: the first one, and the others, which there mostly are not.
  let first: Int
  @exclusivity(unchecked) private(set) var others: [Int] = []
  let senses: UnsafeBufferPointer<NameSense>
  /// Indices of the senses that the words beside the name rule out.
  @exclusivity(unchecked) private(set) var refused: SenseSet
  /// The spans named beside as what it lies in.
  @exclusivity(unchecked) var parents: [Int] = []
  /// The span named beside as what it lies in when nothing of the name does; then all senses are refused.
  @exclusivity(unchecked) var outsider: Int?
  /// A place of the user's own.
  let own: Unmanaged<OwnPlace>?
  /// The spans it is named beside as what they lie in.
  @exclusivity(unchecked) var children: [Int] = []
  /// "X County", "region of X".
  @exclusivity(unchecked) var hasAdminWord = false
  /// "the town of X".
  @exclusivity(unchecked) var hasSettlementWord = false

  /// What some senses of the name were left out of; `nil` where all count.
  private let fewer: UnsafeMutableBufferPointer<NameSense>?

  /// - Parameter first: index of the span.
  init(_ span: NameSpan, _ first: Int) {
    name = span.name
    own = span.own
    self.first = first
    fewer = span.meaning.hasDemonym ? span.placeSenses() : nil
    senses = fewer.map { UnsafeBufferPointer($0) } ?? span.senses
    refused = SenseSet(size: senses.count)
  }

  deinit {
    fewer?.deallocate()
    refused.deallocate()
  }

  @inline(__always)
  func forEachSpan(_ body: (Int) -> Void) {
    body(first)
    for span in others { body(span) }
  }

  fileprivate func add(_ span: Int) { others.append(span) }

  fileprivate func refuse(_ sense: Int) { refused.insert(sense) }
}

extension NameGroup {
  /// "The Odesa region" is no town, and no region elsewhere that some language calls so.
  fileprivate func heedAdminWord() {
    guard hasAdminWord, parents.isEmpty else { return }
    keepAny { $0.featureClass == .region || $0.featureClass == .district }
  }

  /// Refuses all others.
  fileprivate func keep(_ fits: (PlaceTraits) -> Bool) {
    for index in senses.indices where !fits(senses[index].place) { refuse(index) }
  }

  /// The same, unless nothing would be left.
  fileprivate func keepAny(_ fits: (PlaceTraits) -> Bool) {
    if senses.indices.contains(where: { !refused.contains($0) && fits(senses[$0].place) }) { keep(fits) }
  }
}

extension NameSpan {
  /// What it means as a place; a given span that is an adjective stands for its country.
  ///
  /// - Returns: memory that the caller is to give back.
  fileprivate func placeSenses() -> UnsafeMutableBufferPointer<NameSense> {
    var places = senses.filter { !$0.kind.isDemonym }
    if isGiven, places.isEmpty { places = senses.map { NameSense(place: $0.place, kind: .alternate) } }
    let memory = UnsafeMutableBufferPointer<NameSense>.allocate(capacity: places.count)
    _ = memory.initialize(from: places)
    return memory
  }
}

extension SpanSurroundings {
  /// Groups the chosen spans by name and parent, in order of first mention.
  func groups(of chosen: [Int]) -> [NameGroup] {
    var groups: [NameGroup] = []
    groups.reserveCapacity(chosen.count)
    var lastOfName = NameNumbers(capacity: chosen.count)
    // By group the one before it of the same name.
    var previous: [Int] = []
    previous.reserveCapacity(chosen.count)
    var pendingChildren: [(parent: Int, child: Int)] = []
    for index in chosen {
      let span = spans[index]
      let parent = span.own == nil ? namedParent(of: index) : nil
      if let parent, parent.holdsSense { pendingChildren.append((parent.span, index)) }
      let last = lastOfName[span.name]
      // The first one that agrees.
      var group = -1
      var known = last
      while known >= 0 {
        if agrees(groups[known], parent) { group = known }
        known = previous[known]
      }
      if group < 0 {
        group = groups.count
        groups.append(NameGroup(span, index))
        previous.append(last)
        lastOfName[span.name] = group
      }
      if groups[group].first != index { groups[group].add(index) }
      if let parent { settle(groups[group], parent) }
      let words = adminWords(around: span)
      groups[group].hasAdminWord = groups[group].hasAdminWord || words.admin
      groups[group].hasSettlementWord = groups[group].hasSettlementWord || words.settlement
    }
    if !pendingChildren.isEmpty {
      var groupOfSpan = [Int](repeating: -1, count: spans.count)
      for (index, group) in groups.enumerated() { group.forEachSpan { groupOfSpan[$0] = index } }
      for pair in pendingChildren where groupOfSpan[pair.parent] >= 0 {
        groups[groupOfSpan[pair.parent]].children.append(pair.child)
      }
    }
    for index in groups.indices { groups[index].heedAdminWord() }
    return groups
  }

  private func agrees(_ group: NameGroup, _ parent: NamedParent?) -> Bool {
    guard let parent, let first = group.parents.first ?? group.outsider else { return true }
    return spans[parent.span].name == spans[first].name
  }

  /// Refuses what does not lie in the parent.
  private func settle(_ group: NameGroup, _ parent: NamedParent) {
    guard parent.holdsSense else {
      if group.parents.isEmpty {
        group.outsider = parent.span
        group.keep { _ in false }
      }
      return
    }
    group.parents.append(parent.span)
    guard parent.isFirm else { return }
    group.keepAny { spans[parent.span].embraces($0) }
  }

  private func adminWords(around span: NameSpan) -> (admin: Bool, settlement: Bool) {
    let sentence = text.sentences[span.sentence].tokens
    let next = span.tokens.upperBound
    if text.tags[next - 1].contains(.regionWord), span.tokens.count > 1 { return (true, false) }
    if next < sentence.upperBound, text.tags[next].contains(.regionWord), text.adjoins(next - 1, next) {
      return (true, false)
    }
    var before = span.tokens.lowerBound - 1
    if before > sentence.lowerBound, text.tags[before].contains(.of) { before -= 1 }
    guard before >= sentence.lowerBound else { return (false, false) }
    let tags = text.tags[before]
    return tags.contains(.regionWord) ? (true, false) : (false, tags.contains(.adminBefore))
  }
}
