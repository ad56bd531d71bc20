public import Reading

extension Result<RawDocument, ReadingError> {
  /// At least some, so that a batch ends.
  fileprivate var byteCount: Int { 256 + ((try? get().byteCount) ?? 0) }
}

/// The documents of some inputs, read and worked on several at a time, handed on in order.
///
/// Memory stays bounded by a few documents, whatever the inputs hold.
public struct DocumentStream: Sendable {
  private let inputs: [String]
  private let reader: DocumentReader
  private let width: Int
  private let inParts: Bool

  /// - Parameters:
  ///   - inputs: paths of files and folders; `-` is standard input.
  ///   - inParts: long texts come in parts, see `DocumentPart`, all in the language of the first one.
  ///   - width: how many documents are worked on at a time; all cores unless given.
  public init(inputs: [String], reader: DocumentReader, width: Int? = nil, inParts: Bool = false) {
    self.inputs = inputs
    self.inParts = inParts
    self.reader = reader
    self.width = max(1, width ?? Processors.count)
  }

  /// - Parameters:
  ///   - transform: the work on one document, and where it was found; may run at the same time as that on others.
  ///   - isStopped: asked now and then; `true` ends the stream as if there were no more.
  ///   - leftOut: called in place of `receive` for an input that gives no document.
  ///   - receive: called with each result, in the order of the inputs.
  ///   - pause: called when what was received is all there is for now.
  /// - Throws: what `receive` and `pause` throw, and `CancellationError`.
  public func forEach<Output: Sendable>(
    transform: @escaping @Sendable (Document, RawDocument) -> Output,
    isStopped: () -> Bool = { false },
    leftOut: (ReadingError) -> Void,
    receive: (Output) throws -> Void,
    pause: () throws -> Void = {}
  ) async throws {
    var source = DocumentSource(inputs, inParts: inParts).makeIterator()
    var whole: (language: String?, published: CalendarDate?)
    try await forEachInOrder(
      width: width,
      next: { isStopped() ? nil : batch(&source, &whole) },
      transform: { [reader] batch -> [Result<Output, ReadingError>] in
        batch.map { raw in
          raw.flatMap { raw in
            Result { () throws(ReadingError) in transform(try reader.read(raw), raw) }
          }
        }
      },
      receive: { results in
        for result in results {
          switch result {
          case .success(let output): try receive(output)
          case .failure(let error): leftOut(error)
          }
        }
        try pause()
      })
  }

  /// What is worked on at a time: short documents together, so that handing them over costs little, but never
  /// one that would have to be waited for.
  private static let batchBytes = 1 << 16

  /// - Parameter whole: what the first part told of the long document whose parts come one after the other.
  private func batch(
    _ source: inout DocumentSource.Iterator, _ whole: inout (language: String?, published: CalendarDate?)
  ) -> [Result<RawDocument, ReadingError>]? {
    guard var first = source.next() else { return nil }
    if case .success(var raw) = first, let part = raw.part {
      if part.isFirst { whole = (reader.language(ofPart: raw), reader.published(ofPart: raw)) }
      raw.part?.language = whole.language
      if !part.isFirst { raw.part?.published = whole.published }
      first = .success(raw)
    }
    var batch = [first]
    var bytes = first.byteCount
    while bytes < Self.batchBytes, let next = source.nextAtHand() {
      batch.append(next)
      bytes += next.byteCount
    }
    return batch
  }
}
