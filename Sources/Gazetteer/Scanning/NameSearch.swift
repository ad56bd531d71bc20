internal import GeoModel

/// The work of one scan: tokens read ahead, the search for names from each of them, and what was found.
struct NameSearch: ~Copyable {
  private let index: CompiledIndex
  private let inflections: InflectionRules
  private let options: NameScanner.Options
  private let memory: ScanMemory
  private let slots: UnsafeMutablePointer<UInt8>
  private let tokens: UnsafeMutablePointer<ScannedToken>
  private var first = 0
  private var waiting = 0

  private static let ringSize = ScanMemory.ringSize

  /// - Parameter memory: made for the same index.
  init(
    index: CompiledIndex, inflections: InflectionRules, options: NameScanner.Options, memory: ScanMemory
  ) {
    self.index = index
    self.inflections = inflections
    self.options = options
    self.memory = memory
    slots = memory.slots
    tokens = memory.tokens
  }

  mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>],
    places: UnsafeBufferPointer<Range<UInt32>>? = nil,
    _ body: (NameMatches) -> Void
  ) {
    if options.includesLowercase {
      for range in ranges { scanAll(text, range.clamped(to: 0..<text.count), body) }
      return
    }
    memory.starts.find(text, ranges, places, inflections, memory)
    let starts = memory.starts.starts
    var next = 0
    for range in ranges { scan(text, range.clamped(to: 0..<text.count), starts, &next, body) }
  }

  /// Looks at every token.
  private mutating func scanAll(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (NameMatches) -> Void
  ) {
    var reader = TokenReader(text, range, index.folding.tables)
    waiting = 0
    while ensure(1, &reader) { takeFirst(&reader, body) }
  }

  /// Looks at the tokens where names may begin, and at those that were read to see whether a name goes on.
  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ starts: UnsafeBufferPointer<NameStarts.Start>,
    _ next: inout Int, _ body: (NameMatches) -> Void
  ) {
    var reader = TokenReader(text, range, index.folding.tables)
    waiting = 0
    while true {
      if waiting == 0 {
        while next < starts.count, starts[next].position < reader.position { next += 1 }
        guard next < starts.count, starts[next].position < range.upperBound else { return }
        let start = starts[next]
        reader.jump(to: start.position + start.count)
        if start.count > 0 {
          handOver(start, body)
          continue
        }
        guard ensure(1, &reader) else { return }
      }
      takeFirst(&reader, body)
    }
  }

  /// Hands the names over that begin at a token and are known, the longer one first.
  private mutating func handOver(_ start: NameStarts.Start, _ body: (NameMatches) -> Void) {
    let first = start.position
    if start.pairCount > 0 {
      memory.found.append(
        FoundName(
          range: first..<(first + start.pairCount), tokenCount: 2, form: .exact, slot: start.pairSlot))
    }
    if start.slot.isName {
      memory.found.append(
        FoundName(range: first..<(first + start.count), tokenCount: 1, form: .exact, slot: start.slot))
    }
    body(matches(UnsafeBufferPointer(memory.found.values)))
    memory.found.removeAll()
  }

  @inline(__always)
  private mutating func takeFirst(_ reader: inout TokenReader, _ body: (NameMatches) -> Void) {
    if options.includesLowercase || !tokens[first].startsLowercase {
      begin(tokens[first], 0, &reader, body)
    }
    let token = tokens[first]
    if token.tailCount > 0, options.includesLowercase || !token.tailIsLowercase, memory.found.count == 0 {
      begin(token.tail(slot(0)), token.tailCount, &reader, body)
    }
    memory.found.removeAll()
    first = (first + 1) % Self.ringSize
    waiting -= 1
  }

  /// Looks for names that begin with a token; its folded form begins `offset` bytes into the first slot.
  @inline(__always)
  private mutating func begin(
    _ token: ScannedToken, _ offset: Int, _ reader: inout TokenReader, _ body: (NameMatches) -> Void
  ) {
    let path = Path(start: token.start, depth: 0, key: KeyHash.start, form: .exact)
    _ = follow(token, slot(0) + offset, path, &reader)
    guard memory.found.count > 0 else { return }
    if memory.found.count > 1 {
      var values = memory.found.values
      values.sort(by: Self.comesBefore)
    }
    body(matches(UnsafeBufferPointer(memory.found.values)))
  }

  @inline(__always)
  private func matches(_ found: UnsafeBufferPointer<FoundName>) -> NameMatches {
    NameMatches(found: found, index: Unmanaged.passUnretained(index))
  }

  private struct Path {
    let start: Int
    let depth: Int
    let key: UInt64
    let form: NameMatch.Form
  }

  /// Follows the path with a token in all its forms; `true` when that led to a name.
  private mutating func follow(
    _ token: ScannedToken, _ folded: UnsafeMutablePointer<UInt8>, _ path: Path, _ reader: inout TokenReader
  ) -> Bool {
    if token.isCut { return false }
    var reached = step(KeyHash.extend(path.key, token.hash), token.end, path.form, path, &reader)
    // "UK's" is spelled like "UKS", which is a name, too, and "Kars'ta" like "Karsta".
    let mayBeOther = token.count <= 3 || !inflections.rules.isEmpty
    if token.stemCount > 0, !reached || mayBeOther, stem(token, folded, path) { reached = true }
    if !inflections.rules.isEmpty, !reached || options.inflectsKnownNames {
      if inflect(token, folded, path, &reader) { reached = true }
    }
    return reached
  }

  /// Goes on from a key: takes down the name, if it is one, and looks at the next token, if a name goes on.
  @inline(__always)
  private mutating func step(
    _ key: UInt64, _ end: Int, _ form: NameMatch.Form, _ path: Path, _ reader: inout TokenReader
  ) -> Bool {
    guard let slot = memory.slot(key) else { return false }
    var reached = false
    if slot.isName {
      record(slot, path, end, form)
      reached = true
    }
    let depth = path.depth + 1
    if slot.isPrefix, depth < NameScanner.maximumTokens, ensure(depth + 1, &reader) {
      let token = tokens[(first + depth) % Self.ringSize]
      if token.isJoined {
        let next = Path(start: path.start, depth: depth, key: key, form: form)
        if follow(token, self.slot(depth), next, &reader) { reached = true }
      }
    }
    return reached
  }

  /// The token without what follows its last apostrophe, as the last one of a name.
  private mutating func stem(
    _ token: ScannedToken, _ folded: UnsafeMutablePointer<UInt8>, _ path: Path
  ) -> Bool {
    let copy = slots + Self.ringSize * TokenReader.slotSize
    copy.update(from: folded, count: token.stemCount)
    zeros(copy + token.stemCount)
    let key = KeyHash.extend(path.key, KeyHash.token(copy, token.stemCount))
    guard let slot = memory.slot(key), slot.isName else { return false }
    record(slot, path, token.stemEnd, path.form == .exact ? .suffixed : path.form)
    return true
  }

  private mutating func inflect(
    _ token: ScannedToken, _ folded: UnsafeMutablePointer<UInt8>, _ path: Path, _ reader: inout TokenReader
  ) -> Bool {
    guard token.count > 0 else { return false }
    var reached = false
    let table = inflections.table
    for ending in table.endings(endingIn: folded[token.count - 1]) {
      guard let stem = table.stem(of: folded, token.count, without: ending) else { continue }
      let letters = ByteScan.countScalars(UnsafeBufferPointer(start: folded, count: stem))
      let minimum = Int(ending.minimumStem)
      // Two letters are enough behind another word ("Санта-Ане") and where a letter stands in place of the ending:
      // "Уфе" is in "Уфа".
      guard letters >= min(Self.leastLetters, minimum) else { continue }
      let least = path.depth == 0 ? minimum : min(Self.leastLetters, minimum)
      for (number, base) in table.bases(of: ending).enumerated() {
        let count = stem + Int(base.count)
        guard letters + Int(base.letters) >= least, count <= TokenReader.capacity else { continue }
        let copy = slots + Self.ringSize * TokenReader.slotSize
        copy.update(from: folded, count: stem)
        table.copy(base, to: copy + stem)
        zeros(copy + count)
        let key = KeyHash.extend(path.key, KeyHash.token(copy, count))
        if step(key, token.end, .inflected(rule: Int(ending.rule), base: number), path, &reader) {
          reached = true
        }
      }
    }
    return reached
  }

  private static let leastLetters = 2

  private mutating func record(_ slot: NameSlot, _ path: Path, _ end: Int, _ form: NameMatch.Form) {
    let isKnown = memory.found.values.contains { $0.slot.key == slot.key && $0.range.upperBound == end }
    if isKnown { return }
    memory.found.append(
      FoundName(range: path.start..<end, tokenCount: path.depth + 1, form: form, slot: slot))
  }

  private static func comesBefore(_ a: FoundName, _ b: FoundName) -> Bool {
    if a.tokenCount != b.tokenCount { return a.tokenCount > b.tokenCount }
    if a.form != b.form { return a.form.order < b.form.order }
    return a.range.upperBound > b.range.upperBound
  }

  /// Sees to it that `count` tokens wait; `false` when the range has no more.
  @inline(__always)
  private mutating func ensure(_ count: Int, _ reader: inout TokenReader) -> Bool {
    while waiting < count {
      let place = (first + waiting) % Self.ringSize
      guard reader.next(&tokens[place], slot(waiting), memory.classes) else { return false }
      waiting += 1
    }
    return true
  }

  @inline(__always)
  private func slot(_ ahead: Int) -> UnsafeMutablePointer<UInt8> {
    slots + (first + ahead) % Self.ringSize * TokenReader.slotSize
  }

  @inline(__always)
  private func zeros(_ address: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(address).storeBytes(of: 0, as: UInt64.self)
  }
}

extension NameMatch.Form {
  /// Exact forms first, then suffixed ones, then inflections in the order of the rules.
  var order: Int {
    switch self {
    case .exact: 0
    case .suffixed: 1
    case .inflected(let rule, let base): 2 + rule * 64 + base
    }
  }
}
