import GeoKernel
import GeoModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func exitWithFailure() -> Never { exit(1) }

/// J2: index and search on one thread, positions in memory.
func within(_ incidents: [Coordinate], _ sites: [Coordinate], radius: Meters, runs: Int, output: String?)
  throws
{
  let lists = measured("within", runs: runs) {
    let index = RadiusIndex(sites, radius: radius)
    var lists = NeighborLists()
    incidents.withUnsafeBufferPointer { index.search($0, into: &lists) }
    return lists
  }
  try write(lists, output)
}

/// J3: the same for the nearest.
func nearest(_ incidents: [Coordinate], _ sites: [Coordinate], count: Int, runs: Int, output: String?) throws
{
  let lists = measured("nearest", runs: runs) {
    var lists = NeighborLists()
    NearestIndex(sites).search(incidents, count: count, into: &lists)
    return lists
  }
  try write(lists, output)
}

/// J1: distances of pairs, by the engine and from chords of converted positions.
func distances(_ path: String, runs: Int) throws {
  let doubles = try numbers(path)
  let pairs = stride(from: 0, to: doubles.count - 3, by: 4).map { i in
    (
      Coordinate(reducing: doubles[i], latitude: doubles[i + 1]),
      Coordinate(reducing: doubles[i + 2], latitude: doubles[i + 3])
    )
  }
  let exact = measured("geod_inverse", runs: runs) {
    pairs.map { Geodesic.wgs84.distance($0.0, $0.1).value }
  }
  let points = measured("conversion", runs: runs) {
    pairs.map { (EarthCentered($0.0), EarthCentered($0.1)) }
  }
  let closed = measured("closed_form", runs: runs) { points.map { $0.0.distance(to: $0.1).value } }
  let worst = zip(exact, closed).map { abs($0 - $1) }.max() ?? 0
  print("{\"job\":\"closed_form\",\"pairs\":\(pairs.count),\"worst_m\":\(worst)}")
}

private func write(_ lists: NeighborLists, _ path: String?) throws {
  guard let path else { return }
  guard let file = fopen(path, "wb") else { throw Problem("\(path): cannot write it") }
  defer { fclose(file) }
  for i in 0..<lists.count {
    for neighbor in lists[i] { fputs("\(i),\(neighbor.index),\(neighbor.distance.value)\n", file) }
  }
}
