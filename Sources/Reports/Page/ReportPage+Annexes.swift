internal import Incidents
internal import Proximity
internal import Reading

extension ReportPage {
  /// What was said and makes no incident of its own.
  func addStatements(to page: View) {
    let statements = index.content.statements
    page.set(
      "statements",
      list: statements.prefix(limits.statements).map { statement in
        let view = references.quote(statement.evidence)
        view.set("reason", words.capital(words.word("reasons", statement.reason.rawValue)))
        let concerned = statement.mayConcern.compactMap(index.incident)
        view.set(
          "concerns",
          list: concerned.prefix(limits.concerns).map { incident in
            [
              "link": link(incident),
              "text": "\(words.date(incident.date)) \(words.kind(incident.kind))",
            ]
          })
        return view
      })
    page.set(
      "statementsLeftOut",
      optional: leftOut(statements.count - limits.statements + index.content.unread.statements, "statements"))
  }

  /// What was read and what was left out; to be called last, when all that is cited has its number.
  func addDocuments(to page: View) {
    var counts = tellings
    if counts.isEmpty {
      for incident in index.content.incidents {
        for document in incident.documents { counts[document, default: 0] += 1 }
      }
    }
    let known = index.content.documents.filter { $0.leftOut == nil }
    let cited = references.cited
    let isCited = Set(cited)
    let others = known.map(\.id).filter { !isCited.contains($0) }
    let room = max(0, limits.documents - cited.count)
    for id in others.prefix(room) { _ = references.number(id) }
    page.set(
      "documents", list: references.cited.map { document($0, incidents: counts[$0] ?? 0) })
    let more = max(0, others.count - room) + index.content.unread.documents
    page.set("documentsLeftOut", optional: leftOut(more, "documents"))

    let unread = index.content.documents.filter { $0.leftOut != nil }
    page.set(
      "unread",
      list: unread.prefix(limits.unread).map { ["id": $0.id, "reason": $0.leftOut ?? ""] })
    page.set(
      "unreadLeftOut",
      optional: leftOut(unread.count - limits.unread + index.content.unread.leftOut, "documents"))
  }

  private func document(_ id: String, incidents: Int) -> View {
    let number = references.number(id)
    let record = references.record(id)
    let language = references.language(of: id)
    return [
      "ref": "D\(number)", "anchor": "d\(number)", "id": id, "name": record?.title ?? "",
      "language": View.optional(language),
      "languageName": language.map { words.word("languages", $0) } ?? words("unknown"),
      "published": record?.published?.description ?? words("not_stated"),
      "source": record?.source ?? record?.url ?? "", "count": String(incidents),
      "remarks": record?.notices.joined(separator: "; ") ?? "",
    ]
  }
}
