internal import GeoModel

/// The documents of files, folders and standard input, one at a time.
///
/// Iterating opens one file after the other and holds one document in memory. What cannot be read
/// comes as a failure in its place, and the rest goes on.
public struct DocumentSource: Sequence {
  /// The largest document or line, in bytes: 64 MiB.
  public static let documentLimit = 64 << 20

  private let arguments: [String]
  private let limit: Int

  /// - Parameters:
  ///   - arguments: paths of files and folders; `-` is standard input.
  ///   - limit: the largest document or line in bytes, at most `documentLimit`.
  public init(_ arguments: [String], limit: Int = DocumentSource.documentLimit) {
    self.arguments = arguments
    self.limit = Swift.min(limit, Self.documentLimit)
  }

  /// The size of all files together, in bytes; `nil` when one of them is standard input or a pipe.
  public var byteCount: Int? {
    var sum = 0
    for file in InputFile.list(arguments) {
      switch file {
      case .failure: continue
      case .standardInput: return nil
      case .file(let path, _, _):
        guard let size = FileBytes.size(of: path) else { return nil }
        sum += size
      }
    }
    return sum
  }

  public func makeIterator() -> Iterator { Iterator(InputFile.list(arguments), limit: limit) }

  public struct Iterator: IteratorProtocol {
    private var files: ArraySlice<InputFile>
    private let limit: Int
    private var lines: RecordLines?
    private var ready: ArraySlice<RawDocument> = []

    init(_ files: [InputFile], limit: Int) {
      self.files = files[...]
      self.limit = limit
    }

    public mutating func next() -> Result<RawDocument, ReadingError>? {
      while true {
        if let document = ready.popFirst() { return .success(document) }
        if let result = nextLine() { return result }
        guard let file = files.popFirst() else { return nil }
        do throws(ReadingError) {
          try start(file)
        } catch {
          return .failure(error)
        }
      }
    }

    /// The next one if nothing has to be read or waited for; `nil` says nothing of whether there are more.
    public mutating func nextAtHand() -> Result<RawDocument, ReadingError>? {
      if let document = ready.popFirst() { return .success(document) }
      return lines?.hasLine == true ? nextLine() : nil
    }

    private mutating func nextLine() -> Result<RawDocument, ReadingError>? {
      guard lines != nil else { return nil }
      do throws(ReadingError) {
        if let document = try lines?.next() { return .success(document) }
        lines = nil
        return nil
      } catch {
        // Only a read error ends the file; a bad line is passed over.
        if error.line == nil { lines = nil }
        return .failure(error)
      }
    }

    private mutating func start(_ file: InputFile) throws(ReadingError) {
      switch file {
      case .failure(let error): throw error
      case .standardInput: try startStandardInput()
      case .file(let path, let id, .jsonLines):
        lines = RecordLines(LineBytes(try FileBytes(path), limit: limit), file: path, id: id)
      case .file(let path, let id, let format):
        try whole(try FileBytes(path), path, id, format, start: [])
      }
    }

    private mutating func startStandardInput() throws(ReadingError) {
      let file = try FileBytes("-")
      var start: [UInt8] = []
      while start.count < 1 << 16, try file.read(1 << 16, into: &start) {}
      let format = DocumentFormat(content: start)
      if format == .jsonLines {
        lines = RecordLines(LineBytes(file, limit: limit, start: start), file: "-", id: "stdin")
      } else {
        try whole(file, "-", "stdin", format, start: start)
      }
    }

    private mutating func whole(
      _ file: FileBytes, _ path: String, _ id: String, _ format: DocumentFormat, start: [UInt8]
    ) throws(ReadingError) {
      var bytes = start
      try file.readAll(limit: limit, into: &bytes)
      guard bytes.contains(where: { $0 > 0x20 }) else {
        throw ReadingError(.badData, file: path, "is empty")
      }
      guard format == .json else {
        ready = [RawDocument(id: id, file: path, line: nil, content: .file(bytes, format))]
        return
      }
      ready = try JSONRecords.records(of: bytes, file: path, id: id)[...]
    }
  }
}

/// The records of a JSON Lines file.
private struct RecordLines {
  var lines: LineBytes
  let file: String
  let id: String
  private var count = 0
  /// Whether a document is at hand without reading on.
  var hasLine: Bool { lines.hasLine }

  init(_ lines: LineBytes, file: String, id: String) {
    self.lines = lines
    self.file = file
    self.id = id
  }

  mutating func next() throws(ReadingError) -> RawDocument? {
    while let line = try lines.next() {
      switch line {
      case .tooLong:
        count += 1
        throw ReadingError(
          .badData, file: file, line: lines.number,
          "the line is longer than \(DocumentSource.documentLimit >> 20) MB and was left out; split it"
        )
      case .bytes(let bytes):
        guard bytes.contains(where: { $0 > 0x20 }) else { continue }
        count += 1
        return RawDocument(
          id: "\(id)#\(lines.number)", file: file, line: lines.number, content: .line(bytes))
      }
    }
    guard count > 0 else { throw ReadingError(.badData, file: file, "is empty") }
    return nil
  }
}
