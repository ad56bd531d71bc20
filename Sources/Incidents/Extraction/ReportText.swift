import Reading

/// The words of one document and where they come from, shared by all that reads its sentences.
final class ReportText {
  let id: String
  let source: String?
  let text: SourceText
  /// Unicode scalars of the document before the text: of a long one that is read in parts.
  private let start: Int

  init(_ document: Document) {
    id = document.id
    source = document.source
    text = document.text
    start = document.part?.start ?? 0
  }

  subscript(bytes: Range<Int>) -> String { text[bytes] }

  /// The words of a byte range with their place, counted in Unicode scalars of the whole document.
  func evidence(_ bytes: Range<Int>) -> Evidence {
    let scalars = scalarRange(bytes)
    return Evidence(document: id, start: scalars.lowerBound, end: scalars.upperBound, quote: text[bytes])
  }

  /// Bytes of the text as Unicode scalars of the whole document.
  func scalarRange(_ bytes: Range<Int>) -> Range<Int> {
    let scalars = text.scalarRange(ofBytes: bytes)
    return (start + scalars.lowerBound)..<(start + scalars.upperBound)
  }
}
