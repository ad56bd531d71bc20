/// Where a `TaggedText` and what is around its names write what they find; for one text at a time.
final class TextRooms {
  let tags = Room<WordTag>()
  let hashes = Room<UInt64>()
  let known = Room<UInt64>()
  let telling = Room<Int32>()
  let capitals = Room<Int>()
  let personWords = Room<Int>()
  let kindWords = Room<Int>()
  let siteWords = Room<Int>()
  let places = Room<Range<UInt32>>()
  let lowerBits = Room<UInt64>()
  let lowerWords = Room<UInt64>()
  // Of `SpanSurroundings`.
  let spans = Room<NameSpan>()
  let spanOfToken = Room<Int32>()
  let parents = Room<Int32>()
  let spanNames = Room<UInt64>()
  let repeatedNames = Room<UInt64>()
  let placedNames = Room<UInt64>()
  let wordsAfterCapitals = Room<UInt64>()
  let surnames = Room<UInt64>()
  let firstNames = Room<UInt64>()
  // Of `NameGroups`.
  let groups = Room<NameGroup>()
  let nodes = Room<SpanList.Node>()
  let nameNumbers = Room<NameNumbers.Slot>()
}
