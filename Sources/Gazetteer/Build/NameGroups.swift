/// Names sorted by key and put together: one slot for each key, with the postings of its places.
struct NameGroups: Sendable {
  /// In ascending order of key; `firstPosting` counts from the first of `postings`.
  private(set) var slots: [NameSlot] = []
  private(set) var postings: [PostingRecord] = []

  /// - Parameter populations: of every row; under one name the most populous place comes first.
  init(_ entries: consuming [NameEntry], populations: [UInt32]) {
    var names = entries
    names.sort { $0.key < $1.key }
    var found: [PostingRecord] = []
    var start = 0
    while start < names.count {
      let key = names[start].key
      var isPrefix = false
      found.removeAll(keepingCapacity: true)
      while start < names.count, names[start].key == key {
        let entry = names[start]
        start += 1
        if entry.rowAndKind == NameEntry.prefix {
          isPrefix = true
        } else {
          found.append(PostingRecord(rowAndKind: entry.rowAndKind, languages: entry.languages))
        }
      }
      Self.mergeSenses(&found)
      if found.count > 1 {
        found.sort { a, b in
          let (first, second) = (populations[Int(a.row)], populations[Int(b.row)])
          return first == second ? (a.row, a.kind) < (b.row, b.kind) : first > second
        }
      }
      slots.append(
        NameSlot(
          key: key, firstPosting: UInt32(postings.count),
          countAndFlags: UInt32(found.count) | (isPrefix ? NameSlot.isPrefix : 0)))
      postings += found
    }
  }

  /// Keeps one posting for the same place under the same sort of name: primary, short and alternate forms and
  /// abbreviations are one sort, of which the best kind stays.
  private static func mergeSenses(_ postings: inout [PostingRecord]) {
    guard postings.count > 1 else { return }
    postings.sort { ($0.row, $0.kind) < ($1.row, $1.kind) }
    var kept = 0
    for index in 1..<postings.count {
      let (last, next) = (postings[kept], postings[index])
      if last.row == next.row, last.kind == next.kind || next.kind < NameKind.adjective.rawValue {
        postings[kept].languages |= next.languages
      } else {
        kept += 1
        postings[kept] = next
      }
    }
    postings.removeSubrange((kept + 1)...)
  }
}
