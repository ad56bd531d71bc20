import GeoModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads pairs of doubles, longitude first, as the scripts beside the peers write them.
func points(_ path: String) throws -> [Coordinate] {
  let doubles = try numbers(path)
  return stride(from: 0, to: doubles.count - 1, by: 2).map {
    Coordinate(reducing: doubles[$0], latitude: doubles[$0 + 1])
  }
}

/// Reads little-endian doubles.
func numbers(_ path: String) throws -> [Double] {
  guard let file = fopen(path, "rb") else { throw Problem("\(path): cannot read it") }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let count = ftell(file) / MemoryLayout<Double>.size
  rewind(file)
  return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
    filled = fread(buffer.baseAddress, MemoryLayout<Double>.size, count, file)
  }
}

struct Problem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
