internal import GeoModel

/// What patterns begin with, by which most words of a text are told to begin none.
struct PatternStarts: Sendable {
  /// Bits of the words that begin a pattern.
  private let words: FixedRow<UInt64>
  /// By the first letter of a prefix that begins a pattern the lengths of such prefixes, in bytes; 63 stands for all
  /// from there on.
  private let lengths: FixedRow<UInt64>
  /// Bits of what the longer ones of them begin with.
  private let heads: FixedRow<UInt64>
  /// Some pattern begins with a gap, or with any word.
  private let startsAnyhow: Bool
  private let startsWithAnyWord: Bool

  init(_ builder: PatternTrieBuilder) {
    words = FixedRow(builder.firstWords.bits)
    lengths = FixedRow(builder.firstLengths)
    heads = FixedRow(builder.firstHeads.bits)
    startsAnyhow = builder.nodes[0].gap >= 0
    startsWithAnyWord = builder.nodes[0].anyWord >= 0
  }

  /// `false` when no pattern begins with a token.
  ///
  /// - Parameters:
  ///   - hash: of its folded form.
  ///   - folded: what the folded form is a range of.
  @inline(__always)
  func mayStart(
    _ hash: UInt64, isMark: Bool, _ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    look.mayStart(hash, isMark: isMark, folded, range)
  }

  /// For many questions at a time; as long as the patterns live.
  var look: Look {
    Look(
      words: words.values, lengths: lengths.values, heads: heads.values, startsAnyhow: startsAnyhow,
      startsWithAnyWord: startsWithAnyWord)
  }

  struct Look {
    fileprivate let words: UnsafeBufferPointer<UInt64>
    fileprivate let lengths: UnsafeBufferPointer<UInt64>
    fileprivate let heads: UnsafeBufferPointer<UInt64>
    fileprivate let startsAnyhow: Bool
    fileprivate let startsWithAnyWord: Bool

    @inline(__always)
    func mayStart(
      _ hash: UInt64, isMark: Bool, _ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Bool {
      if HashBits.contains(hash, in: words) || startsAnyhow { return true }
      if isMark { return false }
      return startsWithAnyWord || !range.isEmpty && lengths(folded, range) != 0
    }

    /// A bit for each length that a prefix may have which begins a word and a pattern.
    @inline(__always)
    func lengths(_ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
      let word = UnsafeBufferPointer(rebasing: folded[range])
      let fitting = lengths[FirstLetters.letter(word)] & FirstLetters.lengths(upTo: word.count)
      let count = FirstLetters.headCount(word)
      if fitting >> UInt64(count) == 0 { return fitting }
      let isHead = HashBits.contains(FirstLetters.head(word, count), in: heads)
      return isHead ? fitting : fitting & FirstLetters.lengths(upTo: count - 1)
    }
  }
}

/// The first letters of a folded word: bytes of ASCII, or two bytes each.
enum FirstLetters {
  /// Room for each `letter`.
  static let letterCount = 192

  /// The first one as a number; of two bytes the second tells more, since alphabets share the first.
  @inline(__always)
  static func letter(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    word[0] < 0x80 || word.count == 1 ? Int(word[0] & 0x7F) : 128 + Int(word[1] & 0x3F)
  }

  /// How many bytes the first letters have that `head` is made of: of four letters, or of three.
  @inline(__always)
  static func headCount(_ word: UnsafeBufferPointer<UInt8>) -> Int { word[0] < 0x80 ? 4 : 6 }

  /// - Parameter count: of bytes, as `headCount` gives it; the word has so many.
  @inline(__always)
  static func head(_ word: UnsafeBufferPointer<UInt8>, _ count: Int) -> UInt64 {
    var head: UInt64 = 0
    for index in 0..<count { head = head << 8 | UInt64(word[index]) }
    return head &* 0x9E37_79B9_7F4A_7C15
  }

  /// The bits from 1 to the length of a word, and the last one for any long word.
  @inline(__always)
  static func lengths(upTo count: Int) -> UInt64 { count >= 63 ? ~0 : (2 << UInt64(count)) - 1 }
}

/// A bit for each of some hashes, by which most others are told.
struct HashBits {
  private(set) var bits = [UInt64](repeating: 0, count: 1 << 9)

  mutating func insert(_ hash: UInt64) {
    let bit = Self.bit(hash)
    bits[bit.word] |= bit.mask
  }

  @inline(__always)
  static func contains(_ hash: UInt64, in bits: UnsafeBufferPointer<UInt64>) -> Bool {
    let bit = bit(hash)
    return bits[bit.word] & bit.mask != 0
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> (word: Int, mask: UInt64) {
    let bit = (hash ^ hash >> 29) & 0x7FFF
    return (Int(bit >> 6), 1 << (bit & 63))
  }
}
