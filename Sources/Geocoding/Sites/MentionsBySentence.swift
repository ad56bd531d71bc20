internal import GeoModel
internal import Reading

/// The mentions of a document by their sentences, as indices.
struct MentionsBySentence {
  /// By sentence where its mentions begin in `indices`; one more for where the last ones end.
  private let starts: [Int]
  private let indices: [Int]

  init(_ mentions: [Mention], in document: Document) {
    var starts = [Int](filledWith: 0, count: document.sentences.count + 1)
    for index in mentions.indices { starts[mentions[index].sentence + 1] += 1 }
    for sentence in document.sentences.indices { starts[sentence + 1] += starts[sentence] }
    var next = starts
    var indices = [Int](filledWith: 0, count: mentions.count)
    for index in mentions.indices {
      let sentence = mentions[index].sentence
      indices[next[sentence]] = index
      next[sentence] += 1
    }
    self.starts = starts
    self.indices = indices
  }

  /// In the order of the mentions.
  subscript(sentence: Int) -> ArraySlice<Int> { indices[starts[sentence]..<starts[sentence + 1]] }
}
