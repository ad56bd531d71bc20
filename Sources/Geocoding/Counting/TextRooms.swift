/// Where a `TaggedText` writes what it finds; for one text at a time.
final class TextRooms {
  let tags = Room<WordTag>()
  let hashes = Room<UInt64>()
  let unknown = Room<Int32>()
  let capitals = Room<Int>()
  let personWords = Room<Int>()
  let kindWords = Room<Int>()
  let siteWords = Room<Int>()
  let places = Room<Range<UInt32>>()
  let lowerBits = Room<UInt64>()
}
