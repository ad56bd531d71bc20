/// Folds names so that spellings of one name meet: lower case, no accents, no apostrophes, hyphens as spaces.
///
/// "Odesʹa", "ODESA" and "Odesa" fold alike, and so do composed (NFC) and decomposed (NFD) forms of a text.
/// What Unicode does not say (ı → i, ə → e, ß → ss, й → и) comes from `folding.tsv`. Folding works on single
/// scalars and on bytes; a flat table covers U+0000 ... U+2FFF, a small sorted one the rest.
public struct NameFolding: Sendable {
  let tables: FoldTables
  /// What `tables` point into.
  private let owner: any AnyObject & Sendable

  init(tables: FoldTables, owner: any AnyObject & Sendable) {
    self.tables = tables
    self.owner = owner
  }

  /// The folding with these overrides: a scalar to what it becomes, where `" "` parts words and `""` vanishes.
  public init(overrides: [Unicode.Scalar: String] = [:]) {
    let bytes = Dictionary(uniqueKeysWithValues: overrides.map { ($0.key.value, Array($0.value.utf8)) })
    self.init(FoldTableBuilder(overrides: bytes).tables())
  }

  init(_ tables: (flat: [UInt64], overflow: [FoldOverflow])) {
    let memory = FoldMemory(tables)
    self.init(tables: memory.tables, owner: memory)
  }

  /// The tokens of a name, folded and joined by single spaces; empty when it has no letter or digit.
  ///
  ///     folding.fold("Ivano-Frankivsʼk")  // "ivano frankivsk"
  public func fold(_ name: String) -> String {
    String(decoding: foldedBytes(name), as: UTF8.self)
  }

  /// `fold` as UTF-8.
  public func foldedBytes(_ name: String) -> [UInt8] {
    var name = name
    return name.withUTF8 { text in
      var buffer = TokenBuffer(capacity: max(64, text.count * 4))
      var result: [UInt8] = []
      result.reserveCapacity(text.count)
      forEachToken(in: text, buffer: &buffer) { token in
        if !result.isEmpty { result.append(0x20) }
        result.append(contentsOf: token)
      }
      return result
    }
  }

  /// Hands every token of a text to `body`, folded; the bytes live until `body` returns.
  func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, buffer: inout TokenBuffer,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var position = 0
    buffer.clear()
    while position < text.count {
      let (entry, length, value) = tables.entry(text, at: position, end: text.count)
      position += length
      if entry.has(FoldEntry.isToken) {
        buffer.append(entry, value, tables)
      } else if !entry.has(FoldEntry.isTransparent), buffer.count > 0 {
        body(buffer.bytes)
        buffer.clear()
      }
    }
    if buffer.count > 0 { body(buffer.bytes) }
    buffer.clear()
  }
}
