internal import CordonKit
internal import Synchronization

/// How far a run is: a bar with rate and time left on a terminal, else a line a minute.
final class RunProgressLine: Sendable {
  private struct State {
    /// Nil until something was shown.
    var shownAt: ContinuousClock.Instant?
    var isShown = false
  }

  private let isTerminal = isStandardErrorATerminal
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  func show(_ progress: RunProgress) {
    let now = ContinuousClock.now
    state.withLock { state in
      // On a terminal at once, since a run may then be silent for long; a line of a log can wait.
      let last = state.shownAt ?? (isTerminal ? nil : start)
      guard last.map({ now - $0 >= (isTerminal ? .milliseconds(200) : .seconds(60)) }) ?? true else { return }
      state.shownAt = now
      state.isShown = true
      let line = Self.line(progress, after: now - start, hasBar: isTerminal)
      tell(isTerminal ? "\r\u{1B}[K\(line)" : "cordon: \(line)", terminator: isTerminal ? "" : "\n")
    }
  }

  func clear() {
    state.withLock { state in
      if isTerminal, state.isShown { tell("\r\u{1B}[K", terminator: "") }
      state.isShown = false
    }
  }

  /// "[######        ] 45 %, 1234 documents, 130 a second, 2 min left"; the share and the time left only when
  /// the size of the whole is known.
  static func line(_ progress: RunProgress, after time: Duration, hasBar: Bool) -> String {
    let seconds = max(time / .seconds(1), 0.001)
    let rate = Double(progress.documents) / seconds
    var parts = ["\(counted(progress.documents, "document")), \(rate.fixed(rate < 10 ? 1 : 0)) a second"]
    var bar = ""
    if let total = progress.totalBytes, total > 0, progress.bytes > 0 {
      let share = min(1, Double(progress.bytes) / Double(total))
      parts.insert("\((share * 100).fixed(0)) %", at: 0)
      parts.append("\(label(seconds / share * (1 - share))) left")
      let done = Int(share * 24)
      bar = "[\(String(repeating: "#", count: done))\(String(repeating: " ", count: 24 - done))] "
    }
    return (hasBar ? bar : "") + parts.joined(separator: ", ")
  }

  private static func label(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: "\(seconds.fixed(0)) s"
    case ..<5400: "\((seconds / 60).fixed(0)) min"
    default: "\((seconds / 3600).fixed(1)) h"
    }
  }
}
