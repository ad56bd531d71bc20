/// Cuts a stream of GeoJSON into blocks of whole Features, without reading what is in them.
///
/// Takes a FeatureCollection, a single Feature, Features one a line, and text sequences with record separators
/// (RFC 8142); which it is shows in the text. Memory stays at one block, or at the largest Feature.
public struct FeatureBlocks {
  /// Whole Features, one after the other.
  public struct Block: Sendable {
    public let bytes: [UInt8]
    /// Where each Feature stands in ``bytes``.
    public let features: [Range<Int>]
    /// Number of the first, from 1.
    public let firstNumber: Int
  }

  private enum Framing { case unknown, collection, lines, separators }

  private let read: (UnsafeMutableRawBufferPointer) throws -> Int
  /// Bytes to read at a time.
  public var size: Int
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private var number = 1
  private var framing = Framing.unknown
  /// After the array of a collection only blanks and foreign members come.
  private var isAfterFeatures = false

  /// - Parameters:
  ///   - size: bytes to read at a time.
  ///   - linesOnly: every line is one Feature, whatever the first looks like.
  ///   - read: fills a buffer and says how far, 0 at the end.
  public init(
    size: Int = 1 << 20, linesOnly: Bool = false,
    read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    self.size = size
    self.read = read
    if linesOnly { framing = .lines }
  }

  /// The next Features, `nil` at the end.
  ///
  /// - Throws: ``GeoJSONError`` when the text is no GeoJSON or breaks off, and what `read` throws.
  public mutating func next() throws -> Block? {
    while true {
      if !isAtEnd { try fill() }
      if framing == .unknown { try recognize() }
      if isAfterFeatures {
        buffer.removeAll(keepingCapacity: true)
        if isAtEnd { return nil }
        continue
      }
      let features: [Range<Int>]
      let used: Int
      switch framing {
      case .unknown where isAtEnd && buffer.allSatisfy(isBlank): return nil
      case .unknown where isAtEnd: throw GeoJSONError("the text breaks off before the first Feature ends")
      case .unknown: continue
      case .collection: (features, used) = try split()
      case .lines: (features, used) = records(separator: 0x0A)
      case .separators: (features, used) = records(separator: 0x1E)
      }
      if features.isEmpty {
        if isAtEnd, !isAfterFeatures {
          if framing == .collection { throw GeoJSONError("the text breaks off inside \"features\"") }
          return nil
        }
        buffer.removeFirst(used)
        continue
      }
      let block: Block
      if used == buffer.count {
        block = Block(bytes: buffer, features: features, firstNumber: number)
        buffer = []
      } else {
        let rest = Array(buffer[used...])
        block = Block(bytes: buffer, features: features, firstNumber: number)
        buffer = rest
      }
      number += features.count
      return block
    }
  }

  private mutating func fill() throws {
    let start = buffer.count
    var failure: (any Error)?
    let part = [UInt8](unsafeUninitializedCapacity: size) { memory, filled in
      do {
        while filled < size {
          let count = try read(
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(memory)[filled...]))
          if count == 0 { break }
          filled += count
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    isAtEnd = part.count < size
    if start == 0 { buffer = part } else { buffer += part }
    if number == 1, framing == .unknown, start == 0, buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      buffer.removeFirst(3)
    }
  }

  /// Looks what the first object is; leaves the buffer at the first Feature of a collection.
  private mutating func recognize() throws {
    var reference: Range<Int>?
    let (kind, start) = buffer.withUnsafeBufferPointer { bytes -> (Framing, Int) in
      guard let first = bytes.firstIndex(where: { !isBlank($0) }) else { return (.unknown, 0) }
      if bytes[first] == 0x1E { return (.separators, first) }
      var cursor = JSONCursor(bytes, from: first, to: bytes.count)
      guard cursor.take(UInt8(ascii: "{")) else { return (.lines, 0) }
      do throws(GeoJSONError) {
        repeat {
          cursor.skipBlanks()
          let name = try cursor.string()
          try cursor.colon()
          if cursor.equals(name, "features"), cursor.take(UInt8(ascii: "[")) {
            return (.collection, cursor.at)
          }
          let value = try cursor.value(depth: 1)
          if cursor.equals(name, "crs") { reference = value }
          cursor.skipBlanks()
        } while cursor.take(UInt8(ascii: ","))
        // A line that is whole, or one Feature over several lines.
        guard cursor.take(UInt8(ascii: "}")) else {
          return (isAtEnd || cursor.at < cursor.end ? .lines : .unknown, 0)
        }
        if bytes[first..<cursor.at].contains(0x0A) { return (.separators, 0) }
        return (.lines, 0)
      } catch {
        // Broken off at the end of what was read so far, or broken.
        return (cursor.at < cursor.end || isAtEnd ? .lines : .unknown, 0)
      }
    }
    framing = kind
    if kind == .collection {
      if let reference { try refuseOther(String(decoding: buffer[reference], as: UTF8.self)) }
      buffer.removeFirst(start)
    }
  }

  /// A `crs` member before the features, as the GeoJSON of 2008 had it, must be longitude and latitude.
  private func refuseOther(_ reference: String) throws {
    if ["CRS84", "4326", "null"].contains(where: { reference.hasWord($0) }) { return }
    throw GeoJSONError(
      "its \"crs\" is not WGS 84; convert it first, for example with ogr2ogr -t_srs EPSG:4326")
  }

  /// The Features of a collection that end within the buffer.
  private mutating func split() throws -> (features: [Range<Int>], used: Int) {
    var features: [Range<Int>] = []
    var used = 0
    var isClosed = false
    let problem: GeoJSONError? = buffer.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if isBlank(byte) || byte == UInt8(ascii: ",") {
          at += 1
          continue
        }
        if byte == UInt8(ascii: "]") {
          isClosed = true
          return nil
        }
        guard byte == UInt8(ascii: "{") else {
          return GeoJSONError(
            "feature \(number + features.count): a Feature should stand here, between { and }")
        }
        guard let end = endOfObject(bytes, at) else { return nil }
        features.append(at..<end)
        at = end
        used = end
      }
      used = at
      return nil
    }
    if let problem { throw problem }
    if isClosed {
      isAfterFeatures = true
      used = buffer.count
    }
    return (features, used)
  }

  /// Records that are told apart by a byte; the last one only when it is complete.
  private func records(separator: UInt8) -> (features: [Range<Int>], used: Int) {
    var features: [Range<Int>] = []
    var used = 0
    buffer.withUnsafeBufferPointer { bytes in
      var start = 0
      for i in 0...bytes.count where i == bytes.count ? isAtEnd : bytes[i] == separator {
        if bytes[start..<i].contains(where: { !isBlank($0) }) { features.append(start..<i) }
        start = min(i + 1, bytes.count)
        used = start
      }
    }
    return (features, used)
  }
}

extension String {
  fileprivate func hasWord(_ word: String) -> Bool {
    let (text, word) = (Array(utf8), Array(word.utf8))
    return text.indices.contains { text[$0...].starts(with: word) }
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

/// Behind the brace that closes the object which opens at `start`; `nil` when it is not there yet.
private func endOfObject(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  var depth = 0
  var at = start
  while at < bytes.count {
    switch bytes[at] {
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"):
      depth -= 1
      if depth == 0 { return at + 1 }
    case UInt8(ascii: "\""):
      at += 1
      while at < bytes.count {
        skipPlain(bytes, &at, bytes.count)
        guard at < bytes.count, bytes[at] != UInt8(ascii: "\"") else { break }
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
    default: break
    }
    at += 1
  }
  return nil
}
