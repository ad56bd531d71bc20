internal import Gazetteer
internal import Reading

/// All mentions of one name that are decided together: one sense per document, unless a parent
/// named beside says otherwise ("Paris, Texas" and "Paris, France").
struct NameGroup {
  let name: UInt64
  /// Indices of its spans.
  var spans: [Int]
  let senses: [NameSense]
  /// The spans named beside as what it lies in.
  var parents: [Int] = []
  /// The spans it is named beside as what they lie in.
  var children: [Int] = []
  /// "X County", "region of X".
  var hasAdminWord = false
  /// "the town of X".
  var hasSettlementWord = false
}

extension SpanSurroundings {
  /// Groups the chosen spans by name and parent, in order of first mention.
  func groups(of chosen: [Int]) -> [NameGroup] {
    var groups: [NameGroup] = []
    var byName: [UInt64: [Int]] = [:]
    var pendingChildren: [(parent: Int, child: Int)] = []
    for index in chosen {
      let span = spans[index]
      let parent = neighbourParent(of: index)
      if let parent { pendingChildren.append((parent, index)) }
      let known = byName[span.name] ?? []
      let group: Int
      if let same = known.first(where: { agrees(groups[$0], parent) }) {
        group = same
      } else {
        group = groups.count
        groups.append(
          NameGroup(name: span.name, spans: [], senses: span.senses.filter { !$0.kind.isDemonym }))
        byName[span.name, default: []].append(group)
      }
      groups[group].spans.append(index)
      if let parent { groups[group].parents.append(parent) }
      let words = adminWords(around: span)
      groups[group].hasAdminWord = groups[group].hasAdminWord || words.admin
      groups[group].hasSettlementWord = groups[group].hasSettlementWord || words.settlement
    }
    var groupOfSpan: [Int: Int] = [:]
    for (index, group) in groups.enumerated() { for span in group.spans { groupOfSpan[span] = index } }
    for pair in pendingChildren {
      if let group = groupOfSpan[pair.parent] { groups[group].children.append(pair.child) }
    }
    return groups
  }

  private func agrees(_ group: NameGroup, _ parent: Int?) -> Bool {
    guard let parent, let first = group.parents.first else { return true }
    return spans[parent].name == spans[first].name
  }

  /// The parent named after the span, or before it ("Iraq's Mosul", "the Iraqi city of Mosul").
  private func neighbourParent(of index: Int) -> Int? {
    if let after = parent(after: spans[index]) {
      let owner = spanOfToken[after.tokens.lowerBound]
      return owner >= 0 ? Int(owner) : nil
    }
    return nil
  }

  private func adminWords(around span: NameSpan) -> (admin: Bool, settlement: Bool) {
    let sentence = text.document.sentences[span.sentence].tokens
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
