internal import Dispatch
internal import Synchronization

enum ParallelMap {
  /// The results of `work` for 0 ..< `count`, in order, computed on all cores.
  ///
  /// `progress` hears how many are done, from any thread, one call at a time.
  static func run<T: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> T, progress: @Sendable (Int) -> Void
  ) -> [T] {
    let state = Mutex<(results: [T?], done: Int)>((Array(repeating: nil, count: count), 0))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = work(index)
      state.withLock { state in
        state.results[index] = result
        state.done += 1
        progress(state.done)
      }
    }
    return state.withLock { $0.results.compactMap { $0 } }
  }
}
