internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The numbers of a sentence, for measures.
enum NumberSpans {
  static func read(_ view: SentenceView) -> [MeasureReader.NumberSpan] {
    var spans: [MeasureReader.NumberSpan] = []
    for token in view.tokens where view.token(token).kind == .number {
      guard let value = Double(view.document.tokens.folded(token).replacing(",", with: "")) else { continue }
      spans.append(MeasureReader.NumberSpan(tokens: token..<(token + 1), low: value, high: value))
    }
    return spans
  }
}
