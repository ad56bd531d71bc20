internal import Gazetteer
internal import GeoModel
internal import Reading

/// The names of a document that are decided together, in one block of memory.
final class NameGroups {
  /// Those that vouch for each other, then those that only listen to them; in order of first mention.
  let groups: UnsafeMutableBufferPointer<NameGroup>
  /// How many vouch.
  let vouchingCount: Int
  /// How many senses all of them have.
  let senseCount: Int

  /// Groups spans by name and parent.
  ///
  /// - Parameters:
  ///   - placed: spans that are places.
  ///   - others: all other spans to decide.
  init(_ around: SpanSurroundings, _ placed: [Int], _ others: [Int]) {
    let most = placed.count + others.count
    let rooms = around.text.rooms
    let memory = rooms.groups.take(most)
    // A span is one more of its group, has a parent and is a child once at most.
    let nodes = rooms.nodes.start(3 * most)
    var maker = NameGroupMaker(around: around, groups: memory, nodes: nodes)
    maker.add(placed)
    vouchingCount = maker.count
    maker.add(others)
    groups = UnsafeMutableBufferPointer(rebasing: memory[..<maker.count])
    senseCount = maker.senseCount
  }

  deinit {
    for group in groups { group.deallocate() }
  }
}

/// Makes the groups of a document.
private struct NameGroupMaker {
  let around: SpanSurroundings
  let groups: UnsafeMutableBufferPointer<NameGroup>
  let nodes: UnsafeMutablePointer<SpanList.Node>
  private(set) var count = 0
  private(set) var senseCount = 0
  private var nodeCount = 0

  init(
    around: SpanSurroundings, groups: UnsafeMutableBufferPointer<NameGroup>,
    nodes: UnsafeMutablePointer<SpanList.Node>
  ) {
    self.around = around
    self.groups = groups
    self.nodes = nodes
  }

  private mutating func node() -> UnsafeMutablePointer<SpanList.Node> {
    nodeCount += 1
    return nodes + (nodeCount - 1)
  }

  /// Groups the chosen spans, apart from those before.
  mutating func add(_ chosen: [Int]) {
    if chosen.isEmpty { return }
    let spans = around.spans
    let rooms = around.text.rooms
    let start = count
    let lastOfName = NameNumbers(&rooms.nameNumbers, capacity: chosen.count)
    // By group the one before it of the same name.
    var previous: [Int] = []
    previous.reserveCapacity(chosen.count)
    var pendingChildren: [(parent: Int, child: Int)] = []
    for index in chosen {
      let span = spans[index]
      let parent = span.own == nil ? around.namedParent(of: index) : nil
      if let parent, parent.holdsSense { pendingChildren.append((parent.span, index)) }
      let words = around.adminWords(around: span)
      // "Le Luxembourg" and "à Luxembourg" may stand in one report.
      let isTown = words.town && span.meaning.isCountry
      let last = lastOfName[span.name]
      // The first one that agrees.
      var group = -1
      var known = last
      while known >= 0 {
        if groups[known].hasTownWord == isTown, agrees(groups[known], parent) { group = known }
        known = previous[known - start]
      }
      if group < 0 {
        group = count
        var made = NameGroup(span, index, start: senseCount)
        made.hasTownWord = isTown
        groups.initializeElement(at: group, to: made)
        count += 1
        senseCount += made.senses.count
        previous.append(last)
        lastOfName[span.name] = group
      }
      groups[group].isOperator = groups[group].isOperator && around.operators.contains(index)
      if groups[group].first != index { groups[group].add(index, node()) }
      if let parent { settle(group, parent) }
      groups[group].hasAdminWord = groups[group].hasAdminWord || words.admin
      groups[group].hasSettlementWord = groups[group].hasSettlementWord || words.settlement
    }
    if !pendingChildren.isEmpty {
      var groupOfSpan = [Int](filledWith: -1, count: spans.count)
      for index in start..<count { groups[index].forEachSpan { groupOfSpan[$0] = index } }
      for pair in pendingChildren where groupOfSpan[pair.parent] >= 0 {
        groups[groupOfSpan[pair.parent]].children.append(pair.child, node())
      }
    }
    for index in start..<count {
      groups[index].heedAdminWord()
      groups[index].heedTownWord()
      groups[index].heedGreatTown()
    }
  }

  private func agrees(_ group: NameGroup, _ parent: NamedParent?) -> Bool {
    guard let parent, let first = group.parents.first ?? group.outsider else { return true }
    return around.spans[parent.span].name == around.spans[first].name
  }

  /// Refuses what does not lie in the parent.
  private mutating func settle(_ group: Int, _ parent: NamedParent) {
    guard parent.holdsSense else {
      if groups[group].parents.isEmpty {
        groups[group].outsider = parent.span
        groups[group].keep { _ in false }
      }
      return
    }
    groups[group].parents.append(parent.span, node())
    guard parent.isFirm else { return }
    let outer = around.spans[parent.span]
    groups[group].keepAny { outer.embraces($0) }
  }
}

extension SpanSurroundings {
  fileprivate func adminWords(around span: NameSpan) -> (admin: Bool, settlement: Bool, town: Bool) {
    let last = span.tokens.upperBound - 1
    if span.tokens.count > 1, text.tags[last].contains(.regionWord) { return (true, false, false) }
    if text.hasRegionWord(beside: span.tokens, in: span.sentence) { return (true, false, false) }
    let before = text.headWord(before: span.tokens, in: span.sentence)
    return (
      false, before.map { text.tags[$0].contains(.adminBefore) } ?? false,
      text.hasTownWord(beside: span.tokens, in: span.sentence)
    )
  }
}
