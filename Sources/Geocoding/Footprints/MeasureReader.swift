internal import Reading

/// A distance in a sentence: "about 35 steps", "40–50 metres".
struct Measure {
  /// Tokens of the number and the unit, words like "about" included.
  let tokens: Range<Int>
  let distance: StatedDistance
  let unit: DistanceUnit
}

/// Finds distances: a number with a unit of length, unless it measures something else (a depth, a diameter).
struct MeasureReader {
  let view: SentenceView
  let numbers: [NumberSpan]

  /// A number of the sentence: what the words say at least and at most.
  struct NumberSpan {
    let tokens: Range<Int>
    let low: Double
    let high: Double
  }

  func measures() -> [Measure] {
    var found: [Measure] = []
    for number in numbers where number.low > 0 && number.high.isFinite {
      var token = number.tokens.upperBound
      // "a 50-metre zone", "50-метровая".
      if token < view.tokens.upperBound, view.isMark(token, UInt8(ascii: "-")) { token += 1 }
      // "50 de metri".
      if let link = view.relation(.fromOf, startingAt: token),
        view.unit(startingAt: link.tokens.upperBound) != nil
      {
        token = link.tokens.upperBound
      }
      guard token < view.tokens.upperBound, let match = view.unit(startingAt: token),
        let unit = DistanceUnit.tagged(match.tag)
      else { continue }
      let tokens = start(of: number)..<match.tokens.upperBound
      guard !measuresSomethingElse(tokens) else { continue }
      let text = view.words(tokens)
      let distance =
        number.low == number.high
        ? StatedDistance(number.low, unit, text: text)
        : StatedDistance(from: number.low, to: number.high, unit, text: text)
      found.append(Measure(tokens: tokens, distance: distance, unit: unit))
    }
    return found
  }

  /// "About", "some", "circa" before a number belong to the phrase and change nothing.
  private func start(of number: NumberSpan) -> Int {
    var start = number.tokens.lowerBound
    while true {
      if let word = view.relation([.about, .around], endingAt: start) {
        start = word.tokens.lowerBound
      } else if let link = view.relation([.plainIn, .plainFrom], endingAt: start),
        view.relation([.about, .around], endingAt: link.tokens.lowerBound) != nil
      {
        // "Примерно в 50 метрах".
        start = link.tokens.lowerBound
      } else {
        break
      }
    }
    return start
  }

  /// A depth, a diameter, a length, an extent: words right behind the measure, or up to three before it.
  private func measuresSomethingElse(_ tokens: Range<Int>) -> Bool {
    if view.relation(.notDistance, startingAt: tokens.upperBound) != nil { return true }
    let first = max(view.tokens.lowerBound, tokens.lowerBound - 3)
    return (first..<tokens.lowerBound).contains { token in
      // In "three metres wide 35 steps from", "wide" belongs to the metres.
      view.relation(.notDistance, startingAt: token) != nil && !view.isUnit(endingAt: token)
        && !(token..<tokens.lowerBound).contains { view.isPunctuation($0) }
    }
  }
}
