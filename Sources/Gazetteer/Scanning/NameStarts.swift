internal import GeoModel

/// The places of a text where names may begin: tokens of plain letters that some name begins with, and all tokens
/// that are not so plain.
///
/// They are looked up all together, since the memory of the index is far away and is reached for many at a time as
/// fast as for one.
struct NameStarts: ~Copyable {
  struct Start: BitwiseCopyable {
    let position: Int
    /// Bytes of the token, where the names that begin with it are known; 0 where they have to be seen.
    var count = 0
    /// That of the token; of no name when it is none.
    var slot = NameSlot()
    /// Bytes of the token and the next one, when both are a name; then its slot. Else 0.
    var pairCount = 0
    var pairSlot = NameSlot()
  }

  struct Token: BitwiseCopyable {
    let position: Int
    let count: Int32
    /// To the end of the next token, where `nextKey` is one.
    var pairCount: Int32 = 0
    /// 0 where it is not plain and must be looked at.
    let key: UInt64
    /// The key of the token with the next one; 0 when no name goes on here, 1 when that has to be seen. Known of those
    /// that begin a name.
    var nextKey: UInt64 = 1
    /// Where its range ends.
    var end = 0
  }

  private var tokens = ValueRow<Token>()
  /// By token; empty for one that is no name and begins none.
  private var slots = ValueRow<NameSlot>()
  /// The tokens that were not met lately; then of each of them what lies first in the index, 0 for nothing.
  private var unknown = ValueRow<Int32>()
  private var homes = ValueRow<UInt64>()
  /// The tokens that are a name or begin one.
  private var hits = ValueRow<Int32>()
  /// By hit what was learned at the place of its next key.
  private var nextAnswers = ValueRow<NameSlot>()
  /// By hit 0 when its next key is not known and the index has nothing of it.
  private var nextHolds = ValueRow<UInt8>()
  /// In text order.
  private var found = ValueRow<Start>()

  /// In text order, until others are looked for.
  var starts: UnsafeBufferPointer<Start> { UnsafeBufferPointer(found.values) }

