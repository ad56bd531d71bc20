/// The layout of the compiled index: header, section table, sections.
///
/// Numbers are in the byte order of the machine that wrote them; the header says which, and an index of the
/// other order is rebuilt. Sections start at multiples of 64.
///
///     offset  size  what
///          0     8  "CORDONGZ"
///          8     4  format version
///         12     4  0x01020304
///         16     8  length of the file
///         24     8  digest of the sources: names, sizes and modification times of the table files
///         32     8  checksum of the section table
///         40     8  number of sections
///         48  32×n  section table: number, record size, offset, length, checksum of the content
enum IndexFormat {
  /// Raised whenever the layout, the folding, the hash or the kinds of names change.
  static let version: UInt32 = 4
  static let magic: UInt64 = 0x5A47_4E4F_4452_4F43
  static let byteOrderMark: UInt32 = 0x0102_0304
  static let headerLength = 48
  static let sectionEntryLength = 32
  static let alignment = 64

  enum Section: UInt32, CaseIterable {
    case places = 1
    case strings
    case slots
    case postings
    case filter
    case geonameIDs
    case tree
    case foldFlat
    case foldOverflow
    case boxes
    case languages
    case sources
    case areas
    case rings
    case vertices
  }
}

/// One slot of the name table: 16 bytes; a key of 0 is an empty slot.
///
/// Slots lie in ascending order of key, each at the place its key's high bits point to or, when that is
/// taken, the next free one; so a look-up ends at the first key that is not smaller.
struct NameSlot {
  static let isPrefix: UInt32 = 0x8000_0000
  static let countMask: UInt32 = 0x7FFF_FFFF

  var key: UInt64 = 0
  var firstPosting: UInt32 = 0
  /// Number of postings; the high bit says that a longer name begins with these tokens.
  var countAndFlags: UInt32 = 0

  @inline(__always) var count: Int { Int(countAndFlags & Self.countMask) }
  @inline(__always) var isName: Bool { countAndFlags & Self.countMask != 0 }
  @inline(__always) var isPrefix: Bool { countAndFlags & Self.isPrefix != 0 }

  /// Where the search for a key begins in a table of `capacity` home slots.
  @inline(__always)
  static func home(_ key: UInt64, _ capacity: UInt64) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: capacity).high)
  }
}

/// One place under a name: 8 bytes.
struct PostingRecord: Equatable {
  static let rowMask: UInt32 = 0x00FF_FFFF
  static let maximumRows = 1 << 24

  /// Row in the low 24 bits, name kind in the high 8.
  var rowAndKind: UInt32
  /// One bit per language of the index's language list; 0 when the tables do not say.
  var languages: UInt32

  @inline(__always) var row: UInt32 { rowAndKind & Self.rowMask }
  @inline(__always) var kind: UInt8 { UInt8(rowAndKind >> 24) }
}

/// A node of the spatial tree: a point on the unit sphere and its settlement, 16 bytes.
struct TreeNode {
  var x, y, z: Float
  var row: UInt32
}

/// The box of a natural feature: 40 bytes, in ascending order of row.
struct BoxRecord {
  var row: UInt64
  var west, south, east, north: Double
}

/// A GeoNames id and the row that has it, in ascending order of id.
struct GeonameRow {
  var geonameID: UInt32
  var row: UInt32
}
