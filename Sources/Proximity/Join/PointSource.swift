package import GeoModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file of positions that is read in blocks: comma-separated values or GeoJSON, told apart by how it begins.
package struct PointSource {
  /// A part of the file, not yet taken apart.
  package enum Block: Sendable {
    case records(CSVBlocks.Block)
    /// Some of the Features of a block.
    case features(FeatureBlocks.Block, Range<Int>)

    package var size: Int {
      switch self {
      case .records(let block): block.bytes.count
      case .features(let block, let part):
        part.isEmpty
          ? 0 : block.features[part.upperBound - 1].upperBound - block.features[part.lowerBound].lowerBound
      }
    }
  }

  /// Takes blocks apart; the same for all of a file.
  package enum Parser: Sendable {
    case records(CSVRows)
    case features(FeatureRows)

    package var columns: [String] {
      switch self {
      case .records(let parser): parser.columns
      case .features(let parser): parser.columns
      }
    }

    func rows(_ block: Block, form: RowForm, names: [String]) -> PointRows {
      switch (self, block) {
      case (.records(let parser), .records(let block)): parser.rows(block, form: form, names: names)
      case (.features(let parser), .features(let block, let part)):
        parser.rows(block, part, form: form, names: names)
      default: PointRows()
      }
    }

    /// The rows of Features of every kind, each with its geometry.
    func areas(_ block: Block, form: RowForm, names: [String]) -> (PointRows, [Geometry]) {
      switch (self, block) {
      case (.features(let parser), .features(let block, let part)):
        parser.areas(block, part, form: form, names: names)
      default: (PointRows(), [])
      }
    }

    /// Whether there may be areas in it.
    package var holdsGeometries: Bool {
      if case .features = self { true } else { false }
    }
  }

  private enum Cutter {
    case records(CSVBlocks)
    /// The rest is what is left of the last block.
    case features(FeatureBlocks, rest: (FeatureBlocks.Block, Range<Int>)?)
  }

  /// As it is called in messages.
  package let name: String
  /// Bytes, when it is a file that has a size.
  package let size: Int?
  package let parser: Parser
  private var cutter: Cutter

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: ``JoinInputError``.
  package init(path: String) throws {
    let file = try InputStream(path)
    name = file.name
    size = file.size
    let name = name
    if file.beginsLikeJSON {
      let isLines =
        ["l", "s", "ndjson", "seq"].contains { path.hasSuffix("json" + $0) } || path.hasSuffix(".ndjson")
      var blocks = FeatureBlocks(size: 1 << 18, linesOnly: isLines && !file.hasSeparators, read: file.read)
      let first: FeatureBlocks.Block?
      do {
        first = try blocks.next()
      } catch let error as GeoJSONError {
        throw JoinInputError(kind: .malformed, path: name, reason: error.description)
      }
      parser = .features(FeatureRows(first: first))
      cutter = .features(blocks, rest: first.map { ($0, $0.features.indices) })
    } else {
      var blocks = CSVBlocks(path: name, read: file.read)
      guard let header = try blocks.header() else {
        throw JoinInputError(
          kind: .malformed, path: name, reason: "it is empty; the first line should name the columns")
      }
      let rows = try CSVRows(header: header, path: name)
      blocks.delimiter = rows.delimiter
      parser = .records(rows)
      cutter = .records(blocks)
    }
  }

  /// Features that somebody makes, one a line.
  ///
  /// - Parameters:
  ///   - size: bytes that it comes to, about.
  ///   - lines: fills a buffer and says how far, 0 at the end.
  package init(
    name: String, size: Int?, lines: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    self.name = name
    self.size = size
    var blocks = FeatureBlocks(size: 1 << 18, linesOnly: true, read: lines)
    let first = try blocks.next()
    parser = .features(FeatureRows(first: first))
    cutter = .features(blocks, rest: first.map { ($0, $0.features.indices) })
  }

  /// The next part, `nil` at the end.
  ///
  /// - Throws: ``JoinInputError``.
  package mutating func next(size: Int) throws -> Block? {
    switch cutter {
    case .records(var blocks):
      let block = try blocks.next(size: size)
      cutter = .records(blocks)
      return block.map(Block.records)
    case .features(var blocks, var rest):
      do {
        if rest == nil {
          blocks.size = max(1 << 12, size)
          rest = try blocks.next().map { ($0, $0.features.indices) }
        }
        guard let (block, part) = rest else { return nil }
        var end = part.lowerBound + 1
        let start = block.features[part.lowerBound].lowerBound
        while end < part.upperBound, block.features[end].upperBound - start <= size { end += 1 }
        cutter = .features(blocks, rest: end < part.upperBound ? (block, end..<part.upperBound) : nil)
        return .features(block, part.lowerBound..<end)
      } catch let error as GeoJSONError {
        throw JoinInputError(kind: .malformed, path: name, reason: error.description)
      }
    }
  }
}

/// Bytes of a file or of standard input, with a look at the first.
private final class InputStream {
  let name: String
  let size: Int?
  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8]

  init(_ path: String) throws(JoinInputError) {
    self.path = path
    name = path == "-" ? "standard input" : path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw JoinInputError(
        kind: .missing, path: path, reason: "cannot read it: \(String(cString: strerror(errno)))")
    }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
    if status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw JoinInputError(kind: .missing, path: path, reason: "it is a folder; name a file")
    }
    pending = []
    pending = try fill(1 << 12)
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  private var firstByte: UInt8? {
    let text = pending.starts(with: [0xEF, 0xBB, 0xBF]) ? pending[3...] : pending[...]
    return text.first { $0 > 0x20 || $0 == 0x1E }
  }

  var beginsLikeJSON: Bool {
    firstByte == UInt8(ascii: "{") || firstByte == UInt8(ascii: "[") || hasSeparators
  }
  var hasSeparators: Bool { firstByte == 0x1E }

  private func fill(_ count: Int) throws(JoinInputError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        Result { () throws(JoinInputError) in
          try rawRead(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        }
      }
      if try more.get() == 0 { break }
      filled += try more.get()
    }
    return Array(bytes[..<filled])
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if pending.isEmpty { return try rawRead(buffer) }
    let count = min(buffer.count, pending.count)
    buffer.copyBytes(from: pending[..<count])
    pending.removeFirst(count)
    return count
  }

  private func rawRead(_ buffer: UnsafeMutableRawBufferPointer) throws(JoinInputError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno == EINTR { continue }
      throw JoinInputError(
        kind: .missing, path: name, reason: "cannot read it: \(String(cString: strerror(errno)))")
    }
  }
}
