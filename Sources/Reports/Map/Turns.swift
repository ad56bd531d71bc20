#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Of an angle as a share of the full turn.
func sine(_ turn: Double) -> Double { sin(turn * 2 * .pi) }
func cosine(_ turn: Double) -> Double { cos(turn * 2 * .pi) }
