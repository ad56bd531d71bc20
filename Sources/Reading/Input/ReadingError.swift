/// Why an input, or one record of it, gave no document.
public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as far as an exit status tells it.
  public enum Category: Sendable {
    /// There is nothing to read: missing, unreadable, not a document, a folder without documents.
    case noInput
    /// There is something, but it cannot be used: empty, binary, broken, too large.
    case badData
  }

  public let category: Category
  /// The file as the user named it, `-` for standard input.
  public let file: String
  /// Counted from 1, where the file is read line by line.
  public let line: Int?
  /// What is wrong and the way out, without a full stop.
  public let reason: String

  public init(_ category: Category, file: String, line: Int? = nil, _ reason: String) {
    self.category = category
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var description: String {
    let name = file == "-" ? "standard input" : file
    return line.map { "\(name):\($0): \(reason)" } ?? "\(name): \(reason)"
  }
}
