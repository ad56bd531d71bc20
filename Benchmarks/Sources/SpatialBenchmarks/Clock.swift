#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Seconds on the wall and of this process's processor time.
struct Cost {
  var wall, cpu: Double

  static var now: Cost {
    var wall = timespec()
    var cpu = timespec()
    clock_gettime(CLOCK_MONOTONIC, &wall)
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu)
    func seconds(_ t: timespec) -> Double { Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9 }
    return Cost(wall: seconds(wall), cpu: seconds(cpu))
  }

  static func - (a: Cost, b: Cost) -> Cost { Cost(wall: a.wall - b.wall, cpu: a.cpu - b.cpu) }
}

/// Runs `body` so often, prints the least and the median cost on standard error, and gives the last result.
func measured<T>(_ name: String, runs: Int, _ body: () throws -> T) rethrows -> T {
  var costs: [Cost] = []
  var result = try body()
  for run in 0..<max(1, runs) {
    let start = Cost.now
    result = try body()
    costs.append(Cost.now - start)
    if run == 0, costs[0].wall > 60 { break }
  }
  let walls = costs.map(\.wall).sorted()
  let cpus = costs.map(\.cpu).sorted()
  func text(_ seconds: Double) -> String { String((seconds * 1e6).rounded() / 1e6) }
  print(
    "{\"job\":\"\(name)\",\"wall_min\":\(text(walls[0])),\"wall_median\":\(text(walls[walls.count / 2])),"
      + "\"cpu_min\":\(text(cpus[0]))}")
  return result
}
