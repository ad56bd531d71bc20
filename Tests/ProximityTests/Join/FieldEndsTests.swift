import CordonTestSupport
import Testing

@testable import Proximity

/// Tables of fields of every kind: quoted, with doubled quotes, delimiters and line ends inside, empty, blank lines,
/// too few and too many fields, and, when `isSound` is false, quotes where none may be.
private func table(_ rows: Int, _ delimiter: String, isSound: Bool, _ random: inout SplitMix64) -> String {
  var fields = [
    "", "x", "Kyiv", "\"\"", "\"a\(delimiter)b\"", "\"say \"\"so\"\"\"", "\"two\nlines\"", "\"\"\"\"",
    "Одеса",
  ]
  if !isSound { fields += ["5\" gun", "\"a\"b", " \"q\"", "\"open"] }
  let numbers = [
    "50.45", "-0.000001", "7", "180", "\"30.5\"", " 4.25 ", "91", "", "x", "1e1", "+3.5", "-179.9999999999",
  ]
  var text = "id\(delimiter)lat\(delimiter)note\(delimiter)lon\n"
  for row in 0..<rows {
    func number() -> String { numbers[random.int(0..<numbers.count)] }
    func field() -> String { fields[random.int(0..<fields.count)] }
    var record = ["\(row)", number(), field(), number()]
    switch random.int(0..<12) {
    case 0: record.removeLast()
    case 1: record.append(field())
    case 2: record = [""]
    case 3: record[0] = field()
    default: break
    }
    text += record.joined(separator: delimiter) + (random.int(0..<3) == 0 ? "\r\n" : "\n")
  }
  if random.int(0..<2) == 0 { text.removeLast() }
  return text
}

/// The rows of a text that is read in blocks of about so many bytes; by bytes only when `isQuick` is false.
private func rows(_ text: String, block size: Int, isQuick: Bool) throws -> (PointRows, quick: Int) {
  var rest = Array(text.utf8)
  var blocks = CSVBlocks(path: "table") { buffer in
    // As a pipe gives it, not as much as there is room for.
    let count = min(rest.count, buffer.count, 1013)
    buffer.copyBytes(from: rest[..<count])
    rest.removeFirst(count)
    return count
  }
  let parser = try CSVRows(header: try #require(try blocks.header()), path: "table")
  blocks.delimiter = parser.delimiter
  var all = PointRows()
  var quick = 0
  while var block = try blocks.next(size: size) {
    if block.ends != nil { quick += 1 }
    if !isQuick { block.ends = nil }
    all.append(parser.rows(block, form: .csv, names: parser.columns))
  }
  return (all, quick)
}

@Suite struct FieldEndsTests {
  /// What is found sixty-four bytes at a time is what is found byte by byte, problems and line numbers included.
  @Test(arguments: [",", ";", "\t"], propertySeeds) func findsWhatBytesSay(
    _ delimiter: String, _ seed: UInt64
  )
    throws
  {
    for isSound in [true, false] {
      var random = SplitMix64(seed: seed)
      let text = table(300, delimiter, isSound: isSound, &random)
      let size = [256, 700, 4096, 1 << 20][random.int(0..<4)]
      let (found, quick) = try rows(text, block: size, isQuick: true)
      let (expected, _) = try rows(text, block: 1 << 20, isQuick: false)
      #expect(found.positions.elementsEqual(expected.positions), "blocks of \(size) bytes")
      #expect(found.numbers.elementsEqual(expected.numbers))
      #expect(zip(found.problems, expected.problems).first { $0 != $1 } == nil)
      #expect(found.problems.count == expected.problems.count)
      #expect(texts(found.ids, found).elementsEqual(texts(expected.ids, expected)))
      #expect(
        texts(found.records, found).elementsEqual(texts(expected.records, expected)))
      #expect(!expected.positions.isEmpty && !expected.problems.isEmpty)
      if isSound { #expect(quick > 0, "the quick way was not taken") }
    }
  }

  private func texts(_ spans: [Range<Int>], _ rows: PointRows) -> [[UInt8]] {
    spans.map { Array(rows.bytes[$0]) }
  }

  @Test func refusesQuotesInsideOfFields() {
    for text in ["a,5\" gun\n", "\"a\"b,c\n", "a, \"b\"\n", "\"a\n"] {
      #expect(
        Array(text.utf8).withUnsafeBytes { FieldEnds($0, delimiter: 0x2C, isAtEnd: true) } == nil, "\(text)")
    }
  }
}