  /// Finds those of some ranges, which come in text order.
  ///
  /// - Parameter places: the tokens to look at; `nil` for all.
  mutating func find(
    _ text: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>], _ places: UnsafeBufferPointer<Range<UInt32>>?,
    _ inflections: InflectionRules, _ memory: ScanMemory
  ) {
    tokens.removeAll()
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
    goOn(text, isInflected: !inflections.rules.isEmpty, memory)
    choose(memory)
  }

  private mutating func collect(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ places: UnsafeBufferPointer<Range<UInt32>>,
    _ next: inout Int, _ inflections: InflectionRules, _ memory: ScanMemory
  ) {
    var reader = TokenReader(text, range, memory.index.folding.tables)
    while next < places.count, Int(places[next].lowerBound) < range.upperBound {
      let place = places[next]
      next += 1
      // One token here may be several there: "4th".
      guard Int(place.upperBound) > reader.position else { continue }
      reader.jump(to: max(reader.position, Int(place.lowerBound)))
      collect(&reader, until: Int(place.upperBound), text, inflections, memory)
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
        if isInflected, !inflections.table.endings(endingIn: plain.last).isEmpty {
          tokens.append(Token(position: position, count: 0, key: 0))
        } else {
          let key = KeyHash.extend(KeyHash.start, plain.hash)
          tokens.append(Token(position: position, count: Int32(plain.count), key: key, end: reader.end))
        }
        reader.skip(plain.count)
      } else {
        guard reader.next(&token, memory.slots, memory.classes) else { return }
        if token.startsLowercase, token.tailCount == 0 || token.tailIsLowercase { continue }
        tokens.append(Token(position: token.start, count: 0, key: 0))
      }
    }
  }

  /// Sees where names go on, of the tokens that begin some.
  private func goOn(_ text: UnsafeBufferPointer<UInt8>, isInflected: Bool, _ memory: ScanMemory) {
    let (tokens, slots) = (tokens.values, slots.values)
    for hit in hits.values.lazy.map(Int.init) where tokens[hit].key != 0 && slots[hit].isPrefix {
      Self.goOn(&tokens[hit], text, memory.classes)
      if isInflected, tokens[hit].nextKey != 0 { tokens[hit].nextKey = 1 }
    }
  }

  /// Sees whether and how a name may go on behind a token.
  @inline(__always)
  private static func goOn(
    _ token: inout Token, _ text: UnsafeBufferPointer<UInt8>, _ classes: UnsafePointer<ScanMemory.ByteClass>
  ) {
    let end = token.position + Int(token.count)
    guard end < token.end else {
      token.nextKey = 0
      return
    }
    let byte = text[end]
    if classes[Int(byte)] == .wall || byte == UInt8(ascii: ".") && token.count > 4 {
      token.nextKey = 0
      return
    }
    guard byte == 0x20 else { return }
    if let next = TokenReader.plainToken(at: end + 1, in: text, end: token.end, classes) {
      token.nextKey = KeyHash.extend(token.key, next.hash)
      token.pairCount = token.count + 1 + Int32(next.count)
    } else if end + 1 == token.end || classes[Int(text[end + 1])] == .wall {
      token.nextKey = 0
    }
  }

  /// The slots of the tokens that are names or begin some.
  private mutating func lookUp(_ memory: ScanMemory) {
    slots.take(tokens.count)
    unknown.take(tokens.count)
    let (tokens, slots) = (tokens.values, slots.values)
    var count = 0
    for place in tokens.indices {
      let answer = memory.answer(tokens[place].key)
      let isKnown = answer.key == tokens[place].key
      slots[place] = answer
      unknown.values[count] = Int32(truncatingIfNeeded: place)
      // What is not plain must be looked at in any case.
      count += isKnown || tokens[place].key == 0 ? 0 : 1
    }
    unknown.cut(to: count)
    lookUpUnknown(memory)
    hits.take(tokens.count)
    count = 0
    for place in tokens.indices {
      hits.values[count] = Int32(truncatingIfNeeded: place)
      count += tokens[place].key == 0 || slots[place].countAndFlags != 0 ? 1 : 0
    }
    hits.cut(to: count)
  }

  private mutating func lookUpUnknown(_ memory: ScanMemory) {
    let index = memory.index
    let (tokens, unknown) = (tokens.values, unknown.values)
    homes.removeAll()
    for place in unknown { homes.append(index.mayHold(tokens[Int(place)].key) ? 1 : 0) }
    for number in unknown.indices where homes.values[number] != 0 {
      homes.values[number] = index.homeKey(tokens[Int(unknown[number])].key)
    }
    for (number, place) in unknown.enumerated() {
      let key = tokens[Int(place)].key
      let home = homes.values[number]
      let slot = home != 0 && home <= key ? index.slot(key) : nil
      memory.learn(key, slot)
      slots.values[Int(place)] = slot ?? NameSlot()
    }
  }

  private mutating func choose(_ memory: ScanMemory) {
    let (tokens, slots, hits) = (tokens.values, slots.values, hits.values)
    nextAnswers.take(hits.count)
    for (number, hit) in hits.enumerated() {
      nextAnswers.values[number] = memory.answer(tokens[Int(hit)].nextKey)
    }
    nextHolds.take(hits.count)
    for (number, hit) in hits.enumerated() {
      let key = tokens[Int(hit)].nextKey
      // What is known is not asked for far away.
      let asked = nextAnswers.values[number].key == key ? 0 : key
      nextHolds.values[number] = memory.index.mayHold(asked) ? 1 : 0
    }
    found.removeAll()
    for (number, hit) in hits.enumerated() {
      let (token, slot) = (tokens[Int(hit)], slots[Int(hit)])
      let answer = nextAnswers.values[number]
      if token.key != 0, !slot.isPrefix || token.nextKey == 0 {
        if slot.isName { found.append(Start(position: token.position, count: Int(token.count), slot: slot)) }
      } else if token.key != 0, token.nextKey != 1, answer.key == token.nextKey, !answer.isPrefix {
        if slot.isName || answer.isName {
          found.append(
            Start(
              position: token.position, count: Int(token.count), slot: slot,
              pairCount: answer.isName ? Int(token.pairCount) : 0, pairSlot: answer))
        }
      } else if token.key == 0 || token.nextKey == 1 || answer.key == token.nextKey
        || nextHolds.values[number] != 0
      {
        found.append(Start(position: token.position))
      } else if slot.isName {
        found.append(Start(position: token.position, count: Int(token.count), slot: slot))
      }
    }
  }
}
