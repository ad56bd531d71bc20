#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The seconds a thread was at work itself, whatever else the machine did meanwhile.
public func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  try body()
  return now() - start
}
