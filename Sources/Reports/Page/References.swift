internal import Incidents
internal import Proximity
internal import Reading

/// The documents a report cites, numbered in the order it does: D1, D2 ...
final class References {
  private let records: [String: DocumentRecord]
  private var numbers: [String: Int] = [:]
  private(set) var cited: [String] = []
  private let words: ReportWords

  init(documents: [DocumentRecord], words: ReportWords) {
    records = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.words = words
  }

  func record(_ document: String) -> DocumentRecord? { records[document] }

  /// `ref`, `link` and `id`.
  func view(_ document: String) -> View {
    let number = number(document)
    return ["ref": "D\(number)", "link": "d\(number)", "id": document]
  }

  func number(_ document: String) -> Int {
    if let known = numbers[document] { return known }
    cited.append(document)
    numbers[document] = cited.count
    return cited.count
  }

  /// The first documents of a list, and how many more there are.
  ///
  /// - Parameter unread: how many there are besides those of the list.
  func views(_ documents: [String], limit: Int, unread: Int) -> [View] {
    var views = documents.prefix(limit).map(view)
    let more = documents.count - views.count + unread
    if more > 0 { views.append(["ref": "+\(more)", "link": false, "id": ""]) }
    return views
  }

  /// Words of a document with where they stand; `quote`, `span` and what ``view(_:)`` gives.
  func quote(_ evidence: Evidence, limit: Int = 300) -> View {
    let view = view(evidence.document)
    view.set("quote", "“\(Self.cut(evidence.quote, limit: limit))”")
    view.set("span", words("characters", ["from": String(evidence.start), "to": String(evidence.end)]))
    view.set("language", optional: language(of: evidence.document))
    return view
  }

  /// ISO 639-1, where it is known.
  func language(of document: String) -> String? {
    guard let language = records[document]?.language, language != "und",
      language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    return language
  }

  /// Cut after `limit` scalars, at a blank where there is one.
  static func cut(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    let head = scalars.prefix(limit)
    return String(head[..<(head.lastIndex(of: " ") ?? head.endIndex)]) + " …"
  }
}
