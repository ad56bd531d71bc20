/// Where the fields and the records of comma-separated text end.
///
/// # Method
/// Sixty-four bytes at a time become three words with a bit for each byte: delimiters, line ends, quotes. The sum
/// of all quotes before a byte, modulo two, says whether it is inside of some. That is what RFC 4180 means as
/// long as quotes open fields and close them and stand doubled; text in which one stands elsewhere is refused,
/// for somebody to read it byte by byte.
struct FieldEnds: Sendable {
  /// Places of the delimiters and line ends outside of quotes, ascending; the last is the end of a record.
  let fields: [UInt32]
  /// Those of them that end records.
  let records: [UInt32]
  /// Whether there are line ends inside of quotes.
  let holdsLineEnds: Bool

  /// - Parameters:
  ///   - bytes: the first is the first of a record; fewer than 2^32.
  ///   - isAtEnd: the last record may lack its line end.
  /// - Returns: `nil` when a quote is neither at the border of a field nor doubled.
  init?(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, isAtEnd: Bool) {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var scan = FieldScan(delimiter: delimiter)
    let capacity = count + 65
    let found = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { fields in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { records -> ([UInt32], [UInt32])? in
        guard let allFields = fields.baseAddress, let allRecords = records.baseAddress else { return nil }
        var at = 0
        while at + 64 <= count {
          if !scan.take(base + at, at, allFields, allRecords) { return nil }
          at += 64
        }
        if at < count {
          // Zeros end nothing.
          let rest = withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { padded in
            padded.initializeMemory(as: UInt8.self, repeating: 0)
            padded.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[at...]))
            guard let start = padded.baseAddress else { return false }
            return scan.take(start, at, allFields, allRecords)
          }
          if !rest { return nil }
        }
        if isAtEnd, bytes[count - 1] != 0x0A || scan.isInside {
          if scan.isInside { return nil }
          fields[scan.fieldCount] = UInt32(count)
          records[scan.recordCount] = UInt32(count)
          scan.fieldCount += 1
          scan.recordCount += 1
        }
        let recordEnd = scan.recordCount > 0 ? records[scan.recordCount - 1] : 0
        while scan.fieldCount > 0, fields[scan.fieldCount - 1] > recordEnd { scan.fieldCount -= 1 }
        if scan.recordCount == 0 { scan.fieldCount = 0 }
        return (Array(fields[..<scan.fieldCount]), Array(records[..<scan.recordCount]))
      }
    }
    guard let (fields, records) = found else { return nil }
    self.fields = fields
    self.records = records
    holdsLineEnds = scan.quotedLineEnds > 0
  }
}

/// What is known between one part of the text and the next.
private struct FieldScan {
  private let delimiter: UInt8
  var fieldCount = 0
  var recordCount = 0
  var quotedLineEnds = 0
  /// All ones when the next byte is inside of quotes.
  private var inside: UInt64 = 0
  /// 1 when a field may begin with the next byte.
  private var mayOpen: UInt64 = 1
  /// 1 when the last byte closed a quoted field.
  private var closed: UInt64 = 0

  init(delimiter: UInt8) { self.delimiter = delimiter }

  var isInside: Bool { inside != 0 }

  /// Writes the ends among sixty-four bytes; `false` when a quote stands where it should not.
  @inline(__always)
  mutating func take(
    _ bytes: UnsafeRawPointer, _ offset: Int, _ fields: UnsafeMutablePointer<UInt32>,
    _ records: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    var (ends, lineEnds, quotes) = (SIMD2<UInt64>.zero, SIMD2<UInt64>.zero, SIMD2<UInt64>.zero)
    for i in 0..<4 {
      let text = bytes.loadUnaligned(fromByteOffset: 48 - 16 * i, as: SIMD2<UInt64>.self)
      let (line, quote) = (places(of: 0x0A, in: text), places(of: UInt8(ascii: "\""), in: text))
      lineEnds = lineEnds &<< 2 | line
      quotes = quotes &<< 2 | quote
      ends = ends &<< 2 | line | places(of: delimiter, in: text)
    }
    return finish(
      transposed(ends[0] | ends[1] &<< 1), transposed(lineEnds[0] | lineEnds[1] &<< 1),
      transposed(quotes[0] | quotes[1] &<< 1), bytes, offset, fields, records)
  }

  @inline(__always)
  private mutating func finish(
    _ ends: UInt64, _ lineEnds: UInt64, _ quotes: UInt64, _ bytes: UnsafeRawPointer, _ offset: Int,
    _ fields: UnsafeMutablePointer<UInt32>, _ records: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    var odd = quotes
    odd ^= odd &<< 1
    odd ^= odd &<< 2
    odd ^= odd &<< 4
    odd ^= odd &<< 8
    odd ^= odd &<< 16
    odd ^= odd &<< 32
    let quoted = odd ^ inside
    let opening = quotes & quoted
    let closing = quotes & ~quoted
    let borders = ends | quotes
    if opening & ~(borders &<< 1 | mayOpen) != 0 { return false }
    var behind = (closing &<< 1 | closed) & ~borders
    while behind != 0 {
      if bytes.load(fromByteOffset: behind.trailingZeroBitCount, as: UInt8.self) != 0x0D { return false }
      behind &= behind &- 1
    }
    mayOpen = borders &>> 63
    closed = closing &>> 63
    inside = 0 &- (quoted &>> 63)

    write(ends & ~quoted, offset, fields, &fieldCount, atOnce: 8)
    write(lineEnds & ~quoted, offset, records, &recordCount, atOnce: 1)
    if lineEnds & quoted != 0 { quotedLineEnds += 1 }
    return true
  }

  /// Writes so many places whether they are there or not, since a loop whose end cannot be foretold costs more.
  @inline(__always)
  private func write(
    _ bits: UInt64, _ offset: Int, _ places: UnsafeMutablePointer<UInt32>, _ count: inout Int, atOnce: Int
  ) {
    var rest = bits
    let start = UInt32(truncatingIfNeeded: offset)
    let next = places + count
    for i in 0..<atOnce {
      next[i] = start &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    if rest != 0 {
      var i = atOnce
      while rest != 0 {
        next[i] = start &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
        rest &= rest &- 1
        i += 1
      }
    }
    count += bits.nonzeroBitCount
  }
}

/// The lowest bit of each byte that is the one looked for.
///
/// Written out, since comparisons of vectors of bytes are not always compiled to the one instruction they are.
@inline(__always)
private func places(of byte: UInt8, in text: SIMD2<UInt64>) -> SIMD2<UInt64> {
  let low = SIMD2<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
  let differing = text ^ SIMD2(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
  // The highest bit of a byte is left unset only where nothing differs.
  let highest = ((differing & low) &+ low) | differing | low
  return ~highest &>> 7
}

/// Bit j of byte k becomes bit k of byte j.
@inline(__always)
private func transposed(_ word: UInt64) -> UInt64 {
  var x = word
  var moved = (x ^ (x &>> 7)) & 0x00AA_00AA_00AA_00AA
  x ^= moved ^ (moved &<< 7)
  moved = (x ^ (x &>> 14)) & 0x0000_CCCC_0000_CCCC
  x ^= moved ^ (moved &<< 14)
  moved = (x ^ (x &>> 28)) & 0x0000_0000_F0F0_F0F0
  return x ^ moved ^ (moved &<< 28)
}
