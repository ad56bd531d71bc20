/// A name found in a text.
public struct NameMatch: Sendable {
  /// How the written words differ from the name's own.
  public enum Form: Hashable, Sendable {
    case exact
    /// A suffix follows behind an apostrophe and is not in `range`: "Odesa'da", "Kyiv's".
    case suffixed
    /// The last changed ending was led back to a base: index into `InflectionRules.rules`, then into its bases.
    case inflected(rule: Int, base: Int)
  }

  /// UTF-8 bytes of the text.
  public let range: Range<Int>
  public let tokenCount: Int
  public let form: Form
  /// The places that go by the name.
  public let postings: NamePostings
}

/// A name found in a text, without its places: numbers only, to be handed on by the thousand.
package struct FoundName {
  /// UTF-8 bytes of the text.
  package let range: Range<Int>
  package let tokenCount: Int
  package let form: NameMatch.Form
  let slot: NameSlot

  /// `NamePostings.key`
  package var key: UInt64 { slot.key }
}

/// Everything found at one place of a text: longer matches first; among equals exact, suffixed, inflected.
///
/// Lives only as long as the call that hands it out.
public struct NameMatches: RandomAccessCollection {
  package let found: UnsafeBufferPointer<FoundName>
  let index: Unmanaged<CompiledIndex>

  public var startIndex: Int { 0 }
  public var endIndex: Int { found.count }
  public subscript(position: Int) -> NameMatch {
    let name = found[position]
    return NameMatch(
      range: name.range, tokenCount: name.tokenCount, form: name.form, postings: postings(position))
  }

  /// The match with the most tokens; the first reading of it when there are several.
  public var longest: NameMatch { self[0] }

  /// The places that go by a name that was found.
  package func postings(_ position: Int) -> NamePostings {
    NamePostings(index: index.takeUnretainedValue(), slot: found[position].slot)
  }
}
