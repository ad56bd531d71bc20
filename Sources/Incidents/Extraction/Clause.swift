import Reading

/// Cuts the clause around some words out of a sentence, as evidence.
struct Clause {
  let view: SentenceView
  let document: Document

  /// From the clause mark before the words to the one after.
  func around(_ tokens: Range<Int>) -> Evidence {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start > view.sentence.tokens.lowerBound && !isBoundary(start - 1) { start -= 1 }
    while end < view.sentence.tokens.upperBound && !isBoundary(end) { end += 1 }
    return document.evidence(view.bytes(start..<listEnd(end)))
  }

  /// "the fence, several vehicles, the main building and a wing": a list goes on over commas until
  /// words of another event, effect or speaker come.
  private func listEnd(_ start: Int) -> Int {
    let stops = view.matches.filter { ["event", "effect", "claim", "actor"].contains($0.section) }
    var end = start
    while end < view.sentence.tokens.upperBound, view.text.folded(end) == "," {
      var next = end + 1
      while next < view.sentence.tokens.upperBound && !isBoundary(next) { next += 1 }
      let segment = (end + 1)..<next
      guard !segment.isEmpty, segment.count <= 8, !stops.contains(where: { $0.tokens.overlaps(segment) })
      else { break }
      end = next
    }
    return end
  }

  private func isBoundary(_ token: Int) -> Bool {
    guard view.text.tokens[token].kind == .punctuation else { return false }
    return [",", ";", ":", ".", "!", "?", "—", "–", "(", ")"].contains(view.text.folded(token))
  }
}

extension Document {
  /// The words of a byte range with their place, counted in Unicode scalars.
  func evidence(_ bytes: Range<Int>) -> Evidence {
    let scalars = text.scalarRange(ofBytes: bytes)
    return Evidence(document: id, start: scalars.lowerBound, end: scalars.upperBound, quote: text[bytes])
  }
}
