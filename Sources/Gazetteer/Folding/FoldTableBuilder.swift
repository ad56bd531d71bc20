/// Works out the folding of single scalars and lays it out as the tables that `NameFolding` reads.
struct FoldTableBuilder {
  /// Scalars below this have an entry of their own in the flat table.
  static let flatCount = 0x3000

  private let overrides: [UInt32: [UInt8]]
  private let base = BaseLetters.table()

  /// - Parameter overrides: UTF-8 of what a scalar becomes, before anything Unicode says.
  init(overrides: [UInt32: [UInt8]]) { self.overrides = overrides }

  /// The flat table, then the sorted overflow table.
  func tables() -> (flat: [UInt64], overflow: [FoldOverflow]) {
    var flat = [UInt64](repeating: 0, count: Self.flatCount)
    var overflow: [FoldOverflow] = []
    for value in 0..<UInt32(Self.flatCount) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let (bytes, flags) = fold(scalar)
      if bytes.count > FoldEntry.inlineCapacity {
        flat[Int(value)] = flags | UInt64(FoldEntry.overflow)
        overflow.append(FoldOverflow(scalar: value, bytes: bytes, flags: flags))
      } else {
        flat[Int(value)] = FoldEntry(bytes, flags: flags).bits
      }
    }
    let beyond = Set(base.keys).union(overrides.keys).filter { $0 >= Self.flatCount }
    for value in beyond {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let (bytes, flags) = fold(scalar)
      overflow.append(FoldOverflow(scalar: value, bytes: bytes, flags: flags))
    }
    overflow.sort { $0.scalar < $1.scalar }
    return (flat, overflow)
  }

  /// What a scalar becomes and its `FoldEntry` flags.
  func fold(_ scalar: Unicode.Scalar) -> (bytes: [UInt8], flags: UInt64) {
    if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "&" { return ([], FoldEntry.isJoiner) }
    let category = scalar.properties.generalCategory
    if let override = overrides[scalar.value] { return overridden(scalar, category, override) }
    if Self.apostrophes.contains(scalar.value) {
      return ([], FoldEntry.isTransparent | FoldEntry.isApostrophe)
    }
    if DroppedMarks.contains(scalar.value) { return ([], FoldEntry.isTransparent) }
    switch category {
    case .format: return ([], FoldEntry.isTransparent)
    case .spaceSeparator: return ([], FoldEntry.isJoiner)
    case .dashPunctuation: return ([], Self.breaks.contains(scalar.value) ? 0 : FoldEntry.isJoiner)
    default: break
    }
    guard category.isWordPart || base[scalar.value] != nil else { return ([], 0) }
    let bytes = Self.limited(letters(of: scalar))
    guard !bytes.isEmpty else { return ([], FoldEntry.isTransparent) }
    return (bytes, Self.tokenFlags(category))
  }

  private func overridden(
    _ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory, _ form: [UInt8]
  ) -> (bytes: [UInt8], flags: UInt64) {
    let bytes = Self.limited(form.filter { $0 != 0x20 })
    if !bytes.isEmpty { return (bytes, Self.tokenFlags(category)) }
    if !form.isEmpty { return ([], Self.breaks.contains(scalar.value) ? 0 : FoldEntry.isJoiner) }
    let leavesNoGap = category == .format || category.isMark
    return ([], FoldEntry.isTransparent | (leavesNoGap ? 0 : FoldEntry.isApostrophe))
  }

  /// Lower case, then base letters; overrides win at every step, so composed and decomposed text agree.
  private func letters(of scalar: Unicode.Scalar) -> [UInt8] {
    scalar.properties.lowercaseMapping.unicodeScalars.flatMap { lower -> [UInt8] in
      if let override = overrides[lower.value] { return override }
      return (base[lower.value] ?? [lower]).flatMap { part -> [UInt8] in
        if DroppedMarks.contains(part.value) { return [] }
        return overrides[part.value] ?? Array(String(part).utf8)
      }
    }
  }

  private static func tokenFlags(_ category: Unicode.GeneralCategory) -> UInt64 {
    FoldEntry.isToken | (category == .lowercaseLetter ? FoldEntry.isLowercase : 0)
  }

  private static func limited(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(FoldOverflow.capacity)) }

  private static let apostrophes: Set<UInt32> = [
    0x27, 0x60, 0xB4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8, 0x2018, 0x2019, 0x201B, 0x2032,
    0x05F3, 0x055A, 0xA78C, 0xFF07,
  ]

  /// What no name runs across in a text: em dash, horizontal bar, longer dashes, solidus, bullet.
  private static let breaks: Set<UInt32> = [0x2014, 0x2015, 0x2E3A, 0x2E3B, 0xFE58, 0x2F, 0x2022]
}

extension Unicode.GeneralCategory {
  var isMark: Bool {
    switch self {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Letters, marks, decimal digits and letter numbers: what tokens are made of.
  var isWordPart: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber: true
    default: false
    }
  }
}
