/// The places of a text where names may begin: tokens of plain letters that some name begins with, and all tokens
/// that are not so plain.
///
/// They are looked up all together, since the memory of the index is far away and is reached for many at a time as
/// fast as for one.
struct NameStarts {
  struct Start {
    let position: Int
    /// Bytes of a token that is a name and that no longer name begins with here; 0 where that has to be seen.
    var count = 0
    /// That of the name.
    var slot = NameSlot()
  }

  private struct Token {
    let position: Int
    let count: Int
    /// 0 where it is not plain and must be looked at.
    let key: UInt64
    /// The key of the token with the next one; 0 when no name goes on here, 1 when that has to be seen.
    let nextKey: UInt64
  }

  private var tokens: [Token] = []
  /// By token; empty for one that is no name and begins none.
  private var slots: [NameSlot] = []
  /// The tokens that were not met lately; then of each of them whether the index may hold it, and what lies first.
  private var unknown: [Int] = []
  private var isHeld: [Bool] = []
  private var homes: [UInt64] = []
  private var hits: [(token: Int, slot: NameSlot)] = []
  /// In text order.
  private(set) var starts: [Start] = []

  /// Finds those of some ranges, which come in text order.
  ///
  /// - Parameter places: the tokens to look at; `nil` for all.
  mutating func find(
    _ text: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>], _ places: UnsafeBufferPointer<ScanPlace>?,
    _ inflections: InflectionRules, _ memory: ScanMemory
  ) {
    tokens.removeAll(keepingCapacity: true)
    if let places {
      var next = 0
      for range in ranges {
        collect(text, range.clamped(to: 0..<text.count), places, &next, inflections, memory)
      }
    } else {
      for range in ranges {
        var reader = TokenReader(text, range.clamped(to: 0..<text.count), memory.index.folding.tables)
        collect(&reader, until: Int.max, text, inflections, memory)
      }
    }
    lookUp(memory)
    choose(memory)
  }

  private mutating func collect(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ places: UnsafeBufferPointer<ScanPlace>,
    _ next: inout Int, _ inflections: InflectionRules, _ memory: ScanMemory
  ) {
    var reader = TokenReader(text, range, memory.index.folding.tables)
    while next < places.count, Int(places[next].start) < range.upperBound {
      let place = places[next]
      next += 1
      // One token here may be several there: "4th".
      guard Int(place.end) > reader.position else { continue }
      reader.jump(to: max(reader.position, Int(place.start)))
      collect(&reader, until: Int(place.end), text, inflections, memory)
    }
  }

  /// Goes on with a reader until it has reached a position or the end of its range.
  @inline(__always)
  private mutating func collect(
    _ reader: inout TokenReader, until end: Int, _ text: UnsafeBufferPointer<UInt8>,
    _ inflections: InflectionRules, _ memory: ScanMemory
  ) {
    let isInflected = !inflections.rules.isEmpty
    var token = ScannedToken()
    while reader.position < end {
      reader.skipSmallWords()
      if let plain = reader.plainToken(memory.classes) {
        let position = reader.position
        if isInflected, !inflections.byLastByte[Int(plain.last)].isEmpty {
          tokens.append(Token(position: position, count: 0, key: 0, nextKey: 1))
        } else {
          let key = KeyHash.extend(KeyHash.start, plain.hash)
          var next = Self.nextKey(key, text, position + plain.count, plain.count, reader, memory.classes)
          if isInflected, next != 0 { next = 1 }
          tokens.append(Token(position: position, count: plain.count, key: key, nextKey: next))
        }
        reader.skip(plain.count)
      } else {
        guard reader.next(&token, memory.slots) else { return }
        if token.startsLowercase, token.tailCount == 0 || token.tailIsLowercase { continue }
        tokens.append(Token(position: token.start, count: 0, key: 0, nextKey: 1))
      }
    }
  }

  @inline(__always)
  private static func nextKey(
    _ key: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ letters: Int, _ reader: TokenReader,
    _ classes: UnsafePointer<ScanMemory.ByteClass>
  ) -> UInt64 {
    let byte = text[end]
    if classes[Int(byte)] == .wall || byte == UInt8(ascii: ".") && letters > 4 { return 0 }
    guard byte == 0x20, end + 1 < text.count else { return 1 }
    if let next = reader.plainToken(at: end + 1, classes) { return KeyHash.extend(key, next.hash) }
    return classes[Int(text[end + 1])] == .wall ? 0 : 1
  }

  /// The slots of the tokens that are names or begin some.
  private mutating func lookUp(_ memory: ScanMemory) {
    let index = memory.index
    slots.removeAll(keepingCapacity: true)
    unknown.removeAll(keepingCapacity: true)
    for (place, token) in tokens.enumerated() {
      if token.key == 0 {
        slots.append(NameSlot())
      } else if let known = memory.known(token.key) {
        slots.append(known)
      } else {
        slots.append(NameSlot())
        unknown.append(place)
      }
    }
    isHeld.removeAll(keepingCapacity: true)
    for place in unknown { isHeld.append(index.mayHold(tokens[place].key)) }
    homes.removeAll(keepingCapacity: true)
    for (number, place) in unknown.enumerated() {
      homes.append(isHeld[number] ? index.homeKey(tokens[place].key) : 0)
    }
    for (number, place) in unknown.enumerated() {
      let key = tokens[place].key
      let slot = homes[number] != 0 && homes[number] <= key ? index.slot(key) : nil
      memory.learn(key, slot)
      if let slot { slots[place] = slot }
    }
    hits.removeAll(keepingCapacity: true)
    for (place, token) in tokens.enumerated() where token.key == 0 || slots[place].countAndFlags != 0 {
      hits.append((place, slots[place]))
    }
  }

  private mutating func choose(_ memory: ScanMemory) {
    isHeld.removeAll(keepingCapacity: true)
    for hit in hits {
      let next = tokens[hit.token].nextKey
      isHeld.append(
        next == 1
          || hit.slot.isPrefix
            && (memory.known(next).map { $0.countAndFlags != 0 } ?? memory.index.mayHold(next))
      )
    }
    starts.removeAll(keepingCapacity: true)
    for (place, hit) in hits.enumerated() {
      let token = tokens[hit.token]
      let mayGoOn = token.key == 0 || hit.slot.isPrefix && token.nextKey != 0 && isHeld[place]
      if mayGoOn {
        starts.append(Start(position: token.position))
      } else if hit.slot.isName {
        starts.append(Start(position: token.position, count: token.count, slot: hit.slot))
      }
    }
  }
}
