internal import ArgumentParser
internal import Incidents

/// Kinds of incidents as typed, separated by commas; blanks and hyphens count as underscores.
func incidentKinds(_ text: String) throws -> [IncidentKind] {
  try text.split(separator: ",").map { word in
    let name = String(word.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    guard let kind = IncidentKind(rawValue: name) else {
      let known = IncidentKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(word)' is no kind of incident; the kinds are \(known).")
    }
    return kind
  }
}
