internal import ArgumentParser

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case html, md, csv, json

  /// Whether it is for people, and says what it leaves out.
  var isBounded: Bool { self == .html || self == .md }

  /// By the end of a file's name.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }
}
