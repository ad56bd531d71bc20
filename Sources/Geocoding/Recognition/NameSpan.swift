internal import Gazetteer

/// A run of words that some entry of the gazetteer is called.
///
/// Numbers and pointers only; lives as long as the work on its document.
struct NameSpan {
  /// UTF-8 bytes of the document's text.
  var range: Range<Int>
  var tokens: Range<Int>
  var sentence: Int
  /// What it may mean; `WorkerMemory` keeps it.
  var held: UnsafePointer<NameMeaning>
  /// Equal for the same name in the document, however inflected.
  var name: UInt64
  /// `true` when an ending was taken off to find it.
  var isInflected: Bool
  /// `true` when the ending is one that only names have there, or that says where: "Kars'ta", Azerbaijani "Bakıda".
  var isFirmlyInflected = false
  /// `true` when somebody says that it is a place: a span to resolve, or a name of the user's own.
  var isGiven = false
  /// A place of the user's own that goes by the name; `WorkerMemory` keeps it.
  var own: Unmanaged<OwnPlace>?

  @inline(__always) var meaning: NameMeaning { held.pointee }
  @inline(__always) var senses: UnsafeBufferPointer<NameSense> { held.pointee.senses }
  @inline(__always) var isDemonymOnly: Bool { held.pointee.isDemonymOnly }
}

/// A place of the user's own; an object, since spans are many and such places few.
final class OwnPlace: Sendable {
  let site: Site
  init(_ site: Site) { self.site = site }
}

/// One thing a name may mean.
struct NameSense: Hashable, Sendable {
  /// Whether the language of the text has the name for the place.
  enum Usage: UInt8, Sendable {
    case unknown, ours
    /// Somebody somewhere spells it so.
    case spelled
    /// It has the name for another town.
    case others
  }

  var place: PlaceTraits
  var kind: NameKind
  var usage = Usage.unknown
}
