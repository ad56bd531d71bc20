internal import Gazetteer
internal import Reading

/// Puts a user's own names into the names of a document.
struct OverriddenSpans {
  let gazetteer: Gazetteer
  let overrides: PlaceOverrides
  let memory: WorkerMemory

  /// - Parameter spans: what the gazetteer found, in text order.
  func spans(_ spans: [NameSpan], in text: TaggedText) -> [NameSpan] {
    guard !overrides.names.isEmpty else { return spans }
    let own = ownNames(in: text)
    guard !own.isEmpty else { return spans }
    var kept = spans
    var added: [NameSpan] = []
    for (tokens, sentence, actions) in own {
      let rivals = kept.filter { $0.tokens.overlaps(tokens) }
      // A longer name of the gazetteer is another name.
      guard rivals.allSatisfy({ $0.tokens.count <= tokens.count }) else { continue }
      kept.removeAll { $0.tokens.overlaps(tokens) }
      let same = rivals.first { $0.tokens == tokens }
      if let span = span(tokens, sentence, actions, same, text) { added.append(span) }
    }
    return (kept + added).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private typealias OwnName = (tokens: Range<Int>, sentence: Int, actions: [PlaceOverrides.Action])

  private func ownNames(in text: TaggedText) -> [OwnName] {
    var found: [OwnName] = []
    for (index, sentence) in text.sentences.enumerated() {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard let name = ownName(at: token, sentence.tokens.upperBound, text) else {
          token += 1
          continue
        }
        found.append((token..<name.end, index, name.actions))
        token = name.end
      }
    }
    return found
  }

  /// The longest that begins at a capitalised token.
  private func ownName(
    at first: Int, _ end: Int, _ text: TaggedText
  ) -> (end: Int, actions: [PlaceOverrides.Action])? {
    guard text.tokens[first].kind != .punctuation, text.tokens[first].casing != .lower,
      let entries = overrides.names[text.hashes[first]]
    else { return nil }
    var longest = 0
    var actions: [PlaceOverrides.Action] = []
    var last = first
    for entry in entries where entry.words.count >= longest {
      guard let reached = match(entry.words, first, end, text) else { continue }
      if entry.words.count > longest {
        longest = entry.words.count
        actions = []
      }
      last = reached
      actions.append(entry.action)
    }
    return actions.isEmpty ? nil : (last, actions)
  }

  /// The token behind the words; a hyphen or a point between them does not matter.
  private func match(_ words: [UInt64], _ first: Int, _ end: Int, _ text: TaggedText) -> Int? {
    var token = first
    for word in words {
      while token > first, token < end, text.tokens[token].kind == .punctuation,
        text.mark(token) == UInt8(ascii: "-") || text.mark(token) == UInt8(ascii: ".")
      {
        token += 1
      }
      guard token < end, text.hashes[token] == word else { return nil }
      token += 1
    }
    return token
  }

  private func span(
    _ tokens: Range<Int>, _ sentence: Int, _ actions: [PlaceOverrides.Action], _ same: NameSpan?,
    _ text: TaggedText
  ) -> NameSpan? {
    let last = text.tokens[tokens.upperBound - 1]
    var end = last.range.upperBound
    if text.isPossessive(tokens.upperBound - 1) {
      end -= text.utf8[end - 2] == 0x27 ? 2 : 4
    }
    var name = PrefixHash.start
    for token in tokens { PrefixHash.extend(&name, UInt8(truncatingIfNeeded: text.hashes[token])) }
    var span =
      same
      ?? NameSpan(
        range: text.tokens[tokens.lowerBound].range.lowerBound..<end, tokens: tokens, sentence: sentence,
        held: MeaningRecord.none.meaning, name: name, isInflected: false)
    span.isGiven = true
    for action in actions {
      switch action {
      case .block: return nil
      case .pin(let place):
        span.held = meaning([sense(place)])
        return span
      case .alias(let place):
        span.held = meaning(span.senses.filter { $0.place.id != place } + [sense(place)])
      case .place(let site): span.own = Unmanaged.passUnretained(memory.keep(OwnPlace(site)))
      }
    }
    return span
  }

  private func meaning(_ senses: [NameSense]) -> UnsafePointer<NameMeaning> {
    memory.keep(MeaningRecord(senses)).meaning
  }

  private func sense(_ place: PlaceID) -> NameSense {
    NameSense(place: PlaceTraits(gazetteer.place(place)), kind: .primary)
  }
}
