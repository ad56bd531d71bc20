internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// What a run did, in a few lines for the person who started it.
struct CaseSummary {
  let lines: [String]

  init(_ found: Case, folder: String, written: CaseWriter.Written) {
    let read = found.documents.count { $0.leftOut == nil }
    let leftOut = found.documents.count - read
    var lines = [
      "read \(counted(read, "document"))" + (leftOut > 0 ? ", left out \(leftOut)" : ""),
      "found \(counted(found.incidents.count, "incident"))" + (found.incidents.isEmpty ? "" : ":"),
    ]
    var table = TextTable(Array(repeating: ("", .left), count: 4))
    for incident in found.incidents {
      table.add([
        "  " + incident.date.label, incident.kind.label,
        incident.siteName ?? incident.placeName ?? incident.footprint.anchorName,
        counted(incident.documents.count, "source"),
      ])
    }
    lines += table.lines(on: .errors).dropFirst()
    for notice in written.notices { lines.append("note: \(SafeText.line(notice))") }
    lines.append("wrote to \(SafeText.line(folder)):")
    self.lines = lines + Self.filled(written.files)
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
