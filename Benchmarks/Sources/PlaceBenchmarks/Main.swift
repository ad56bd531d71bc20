import CordonKit
import GeoModel
import Geocoding
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `place-benchmarks MEGABYTES < TEXTS.jsonl`: what it takes to find and resolve the places of texts that are in
/// memory, from a text to its mentions, on one thread.
///
/// The texts of the records are taken again and again. Prints the speed and the peak memory.
@main
enum Main {
  static func main() throws {
    guard let megabytes = CommandLine.arguments.dropFirst().first.flatMap(Double.init), megabytes > 0 else {
      print("place-benchmarks MEGABYTES < TEXTS.jsonl")
      exit(64)
    }
    var texts: [String] = []
    while let line = readLine() {
      if let text = try JSONValue(parsing: line).object?["text"]?.string { texts.append(text) }
    }
    let workspace = Workspace()
    let geocoder = try workspace.geocoder()
    let reader = DocumentReader(lexicons: try workspace.lexicons())
    func mentions(of text: String) throws -> Int {
      geocoder.mentions(in: try reader.read(text: text, id: "text")).count
    }
    // Once over all of them, so that all is warm.
    let found = try texts.reduce(0) { try $0 + mentions(of: $1) }
    guard found > 0 else {
      print("place-benchmarks: the texts on standard input name no place")
      exit(65)
    }
    let start = clock()
    var bytes = 0
    var next = 0
    while Double(bytes) < megabytes * 1e6 {
      _ = try mentions(of: texts[next])
      bytes += texts[next].utf8.count
      next = (next + 1) % texts.count
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    print("{\"seconds\":\(seconds),\"bytes\":\(bytes),\"megabytes_peak\":\(peakMemory)}")
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
