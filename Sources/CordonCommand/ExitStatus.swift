/// What the program's exit status says; the whole list, also under EXIT STATUS in the manual page.
enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done, also when nothing was found.
  case done = 0
  /// Done, but some input was left out.
  case inputLeftOut = 1
  /// The arguments cannot be understood.
  case usage = 64
  /// A file or a name's data is not in the form it must have.
  case badData = 65
  /// A file, a site or a place that was asked for does not exist or cannot be read.
  case noInput = 66
  /// A defect of the program or of a library under it.
  case engine = 70
  /// The output cannot be written.
  case cannotWrite = 73

  /// As the manual page and `--help` word it.
  var meaning: String {
    switch self {
    case .done: "done, also when nothing was found"
    case .inputLeftOut: "done, but some input was left out; standard error says which"
    case .usage: "the arguments cannot be understood"
    case .badData: "a file is not in the form it must have"
    case .noInput: "a file, a site or a place does not exist or cannot be read"
    case .engine: "a defect of the program or of a library under it"
    case .cannotWrite: "the output cannot be written"
    }
  }
}
