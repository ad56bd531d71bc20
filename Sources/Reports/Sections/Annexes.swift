internal import GeoModel
internal import Incidents
internal import Proximity
internal import Reading

extension MarkdownReport {
  /// What was said and makes no incident of its own.
  var statementSection: String {
    var table = MarkdownTable("Why not", "Words", "Source", "May concern")
    for statement in index.content.statements {
      let concerned = statement.mayConcern.map { id in
        index.incidents[id].map { "\($0.date.phrase) \($0.titleLink)" } ?? MarkdownText.escaped(id)
      }
      table.append(
        statement.reason.phrase, MarkdownText.quote(statement.evidence.quote), statement.evidence.place,
        concerned.joined(separator: "; "))
    }
    return table.rows.isEmpty ? "" : "## Statements that are no incidents\n\n" + table.text
  }

  /// What was read and what was left out.
  var documentSection: String {
    let documents = index.content.documents
    guard !documents.isEmpty else { return "" }
    var counts: [String: Int] = [:]
    for incident in index.content.incidents {
      for document in incident.documents { counts[document, default: 0] += 1 }
    }
    var read = MarkdownTable("Document", "Title", "Published", "Language", "Source", "Incidents", "Remarks")
    var leftOut = MarkdownTable("Document", "Why it was left out")
    for document in documents {
      let id = MarkdownText.escaped(document.id)
      if let reason = document.leftOut {
        leftOut.append(id, MarkdownText.escaped(reason))
        continue
      }
      read.append(
        id, MarkdownText.escaped(document.title ?? ""), document.published?.description ?? "not stated",
        document.language == "und" ? "unknown" : MarkdownText.escaped(document.language),
        MarkdownText.escaped(document.source ?? document.url ?? ""), String(counts[document.id] ?? 0),
        document.notices.map(MarkdownText.escaped).joined(separator: "; "))
    }
    var text = "## Documents\n\n" + read.text
    if !leftOut.rows.isEmpty { text += "Left out:\n\n" + leftOut.text }
    return text
  }

  var legend: String {
    """
    ## How to read this

    Distances are in metres on the WGS 84 ellipsoid, from the site to the best estimate of the incident; \
    “possible” is the least and the greatest distance that the words and the register allow. “Chance within” \
    takes every position in the area the words allow as equally likely. Numbers after a source count the \
    Unicode characters of its text. Confidence is a rule of thumb, not a frequency.

    """
  }
}

extension Statement.Reason {
  fileprivate var phrase: String {
    switch self {
    case .aggregate: "a sum of several"
    case .habitual: "a habit, not an event"
    case .undated: "no date"
    case .unlocated: "no place"
    case .notHappened: "did not happen"
    }
  }
}
