internal import Reading

/// The numbers of a sentence that may count units of length.
enum NumberSpans {
  static func read(_ view: SentenceView) -> [MeasureReader.NumberSpan] {
    var spans: [MeasureReader.NumberSpan] = []
    for quantity in view.quantities {
      guard let value = quantity.value else { continue }
      if let low = quantity.low, let high = quantity.high, low < high, low > 0 {
        spans.append(MeasureReader.NumberSpan(tokens: quantity.number, low: Double(low), high: Double(high)))
      } else {
        spans.append(MeasureReader.NumberSpan(tokens: quantity.number, low: value, high: value))
      }
    }
    // "A mile", "half a kilometre": the unit stands without a number.
    for unit in view.units {
      let token = unit.tokens.lowerBound
      guard !spans.contains(where: { $0.tokens.upperBound == token }) else { continue }
      if let half = view.relation(.half, endingAt: token) {
        spans.append(MeasureReader.NumberSpan(tokens: half.tokens, low: 0.5, high: 0.5))
      } else if let one = view.relation(.indefinite, endingAt: token) {
        spans.append(MeasureReader.NumberSpan(tokens: one.tokens, low: 1, high: 1))
      }
    }
    return spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
