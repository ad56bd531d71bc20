internal import Reading

/// Where a document has words for kinds of sites, and what can come of them.
struct SiteHeads {
  /// The sentences that have one, in text order.
  private(set) var sentences: [Int] = []
  /// Some of them leads to a site, if only one is registered where the document is.
  private(set) var lead = false
  /// Some of them is that of a mission, which may be anywhere.
  private(set) var leadAnywhere = false

  /// Only where some pattern may begin is it asked whether one does.
  init(_ text: TaggedText) {
    guard let sought = text.sites, !text.siteWords.isEmpty else { return }
    var sentence = 0
    for word in text.siteWords.inOrder() {
      while sentence < text.sentences.count, text.sentences[sentence].tokens.upperBound <= word {
        sentence += 1
      }
      guard sentence < text.sentences.count else { break }
      let tokens = text.sentences[sentence].tokens
      func begins(_ words: PatternSearch) -> Bool {
        words.begins(in: text.document.tokens, at: word, before: tokens.upperBound)
      }
      guard tokens.contains(word), begins(sought.withHosts.all) else { continue }
      if sentences.last != sentence { sentences.append(sentence) }
      lead = lead || begins(sought.withHosts.leading)
      leadAnywhere = leadAnywhere || begins(sought.everywhere.leading)
    }
  }
}

extension UnsafeBufferPointer<Int> {
  /// The same in ascending order, which they mostly are in.
  fileprivate func inOrder() -> [Int] {
    let isInOrder = indices.dropFirst().allSatisfy { self[$0 - 1] <= self[$0] }
    return isInOrder ? Array(self) : sorted()
  }
}
