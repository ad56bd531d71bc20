/// The places that go by one name, the most populous first; a view into the index, no copy.
public struct NamePostings: RandomAccessCollection, Sendable {
  let index: CompiledIndex
  let slot: NameSlot

  /// The same for the same name of one gazetteer, and for no other.
  public var key: UInt64 { slot.key }

  public var startIndex: Int { 0 }
  public var endIndex: Int {
    Swift.min(slot.count, Swift.max(0, index.postings.count - Int(slot.firstPosting)))
  }

  public subscript(position: Int) -> NameCandidate {
    precondition(indices.contains(position), "posting \(position) of \(count)")
    let record = index.postings[Int(slot.firstPosting) + position]
    // A damaged posting must not lead out of the place section.
    let row = Swift.min(record.row, UInt32(index.places.count - 1))
    return NameCandidate(
      place: PlaceID(row: row), kind: NameKind(rawValue: record.kind) ?? .alternate,
      languages: LanguageSet(rawValue: record.languages))
  }
}
