/// What stands between two tokens, and whether a name may run across it.
///
/// It may across white space with at most one line break, a hyphen that does not stand between spaces, an
/// ampersand, and a point behind an abbreviation of at most four letters ("St. Louis", "U.S.").
struct Gap {
  private let lettersBefore: Int
  private var breaks = false
  private var isEmpty = true
  private var newlines = 0
  private var hyphens = 0
  private var lastWasReturn = false
  private var lastWasSpace = false
  private var spaceBeforeHyphen = false

  /// - Parameter lettersBefore: of the token before; 0 when there is none.
  init(lettersBefore: Int) { self.lettersBefore = lettersBefore }

  @inline(__always)
  mutating func add(_ entry: FoldEntry, _ value: UInt32) {
    if value == 0x20 {
      lastWasSpace = true
    } else if value == 0x2E {
      if !isEmpty || lettersBefore > 4 { breaks = true }
    } else if value == 0x0A || value == 0x0D {
      if !(value == 0x0A && lastWasReturn) { newlines += 1 }
      lastWasReturn = value == 0x0D
      lastWasSpace = true
    } else {
      addUncommon(entry, value)
    }
    isEmpty = false
  }

  private mutating func addUncommon(_ entry: FoldEntry, _ value: UInt32) {
    if entry.has(FoldEntry.isJoiner) {
      switch value {
      case 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: lastWasSpace = true
      case 0x26: lastWasSpace = false
      default:
        hyphens += 1
        spaceBeforeHyphen = lastWasSpace
        lastWasSpace = false
      }
    } else if !entry.has(FoldEntry.isTransparent) || entry.has(FoldEntry.isApostrophe) {
      breaks = true
    }
  }

  var joins: Bool {
    !breaks && lettersBefore > 0 && newlines <= 1 && hyphens <= 1 && !(spaceBeforeHyphen && lastWasSpace)
  }
}
