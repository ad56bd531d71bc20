#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What tables are shown on.
struct Screen {
  /// Columns; `nil` where nothing is cut or folded, as in a file or a pipe.
  let width: Int?
  let showsColor: Bool

  /// Standard output, and standard error.
  static let output = Screen(descriptor: STDOUT_FILENO)
  static let errors = Screen(descriptor: STDERR_FILENO)

  /// A terminal has the width it says, else what `COLUMNS` says, else 80; colours unless `NO_COLOR` is set to
  /// anything or `TERM` is `dumb`.
  private init(descriptor: Int32) {
    guard isatty(descriptor) == 1 else {
      width = nil
      showsColor = false
      return
    }
    var size = winsize()
    let told = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    let named = getenv("COLUMNS").flatMap { Int(String(cString: $0)) } ?? 0
    width = max(20, told > 0 ? told : named > 0 ? named : 80)
    let refused = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
    showsColor = !refused && getenv("TERM").map { String(cString: $0) } != "dumb"
  }

  func bold(_ text: String) -> String { showsColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { showsColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
