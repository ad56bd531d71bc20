import Geocoding
import Reading

/// Cuts the clause around some words out of a sentence, as evidence.
struct Clause {
  private static let comma = UInt8(ascii: ",")
  private static let boundaries = MarkSet(",", ";", ":", ".", "!", "?", "—", "–", "(", ")")

  let view: SentenceView

  /// From the clause mark before the words to the one after.
  func around(_ tokens: Range<Int>) -> Evidence {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start > view.sentence.tokens.lowerBound && !isBoundary(start - 1) { start -= 1 }
    while end < view.sentence.tokens.upperBound && !isBoundary(end) { end += 1 }
    // "damaging the fence" opens its clause, and nothing before the comma was damaged.
    let first = tokens.lowerBound - start >= 2 ? listStart(start) : start
    return view.report.evidence(view.bytes(first..<listEnd(end)))
  }

  /// "the main building and the consular section, the residence were damaged": a list begins before the comma.
  private func listStart(_ end: Int) -> Int {
    guard end > view.sentence.tokens.lowerBound, view.isMark(end - 1, Self.comma) else { return end }
    let stops = view.listStops + view.dates.map(\.tokens)
    var start = end
    while start > view.sentence.tokens.lowerBound, view.isMark(start - 1, Self.comma) {
      var first = start - 1
      while first > view.sentence.tokens.lowerBound && !isBoundary(first - 1) { first -= 1 }
      let segment = first..<(start - 1)
      guard !segment.isEmpty, segment.count <= 10, !stops.contains(where: { $0.overlaps(segment) }),
        !view.mentions.contains(where: { $0.role == .place && $0.tokens.upperBound == start - 1 })
      else { break }
      start = first
    }
    return start
  }

  /// "the fence, several vehicles, the main building and a wing": a list goes on over commas until
  /// words of another event, effect or speaker come.
  private func listEnd(_ start: Int) -> Int {
    let stops = view.listStops
    var end = start
    while end < view.sentence.tokens.upperBound, view.isMark(end, Self.comma) {
      var next = end + 1
      while next < view.sentence.tokens.upperBound && !isBoundary(next) { next += 1 }
      let segment = (end + 1)..<next
      guard !segment.isEmpty, segment.count <= 8, !stops.contains(where: { $0.overlaps(segment) })
      else { break }
      end = next
    }
    return end
  }

  private func isBoundary(_ token: Int) -> Bool {
    guard view.text.tokens[token].kind == .punctuation else { return false }
    return Self.boundaries.contains(view.mark(token))
  }
}
