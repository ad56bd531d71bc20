internal import ArgumentParser
internal import Reports

/// A language that reports are written in, by its ISO 639-1 code as typed.
func reportLanguage(_ text: String) throws -> ReportLanguage {
  guard let language = ReportLanguage(rawValue: text.lowercased()) else {
    let known = ReportLanguage.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("There are no reports in '\(text)'; the languages are \(known).")
  }
  return language
}
