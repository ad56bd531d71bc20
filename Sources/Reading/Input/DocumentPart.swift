internal import GeoModel

/// Which part of a long document this is.
///
/// A text of more than `wholeLimit` bytes is read in parts of at most `partLimit`, so that memory does not grow with
/// it. A part ends at a line end, else at the end of a sentence, else at a space. Each part is understood by itself,
/// in the language of the first one; such a text is no page, so all of its lines count.
public struct DocumentPart: Sendable {
  /// Texts of up to 1 MiB are whole, and are read as they always were.
  static let wholeLimit = 1 << 20
  /// 64 KiB.
  static let partLimit = 1 << 16

  /// Unicode scalars of the document before it.
  public let start: Int
  public let isFirst: Bool
  public private(set) var isLast: Bool
  /// Whether the document's id is not known before the last part, since it may stand behind the text.
  public let isIDLate: Bool
  /// That id; only of the last part, and only where there is one.
  let lateID: String?
  /// ISO 639-1: what the record says, then what the first part was found to be.
  public var language: String?
  /// The day of publication as the first part tells it; `nil` in the first part itself.
  public var published: CalendarDate?
  /// The members of its record that stand before the text.
  var stated: JSONObject?

  init(
    start: Int, isFirst: Bool, isLast: Bool, isIDLate: Bool = false, lateID: String? = nil,
    language: String? = nil
  ) {
    self.isIDLate = isIDLate
    self.start = start
    self.isFirst = isFirst
    self.isLast = isLast
    self.lateID = lateID
    self.language = language
  }

  /// The same with nothing behind it.
  var asLast: DocumentPart {
    var part = self
    part.isLast = true
    return part
  }
}
