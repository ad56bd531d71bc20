/// Finds every name of a gazetteer in UTF-8 text.
///
/// It says where names stand and which places go by them; whether a place is meant is decided elsewhere. Reading
/// is by bytes and hashes: no string is made, and memory does not grow with the text.
public struct NameScanner: Sendable {
  /// The most tokens a name may have to be found.
  public static let maximumTokens = 12

  let index: CompiledIndex

  public init(_ gazetteer: Gazetteer) { index = gazetteer.index }

  public struct Options: Sendable {
    /// Look also at names whose first token begins with a small letter.
    public var includesLowercase = false
    /// Try inflections also where the written form is itself a name.
    public var inflectsKnownNames = false

    public init(includesLowercase: Bool = false, inflectsKnownNames: Bool = false) {
      self.includesLowercase = includesLowercase
      self.inflectsKnownNames = inflectsKnownNames
    }
  }

  /// Memory to be handed to one scan after the other.
  public func makeMemory() -> ScanMemory { ScanMemory(index) }

  /// Calls `body` for every token at which one or more names begin, in text order; matches may overlap those of
  /// other tokens.
  ///
  /// A token is a run of letters, digits and marks; apostrophes inside it vanish, a hyphen ends it. Names run
  /// across white space with at most one line break, hyphens, ampersands and the points of abbreviations, never
  /// out of their range. An inflection is tried where the token as written does not lead to a name; what an
  /// apostrophe parts ("Odesa'da", "d'Odesa") likewise.
  ///
  /// - Parameters:
  ///   - text: UTF-8; a byte that is not counts as a mark between words.
  ///   - ranges: parts of the text to look at, in bytes, each by itself; `nil` for all of it.
  ///   - memory: of `makeMemory`, in use by no other scan; without it each scan makes its own.
  public func scan(
    _ text: UnsafeBufferPointer<UInt8>, ranges: [Range<Int>]? = nil,
    inflections: InflectionRules = InflectionRules(), options: Options = Options(),
    memory: ScanMemory? = nil, _ body: (NameMatches) -> Void
  ) {
    var search = NameSearch(
      index: index, inflections: inflections, options: options, memory: memory ?? makeMemory())
    search.scan(text, ranges ?? [0..<text.count], body)
  }

  /// The same at some tokens that the caller has cut already, and with inflections of names, too: "Винницы" is a
  /// village, and of Vinnytsia.
  ///
  /// - Parameter places: bytes of the tokens, in text order, all tokens of the ranges but words of nothing but small letters and marks of
  ///   ASCII: names begin with neither.
  package func scan(
    _ text: UnsafeBufferPointer<UInt8>, ranges: [Range<Int>], places: UnsafeBufferPointer<Range<UInt32>>,
    inflections: InflectionRules, memory: ScanMemory, _ body: (NameMatches) -> Void
  ) {
    var search = NameSearch(
      index: index, inflections: inflections, options: Options(inflectsKnownNames: true), memory: memory)
    search.scan(text, ranges, places: places, body)
  }

  /// Names found by a scan of this gazetteer at one place, which the caller kept.
  package func matches(_ found: UnsafeBufferPointer<FoundName>) -> NameMatches {
    NameMatches(found: found, index: Unmanaged.passUnretained(index))
  }

  /// The same for a string, with all matches in an array: for short texts.
  public func matches(
    in text: String, inflections: InflectionRules = InflectionRules(), options: Options = Options()
  ) -> [[NameMatch]] {
    var text = text
    return text.withUTF8 { bytes in
      var result: [[NameMatch]] = []
      scan(bytes, inflections: inflections, options: options) { result.append(Array($0)) }
      return result
    }
  }
}
