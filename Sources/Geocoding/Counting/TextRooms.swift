/// Where a `TaggedText` and what is around its names write what they find; for one text at a time.
///
/// Access to them is not checked at run time: each is asked for room by one reader of a document.
final class TextRooms {
  @exclusivity(unchecked) var tags = Room<WordTag>()
  @exclusivity(unchecked) var hashes = Room<UInt64>()
  @exclusivity(unchecked) var known = Room<UInt64>()
  @exclusivity(unchecked) var telling = Room<Int32>()
  @exclusivity(unchecked) var capitals = Room<Int>()
  @exclusivity(unchecked) var personWords = Room<Int>()
  @exclusivity(unchecked) var kindWords = Room<Int>()
  @exclusivity(unchecked) var siteWords = Room<Int>()
  @exclusivity(unchecked) var places = Room<Range<UInt32>>()
  @exclusivity(unchecked) var lowerBits = Room<UInt64>()
  @exclusivity(unchecked) var lowerWords = Room<UInt64>()
  // Of `SpanSurroundings`.
  @exclusivity(unchecked) var spans = Room<NameSpan>()
  @exclusivity(unchecked) var spanOfToken = Room<Int32>()
  @exclusivity(unchecked) var parents = Room<Int32>()
  @exclusivity(unchecked) var spanNames = Room<UInt64>()
  @exclusivity(unchecked) var repeatedNames = Room<UInt64>()
  @exclusivity(unchecked) var placedNames = Room<UInt64>()
  @exclusivity(unchecked) var wordsAfterCapitals = Room<UInt64>()
  @exclusivity(unchecked) var surnames = Room<UInt64>()
  @exclusivity(unchecked) var firstNames = Room<UInt64>()
  // Of `NameGroups`.
  @exclusivity(unchecked) var groups = Room<NameGroup>()
  @exclusivity(unchecked) var nodes = Room<SpanList.Node>()
  @exclusivity(unchecked) var nameNumbers = Room<NameNumbers.Slot>()
}
