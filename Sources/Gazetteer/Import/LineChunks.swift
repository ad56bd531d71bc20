/// Cuts a stream of text into large pieces of whole lines.
struct LineChunks {
  struct Chunk: Sendable {
    let bytes: [UInt8]
    /// Number of its first line, from 1.
    let firstLine: Int
  }

  static let size = 4 << 20

  private let source: any ByteSource
  private let path: String
  private var carried: [UInt8] = []
  private var line = 1
  private var isAtEnd = false

  init(_ source: any ByteSource, path: String) {
    self.source = source
    self.path = path
  }

  /// The next piece, `nil` at the end. A byte order mark at the start is left out.
  ///
  /// - Throws: `GazetteerError.malformed` for a line longer than a piece, and what the source throws.
  mutating func next() throws(GazetteerError) -> Chunk? {
    if isAtEnd { return nil }
    let start = carried.count
    var bytes = carried
    bytes.reserveCapacity(start + Self.size)
    var failure: GazetteerError?
    let part = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
      do throws(GazetteerError) {
        count = try source.read(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
        count = 0
      }
    }
    if let failure { throw failure }
    isAtEnd = part.count < Self.size
    bytes += line == 1 && start == 0 && part.starts(with: [0xEF, 0xBB, 0xBF]) ? part[3...] : part[...]
    carried = []
    if !isAtEnd {
      guard let last = bytes.lastIndex(of: 0x0A) else {
        throw .malformed(
          path: path, line: line, problem: "the line is longer than \(Self.size >> 20) MB; this is no dump")
      }
      carried = Array(bytes[(last + 1)...])
      bytes.removeSubrange((last + 1)...)
    }
    let chunk = Chunk(bytes: bytes, firstLine: line)
    line += bytes.withUnsafeBufferPointer { text in
      var count = 0
      for byte in text { count &+= byte == 0x0A ? 1 : 0 }
      return count
    }
    return bytes.isEmpty ? nil : chunk
  }

  /// The same as ``forEachLine(_:_:)``, with each line split at its tabs.
  static func forEachRow(
    _ chunk: Chunk, _ body: (_ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ fields: DumpFields) -> Void
  ) {
    var fields = DumpFields()
    forEachLine(chunk) { line, number in
      fields.split(line)
      body(line, number, fields)
    }
  }

  /// Calls `body` with every line that is not empty and its number, without its line end.
  static func forEachLine(
    _ chunk: Chunk, _ body: (_ line: UnsafeBufferPointer<UInt8>, _ number: Int) -> Void
  ) {
    chunk.bytes.withUnsafeBufferPointer { text in
      var number = chunk.firstLine
      var start = 0
      while start < text.count {
        var next = start
        while next < text.count, text[next] != 0x0A { next += 1 }
        var end = next
        if end > start, text[end - 1] == 0x0D { end -= 1 }
        if end > start { body(UnsafeBufferPointer(rebasing: text[start..<end]), number) }
        number += 1
        start = next + 1
      }
    }
  }
}
