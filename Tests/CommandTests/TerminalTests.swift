import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tables as a person sees them: the program on a terminal of its own.
struct TerminalTests {
  private static let sites = """
    id,name,kind,operator_country,host_country,city,address,lat,lon,accuracy_m,source,aliases
    long,"Permanent Mission of a Country with a Long Name to the Organisation of Names in the Town of Somewhere",mission,XA,XB,Somewhere,,10.5,20.25,75,made up,
    cyr,Посольство Далёкой Страны и́ Моря,mission,XA,XB,Кривий Ріг,,10.6,20.5,75,made up,
    wide,大使館 \u{1F6A2},mission,XA,XB,東京,,10.7,20.75,75,made up,
    evil,"\u{1B}[31mred\u{202E}der\u{7}",mission,XA,XB,Town,,10.8,20.9,75,made up,

    """

  /// What the program writes to a terminal of so many columns, without carriage returns.
  private func run(columns: UInt16, environment: [String: String] = [:]) throws -> String {
    let folder = try FreshFolder()
    let file = try folder.write(Self.sites, to: "sites.csv")
    var (main, other): (Int32, Int32) = (0, 0)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&main, &other, nil, nil, &size) == 0)
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["sites", "list", "--operator", "XA", "--sites", file.path]
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TERM": "xterm", "NO_COLOR": "", "COLUMNS": ""]) { $1 }.merging(environment) { $1 }
    process.standardOutput = FileHandle(fileDescriptor: other, closeOnDealloc: false)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    close(other)
    // A few kilobytes: the terminal holds them until they are read.
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(main, &block, block.count), count > 0 { bytes += block.prefix(count) }
    close(main)
    return String(decoding: bytes.filter { $0 != 13 }, as: UTF8.self)
  }

  /// Of the characters these tests use.
  private func width(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      let isWide = (0x4E00...0x9FFF).contains(scalar.value) || scalar.value == 0x1F6A2
      return sum + (scalar.value == 0x301 ? 0 : isWide ? 2 : 1)
    }
  }

  private func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9]*m/, with: "") }

  @Test(arguments: [50, 80, 100, 300] as [UInt16])
  func aTableIsNoWiderThanTheTerminal(columns: UInt16) throws {
    let text = plain(try run(columns: columns))
    for line in text.split(separator: "\n") { #expect(width(line) <= columns, "\(line)") }
    // Nothing is cut: every word is there.
    for word in ["Permanent", "Organisation", "Somewhere", "Посольство", "Моря", "大使館"] {
      #expect(text.contains(word), "\(word) in\n\(text)")
    }
  }

  /// The column after the names begins at the same place in every row.
  @Test func columnsAreAlignedWhateverTheLetters() throws {
    let lines = plain(try run(columns: 300)).split(separator: "\n")
    #expect(lines.count == 5)
    let starts = lines.compactMap { line in
      line.firstRange(of: line.contains("KIND") ? "KIND" : "mission  ").map { width(line[..<$0.lowerBound]) }
    }
    #expect(starts.count == 5 && Set(starts).count == 1, "\(starts)")
  }

  @Test func coloursOnlyWhereTheyAreWanted() throws {
    #expect(try run(columns: 120).hasPrefix("\u{1B}[1m"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      #expect(!(try run(columns: 120, environment: environment)).contains("\u{1B}"))
    }
    let folder = try FreshFolder()
    let file = try folder.write(Self.sites, to: "sites.csv")
    let piped = try Program.run(["sites", "list", "--operator", "XA", "--sites", file.path])
    #expect(!piped.output.contains("\u{1B}"))
    #expect(piped.outputLines.count == 5)
  }

  @Test func aNameCannotSpeakToTheTerminal() throws {
    let text = try run(columns: 300, environment: ["NO_COLOR": "1"])
    #expect(text.contains("\\u{1B}[31mred\\u{202E}der\\u{7}"))
    #expect(!text.unicodeScalars.contains { [0x1B, 0x202E, 7].contains($0.value) })
  }
}
