internal import GeoModel
internal import Reading

/// The names of countries that stand for whose embassy or consulate something is: "the Spanish embassy", "посольство
/// Испании". They tell little of where the other places of a document are.
struct MissionOperators {
  /// Indices of spans, in text order.
  let spans: [Int]
  /// By span; empty where there are none.
  private let isOperator: [Bool]

  init(
    _ text: TaggedText, _ spans: UnsafeMutableBufferPointer<NameSpan>,
    _ owner: UnsafeMutableBufferPointer<Int32>
  ) {
    guard let embassies = text.sites?.embassies, !text.siteWords.isEmpty else {
      (self.spans, isOperator) = ([], [])
      return
    }
    let beside = Beside(text: text, embassies: embassies, spans: spans, owner: owner)
    let found = spans.indices.filter { index in
      let named = spans[index].meaning.named
      guard named.people != nil || named.country != nil else { return false }
      return beside.isBeforeEmbassy(spans[index]) || beside.isBehindEmbassy(spans[index])
    }
    var flags = [Bool](filledWith: false, count: found.isEmpty ? 0 : spans.count)
    for span in found { flags[span] = true }
    (self.spans, isOperator) = (found, flags)
  }

  func contains(_ span: Int) -> Bool { !isOperator.isEmpty && isOperator[span] }

  private struct Beside {
    let text: TaggedText
    let embassies: PatternSearch
    let spans: UnsafeMutableBufferPointer<NameSpan>
    let owner: UnsafeMutableBufferPointer<Int32>

    /// The most words of a kind of mission: "генеральное консульство", "interests section".
    private static let most = 4

    /// "US consulate general", "Spain's embassy", "US-Botschaft"; with the city between: "İspanya'nın Karakas
    /// Büyükelçiliği".
    func isBeforeEmbassy(_ span: NameSpan) -> Bool {
      let end = text.sentences[span.sentence].tokens.upperBound
      var next = span.tokens.upperBound
      if next < end, text.mark(next) == UInt8(ascii: "-") { next += 1 }
      if begins(next, end) { return true }
      guard next < end, span.isInflected || text.isPossessive(span.tokens.upperBound - 1), owner[next] >= 0
      else {
        return false
      }
      return begins(spans[Int(owner[next])].tokens.upperBound, end)
    }

    private func begins(_ start: Int, _ end: Int) -> Bool {
      guard start < end, text.tags[start].contains(.siteStart) || text.isPossessive(start) else {
        return false
      }
      return embassies.begins(in: text.document.tokens, at: start, before: min(end, start + Self.most))
    }

    /// "the embassy of Spain", "l'ambassade d'Espagne"; what "in" stands before is where it is.
    func isBehindEmbassy(_ span: NameSpan) -> Bool {
      let start = text.sentences[span.sentence].tokens.lowerBound
      var last = span.tokens.lowerBound - 1
      while last >= start, !text.tags[last].isDisjoint(with: [.of, .article]) { last -= 1 }
      guard last >= start, text.tags[last].isDisjoint(with: .locative), text.tokens[last].kind == .word else {
        return false
      }
      let end = last + 1
      for first in max(start, end - Self.most)..<end where text.tags[first].contains(.siteStart) {
        if embassies.isAll(of: first..<end, in: text.document.tokens) { return true }
      }
      return false
    }
  }
}
