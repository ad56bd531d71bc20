import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run that takes a while: it shows how far it is, and can be stopped.
struct LongRunTests {
  /// A long report of one incident, another day for each number.
  private static func record(_ number: Int) -> String {
    let filler = String(repeating: "The council talked about roads and schools for a long time. ", count: 200)
    let day = number % 28 + 1
    let month = ["January", "February", "March", "April"][number / 28 % 4]
    return """
      {"id":"r\(number)","published":"2025-05-01","text":"A rocket struck the Embassy of Sweden in Nairobi on \
      \(day) \(month) 2025, the police said.\\n\\n\(filler)"}

      """
  }

  private func incidents(in folder: FreshFolder) throws -> Int {
    let run = try Program.run(
      ["near", "geo:-1.28,36.81", "--within", "50km", "--case", "a.gpkg", "--format", "csv"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(whereSeparator: \.isNewline).dropFirst().count
  }

  @Test func controlCKeepsWhatWasRead() throws {
    let folder = try FreshFolder()
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["map", "-", "--case", "a.gpkg"]
    process.currentDirectoryURL = folder.url
    let (input, errors) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The program ends before the pipe does; the test goes on.
    signal(SIGPIPE, SIG_IGN)
    // Far more than a pipe holds: when all of it is written, most of it was read.
    let count = 60
    for number in 0..<count {
      try input.fileHandleForWriting.write(contentsOf: Data(Self.record(number).utf8))
    }
    process.interrupt()
    // What is said from now on tells of nothing; the program stops reading it.
    let rest = Data("{\"id\":\"rest\",\"text\":\"\(String(repeating: "Nothing new. ", count: 100))\"}\n".utf8)
    while (try? input.fileHandleForWriting.write(contentsOf: rest)) != nil {}
    try? input.fileHandleForWriting.close()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0, "\(told)")
    #expect(told.contains("stopped; what was read until then is kept"), "\(told)")
    let found = try incidents(in: folder)
    #expect(found > 0 && found <= count, "\(found)")
    // The case is whole: the rest can be added.
    let lines = (0..<count + 3).map(Self.record).joined()
    try folder.write(lines, to: "all.jsonl")
    let run = try Program.run(["map", "all.jsonl", "--case", "a.gpkg"], in: folder.url)
    #expect(run.errors.contains("of them known"), "\(run.errors)")
    #expect(try incidents(in: folder) == count + 3)
    // Short of a minute nothing is told on the way but on a terminal.
    #expect(!run.errors.contains("a second") && !run.errors.contains("\r"), "\(run.errors)")
  }

  @Test func aTerminalShowsABarWithRateAndTimeLeft() throws {
    let folder = try FreshFolder()
    try folder.write((0..<100).map(Self.record).joined(), to: "all.jsonl")
    var (main, other): (Int32, Int32) = (0, 0)
    var size = winsize(ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&main, &other, nil, nil, &size) == 0)
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["map", "all.jsonl", "--case", "a.gpkg"]
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { $1 }
    process.standardError = FileHandle(fileDescriptor: other, closeOnDealloc: false)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    close(other)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(main, &block, block.count), count > 0 { bytes += block.prefix(count) }
    close(main)
    process.waitUntilExit()
    let shown = String(decoding: bytes, as: UTF8.self)
    let bar = /\r\u{1B}\[K\[#* *\] [0-9]+ %, [0-9]+ documents?, [0-9.]+ a second, [0-9.]+ (s|min|h) left/
    #expect(shown.contains(bar), "\(shown)")
    // Taken away before anything else is told.
    let last = try #require(shown.ranges(of: "\r\u{1B}[K").last)
    #expect(shown[last.upperBound...].hasPrefix("read 100 documents"), "\(shown)")
  }
}
