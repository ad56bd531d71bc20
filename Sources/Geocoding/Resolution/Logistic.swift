#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Log-odds to probabilities.
enum Logistic {
  static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}
