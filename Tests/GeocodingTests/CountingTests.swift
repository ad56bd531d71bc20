import CordonTestSupport
import Testing

@testable import Geocoding

/// The small tables that take the place of the standard library's sets and dictionaries.
@Suite struct CountingTests {
  @Test(arguments: propertySeeds) func hashesAreKept(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rooms = TextRooms()
    defer { withExtendedLifetime(rooms) {} }
    // What a set before it left in the room is not in it.
    let left = rooms.surnames.take(4000)
    for hash in left.indices { left[hash] = UInt64(hash) }
    let count = 1 + Int(random.next() % 500)
    var table = HashSet(&rooms.surnames, capacity: count)
    var expected: Set<UInt64> = []
    for _ in 0..<count {
      // Few values, so that some come again; 0 among them.
      let hash = (random.next() % 700) &* 0x1_0000_0001
      #expect(table.contains(hash) == expected.contains(hash))
      table.insert(hash)
      expected.insert(hash)
      #expect(table.contains(hash))
    }
    #expect(table.count == expected.count)
  }

  @Test(arguments: propertySeeds) func sumsAreThoseOfADictionary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var sums = RowCounts()
    var expected: [UInt32: Double] = [:]
    for _ in 0..<200 {
      let row = UInt32(random.next() % 30)
      sums.add(0.5, to: row)
      expected[row, default: 0] += 0.5
      for row in UInt32(0)..<31 { #expect(sums[row] == expected[row] ?? 0) }
    }
    var one = RowCounts()
    one.add(0.25, to: 3)
    #expect(sums.exceeds { one[$0] })
    #expect(!one.exceeds { sums[$0] })
    #expect(!one.isEmpty)
    #expect(RowCounts().isEmpty)
  }

  @Test func spansStayInTheOrderTheyWereAddedIn() {
    let nodes = UnsafeMutablePointer<SpanList.Node>.allocate(capacity: 5)
    defer { nodes.deallocate() }
    var (odd, even) = (SpanList(), SpanList())
    #expect(odd.isEmpty && odd.first == nil && Array(odd) == [])
    for span in 0..<5 {
      if span % 2 == 0 { even.append(span, nodes + span) } else { odd.append(span, nodes + span) }
    }
    #expect(Array(even) == [0, 2, 4])
    #expect(Array(odd) == [1, 3])
    #expect(even.first == 0)
  }

  @Test(arguments: propertySeeds) func numbersAreThoseOfADictionary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rooms = TextRooms()
    defer { withExtendedLifetime(rooms) {} }
    let numbers = NameNumbers(&rooms.nameNumbers, capacity: 40)
    var expected: [UInt64: Int] = [:]
    for number in 0..<200 {
      let name = (random.next() % 40) &* 0x1_0000_0001
      #expect(numbers[name] == expected[name] ?? -1)
      numbers[name] = number
      expected[name] = number
    }
  }

  @Test func sensesAreToldApartBeyondTheFirstWord() {
    var senses = SenseSet(size: 256)
    defer { senses.deallocate() }
    for index in [0, 63, 64, 200, 63] { senses.insert(index) }
    #expect(senses.count == 4)
    #expect((0..<256).filter(senses.contains) == [0, 63, 64, 200])
  }

  @Test func wordsThatFallOnOnePlaceAreBothKnown() {
    let memory = TagMemory()
    // Alike in the bits that are their place.
    let words = (UInt64(1)...3).map { $0 << 40 | 77 }
    func tag(_ word: UInt64) -> WordTag? {
      let (tag, difference) = TagMemory.tag(of: word, at: memory.place(of: word), memory.tagSets)
      return difference == 0 ? tag : memory.movedTag(of: word)
    }
    #expect(words.map(tag) == [nil, nil, nil])
    memory.learn(words[0], .title)
    #expect(tag(words[0]) == .title)
    memory.learn(words[1], .street)
    #expect(words.map(tag) == [.title, .street, nil])
    memory.learn(words[2], [])
    #expect(words.map(tag) == [nil, .street, []])
    // A neighbour that was not moved there is not taken for another word.
    memory.learn(words[1] ^ 1, .media)
    #expect(tag(words[1] ^ 1) == .media)
    #expect(tag(words[0] ^ 1) == nil)
  }
}
