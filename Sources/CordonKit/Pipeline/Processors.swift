#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The machine's cores.
enum Processors {
  static var count: Int { ProcessInfo.processInfo.activeProcessorCount }
}
