internal import GeoModel

/// The endings of `InflectionRules` as they are tried on word after word: numbers at one place, nothing to count.
final class EndingTable: Sendable {
  struct Ending: BitwiseCopyable, Sendable {
    /// The first eight bytes, and which bits of a word's are compared with them.
    fileprivate let head: UInt64
    fileprivate let mask: UInt64
    /// All of it, in `bytes`.
    fileprivate let start: Int32
    let count: Int32
    /// Index into `InflectionRules.rules`.
    let rule: Int32
    let minimumStem: Int32
    fileprivate let firstBase: Int32
    fileprivate let lastBase: Int32
  }

  struct Base: BitwiseCopyable, Sendable {
    fileprivate let start: Int32
    let count: Int32
    let letters: Int32
  }

  private let endings: FixedRow<Ending>
  /// By the last byte of an ending where those with it begin in `endings`; one more for where the last ones end.
  private let firstEndings: FixedRow<Int32>
  private let bases: FixedRow<Base>
  private let bytes: FixedRow<UInt8>

  /// - Parameter byLastByte: indices of rules by the last byte of their ending, in the order to try them.
  init(_ rules: [InflectionRule], byLastByte: [[Int]]) {
    var (endings, bases, bytes) = ([Ending](), [Base](), [UInt8]())
    var firstEndings: [Int32] = [0]
    for bucket in byLastByte {
      for number in bucket {
        let rule = rules[number]
        let firstBase = bases.count
        for base in rule.bases {
          let letters = base.withUnsafeBufferPointer(ByteScan.countScalars)
          bases.append(Base(start: Int32(bytes.count), count: Int32(base.count), letters: Int32(letters)))
          bytes += base
        }
        let head = rule.ending.prefix(8)
        endings.append(
          Ending(
            head: head.reversed().reduce(0) { $0 << 8 | UInt64($1) },
            mask: head.count == 8 ? ~0 : 1 << UInt64(8 * head.count) - 1, start: Int32(bytes.count),
            count: Int32(rule.ending.count), rule: Int32(number), minimumStem: Int32(rule.minimumStem),
            firstBase: Int32(firstBase), lastBase: Int32(bases.count)))
        bytes += rule.ending
      }
      firstEndings.append(Int32(endings.count))
    }
    self.endings = FixedRow(endings)
    self.firstEndings = FixedRow(firstEndings)
    self.bases = FixedRow(bases)
    self.bytes = FixedRow(bytes)
  }

  /// Those that end in a byte, longer ones first.
  @inline(__always)
  func endings(endingIn byte: UInt8) -> Slice<UnsafeBufferPointer<Ending>> {
    let firsts = firstEndings.values
    return endings.values[Int(firsts[Int(byte)])..<Int(firsts[Int(byte) + 1])]
  }

  /// Bytes of what an ending leaves of a folded word; `nil` when it is not there or leaves nothing.
  ///
  /// - Parameter word: of so many bytes, with eight more behind it.
  @inline(__always)
  func stem(of word: UnsafePointer<UInt8>, _ count: Int, without ending: Ending) -> Int? {
    let stem = count - Int(ending.count)
    guard stem > 0 else { return nil }
    let head = UnsafeRawPointer(word + stem).loadUnaligned(as: UInt64.self)
    guard UInt64(littleEndian: head) & ending.mask == ending.head else { return nil }
    if ending.count > 8 {
      for offset in 8..<Int(ending.count)
      where word[stem + offset] != bytes.values[Int(ending.start) + offset] {
        return nil
      }
    }
    return stem
  }

  @inline(__always)
  func bases(of ending: Ending) -> Slice<UnsafeBufferPointer<Base>> {
    bases.values[Int(ending.firstBase)..<Int(ending.lastBase)]
  }

  @inline(__always)
  func copy(_ base: Base, to memory: UnsafeMutablePointer<UInt8>) {
    for offset in 0..<Int(base.count) { memory[offset] = bytes.values[Int(base.start) + offset] }
  }
}
