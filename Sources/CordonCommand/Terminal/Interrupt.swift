internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Ctrl-C while something long is done: the first one asks for an orderly end, a second one ends the program.
struct Interrupt {
  private static let asked = Atomic(false)

  init() {
    var action = sigaction()
    // Back to the default after the first one.
    action.sa_flags = Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND))
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { _ in Interrupt.asked.store(true, ordering: .relaxed) }
    #else
      action.__sigaction_handler.sa_handler = { _ in Interrupt.asked.store(true, ordering: .relaxed) }
    #endif
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }

  var isAsked: Bool { Self.asked.load(ordering: .relaxed) }
}
