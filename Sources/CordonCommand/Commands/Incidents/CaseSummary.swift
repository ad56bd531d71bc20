internal import CaseStore
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// What a run did, in a few lines for the person who started it.
struct CaseSummary {
  let lines: [String]

  /// - Parameter changes: what the run did; `nil` when it read nothing.
  init(_ changes: CaseAddition.Changes?, folder: String, written: CaseWriter.Written) {
    var lines = changes.map { [Self.read($0)] } ?? []
    lines.append(
      "found \(counted(written.incidents, "incident"))" + (written.first.isEmpty ? "" : ":"))
    var table = TextTable(Array(repeating: ("", .left), count: 4))
    for incident in written.first {
      table.add([
        "  " + incident.date.label, incident.kind.label,
        incident.siteName ?? incident.placeName ?? incident.footprint.anchorName,
        counted(incident.documentCount, "source"),
      ])
    }
    lines += table.lines(on: .errors).dropFirst()
    let more = written.incidents - written.first.count
    if more > 0 { lines.append("  and \(more) more, which the files below have") }
    for notice in written.notices { lines.append("note: \(SafeText.line(notice))") }
    lines.append("wrote to \(SafeText.line(folder)):")
    self.lines = lines + Self.filled(written.files)
  }

  /// What a run did to a case, when no layers are written.
  ///
  /// - Parameter things: what was read, in the singular.
  static func lines(
    _ changes: CaseAddition.Changes, file: String, things: String = "document"
  ) -> [String] {
    var news = ["\(changes.new) new"]
    if changes.changed > 0 { news.append("\(changes.changed) told of by other accounts than before") }
    if changes.merged > 0 { news.append("\(changes.merged) merged into others") }
    var lines = [
      read(changes, things),
      "\(SafeText.line(file)): \(counted(changes.incidents, "incident")), " + news.joined(separator: ", "),
    ]
    if changes.edits > 0 { lines.append("kept \(counted(changes.edits, "edit")) made since the last run") }
    return lines
  }

  private static func read(_ changes: CaseAddition.Changes, _ things: String = "document") -> String {
    var line = "read \(counted(changes.documents + changes.known, things))"
    if changes.known > 0 { line += ", \(changes.known) of them known" }
    return changes.leftOut > 0 ? line + ", left out \(changes.leftOut)" : line
  }

  /// The words on as few lines as fit a narrow terminal.
  private static func filled(_ words: [String]) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= 78 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append("  " + word)
      }
    }
    return lines
  }
}
