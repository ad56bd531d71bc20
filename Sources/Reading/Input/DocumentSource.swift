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
  private let inParts: Bool

  /// - Parameters:
  ///   - arguments: paths of files and folders; `-` is standard input.
  ///   - limit: the largest document or line in bytes, at most `documentLimit`.
  ///   - inParts: texts and records of more than 1 MiB come in parts, and may then be of any length.
  public init(
    _ arguments: [String], limit: Int = DocumentSource.documentLimit, inParts: Bool = false
  ) {
    self.arguments = arguments
    self.inParts = inParts
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

  public func makeIterator() -> Iterator {
    Iterator(InputFile.list(arguments), limit: limit, inParts: inParts)
  }

  public struct Iterator: IteratorProtocol {
    private var files: ArraySlice<InputFile>
    private let limit: Int
    private let inParts: Bool
    private var lines: RecordLines?
    private var long: LongText?
    private var ready: ArraySlice<RawDocument> = []

    init(_ files: [InputFile], limit: Int, inParts: Bool) {
      self.inParts = inParts
      self.files = files[...]
      self.limit = limit
    }

    public mutating func next() -> Result<RawDocument, ReadingError>? {
      while true {
        if let document = ready.popFirst() { return .success(document) }
        if let result = nextLine() ?? nextPart() { return result }
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

    private mutating func nextPart() -> Result<RawDocument, ReadingError>? {
      do throws(ReadingError) {
        if let document = try long?.next() { return .success(document) }
        long = nil
        return nil
      } catch {
        long = nil
        return .failure(error)
      }
    }

    private mutating func start(_ file: InputFile) throws(ReadingError) {
      switch file {
      case .failure(let error): throw error
      case .standardInput: try startStandardInput()
      case .file(let path, let id, .jsonLines):
        lines = RecordLines(lineBytes(try FileBytes(path)), file: path, id: id)
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
        lines = RecordLines(lineBytes(file, start: start), file: "-", id: "stdin")
      } else {
        try whole(file, "-", "stdin", format, start: start)
      }
    }

    private func lineBytes(_ file: FileBytes, start: [UInt8] = []) -> LineBytes {
      LineBytes(file, limit: limit, longLimit: inParts ? DocumentPart.wholeLimit : nil, start: start)
    }

    private mutating func whole(
      _ file: FileBytes, _ path: String, _ id: String, _ format: DocumentFormat, start: [UInt8]
    ) throws(ReadingError) {
      var bytes = start
      if inParts {
        while bytes.count <= DocumentPart.wholeLimit, try file.read(1 << 18, into: &bytes) {}
        if bytes.count > DocumentPart.wholeLimit, LongText.canRead(bytes, format) {
          long = LongText(file, path, id, format, start: bytes)
          return
        }
      }
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
  private var long: LongRecord?
  /// Whether a document is at hand without reading on.
  var hasLine: Bool { long == nil && lines.hasLine }

  init(_ lines: LineBytes, file: String, id: String) {
    self.lines = lines
    self.file = file
    self.id = id
  }

  mutating func next() throws(ReadingError) -> RawDocument? {
    if long != nil {
      if let part = try long?.next(&lines) { return part }
      long = nil
    }
    while let line = try lines.next() {
      switch line {
      case .tooLong:
        count += 1
        throw ReadingError(
          .badData, file: file, line: lines.number,
          "the line is longer than \(DocumentSource.documentLimit >> 20) MB and was left out; split it"
        )
      case .long:
        let number = lines.number + 1
        guard
          let (record, start) = LongRecord.open(
            lines.ahead, id: "\(id)#\(number)", file: file, line: number)
        else {
          lines.takeLong()
          continue
        }
        count += 1
        lines.pass(start)
        long = record
        if let part = try long?.next(&lines) { return part }
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
