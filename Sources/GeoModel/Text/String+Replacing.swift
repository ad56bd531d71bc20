extension String {
  /// The same with every occurrence of some words replaced, from the left; compared byte by byte, so that what
  /// marks follow does not hide them, and many times faster than character by character.
  package func replacingBytes(of words: String, with other: String) -> String {
    let (text, part, new) = (Array(utf8), Array(words.utf8), Array(other.utf8))
    guard let first = part.first, text.count >= part.count else { return self }
    var result: [UInt8] = []
    var from = 0
    var at = 0
    while at <= text.count - part.count {
      guard text[at] == first, text[at..<(at + part.count)].elementsEqual(part) else {
        at += 1
        continue
      }
      result.append(contentsOf: text[from..<at])
      result.append(contentsOf: new)
      at += part.count
      from = at
    }
    guard from > 0 else { return self }
    result.append(contentsOf: text[from...])
    return String(decoding: result, as: UTF8.self)
  }
}
