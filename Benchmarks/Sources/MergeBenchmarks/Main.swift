import Incidents

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `merge-benchmarks COUNT [SEED]`: how long it takes to merge so many accounts, and whether their order matters.
@main
enum Main {
  static func main() {
    let words = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    guard let count = words.first.map(Int.init), count > 0 else {
      print("merge-benchmarks COUNT [SEED]")
      exit(64)
    }
    let seed = words.dropFirst().first ?? 1
    var world = World(seed: seed, events: max(1, count * 2 / 5))
    var accounts = world.accounts(count)
    let made = peakMemory
    let (first, seconds) = merged(accounts)
    print(
      "\(count) accounts, seed \(seed): \(first.incidents) incidents, \(first.left) left as statements, "
        + "\(seconds) s of processor time, \(peakMemory) MB at most, of which \(made) MB are the accounts")
    accounts.shuffle(using: &world.random)
    let (second, again) = merged(accounts)
    print("in another order: \(again) s, \(second == first ? "the same incidents" : "OTHER INCIDENTS")")
    exit(second == first ? 0 : 1)
  }

  /// What a merger comes to, whatever the order of its parts.
  private struct Outcome: Equatable {
    var incidents = 0
    var left = 0
    var sum: UInt64 = 0
  }

  private static func merged(_ accounts: [Account]) -> (Outcome, Double) {
    let merger = IncidentMerger(sites: [])
    let start = clock()
    let gathered = merger.gather(accounts)
    var outcome = Outcome(left: gathered.left.count)
    for group in gathered.groups {
      guard let incident = merger.incident(of: group.map { accounts[$0] }) else { continue }
      outcome.incidents += 1
      var digest: UInt64 = 14_695_981_039_346_656_037
      let keys = group.map { accounts[$0].key ?? 0 }.sorted()
      for number in keys + [incident.date.from.dayNumber, incident.date.to.dayNumber] {
        digest = (digest ^ UInt64(number)) &* 1_099_511_628_211
      }
      outcome.sum &+= digest
    }
    return (outcome, (Double(clock() - start) / Double(CLOCKS_PER_SEC) * 10).rounded() / 10)
  }

  /// MB.
  private static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss) >> 20
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) >> 10
    #endif
  }
}
