public import Reading

/// The documents of some inputs, read and worked on several at a time, handed on in order.
///
/// Memory stays bounded by a few documents, whatever the inputs hold.
public struct DocumentStream: Sendable {
  private let inputs: [String]
  private let reader: DocumentReader
  private let width: Int

  /// - Parameters:
  ///   - inputs: paths of files and folders; `-` is standard input.
  ///   - width: how many documents are worked on at a time; all cores unless given.
  public init(inputs: [String], reader: DocumentReader, width: Int? = nil) {
    self.inputs = inputs
    self.reader = reader
    self.width = max(1, width ?? Processors.count)
  }

  /// - Parameters:
  ///   - transform: the work on one document, and where it was found; may run at the same time as that on others.
  ///   - leftOut: called in place of `receive` for an input that gives no document.
  ///   - receive: called with each result, in the order of the inputs.
  /// - Throws: what `receive` throws, and `CancellationError`.
  public func forEach<Output: Sendable>(
    transform: @escaping @Sendable (Document, RawDocument) -> Output,
    leftOut: (ReadingError) -> Void,
    receive: (Output) throws -> Void
  ) async throws {
    var source = DocumentSource(inputs).makeIterator()
    try await forEachInOrder(
      width: width,
      next: { source.next() },
      transform: { [reader] raw -> Result<Output, ReadingError> in
        raw.flatMap { raw in
          Result { () throws(ReadingError) in transform(try reader.read(raw), raw) }
        }
      },
      receive: { result in
        switch result {
        case .success(let output): try receive(output)
        case .failure(let error): leftOut(error)
        }
      })
  }
}
