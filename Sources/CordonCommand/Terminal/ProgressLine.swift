internal import CordonKit
internal import Gazetteer
internal import Synchronization

/// A line that shows how far a long piece of work is; on a terminal only.
final class ProgressLine: Sendable {
  private let shown = Mutex("")
  private let isTerminal = isStandardErrorATerminal

  func show(_ progress: BuildProgress) {
    guard isTerminal else { return }
    let percent = (progress.fraction * 100).fixed(0)
    show("cordon: building the index, once: \(progress.stage.rawValue), \(percent) %")
    if progress.fraction >= 1 { clear() }
  }

  func show(_ progress: ImportProgress) {
    guard isTerminal else { return }
    let percent = (progress.fraction * 100).fixed(0)
    show("cordon: importing: \(progress.stage.rawValue), \(progress.lines) lines, \(percent) %")
    if progress.fraction >= 1 { clear() }
  }

  func show(_ progress: PointJoin.Progress) {
    guard isTerminal else { return }
    let percent = progress.fraction.map { ", \(($0 * 100).fixed(0)) %" } ?? ""
    show("cordon: joining: \(counted(progress.rows, "row")), \(counted(progress.pairs, "pair"))\(percent)")
  }

  private func show(_ line: String) {
    shown.withLock { last in
      guard line != last else { return }
      last = line
      tell("\r\u{1B}[K\(line)", terminator: "")
    }
  }

  func clear() {
    shown.withLock { last in
      guard !last.isEmpty else { return }
      last = ""
      tell("\r\u{1B}[K", terminator: "")
    }
  }
}
