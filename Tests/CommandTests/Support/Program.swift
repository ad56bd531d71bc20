import Dispatch
import Foundation

/// The program as people run it: a process of its own with its two outputs kept apart.
enum Program {
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String

    var outputLines: [String] { output.split(separator: "\n").map(String.init) }
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// The one `CORDON_BINARY` names, else the one built beside the tests.
  static let executable: URL = {
    if let path = ProcessInfo.processInfo.environment["CORDON_BINARY"] { return URL(filePath: path) }
    var folder = Bundle.main.bundleURL
    while folder.pathExtension == "xctest" || folder.lastPathComponent == "Contents" {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "cordon")
  }()

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - executable: another program, such as a shell that runs ours.
  ///   - environment: added to the tests' own; an empty value removes the name.
  ///   - input: what standard input gives.
  static func run(
    _ arguments: [String], executable: URL = Program.executable, in folder: URL? = nil,
    environment: [String: String] = [:], input: String = ""
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { $1 }.filter { !$1.isEmpty }
    let (outputPipe, errorPipe, inputPipe) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = outputPipe
    process.standardError = errorPipe
    process.standardInput = inputPipe
    try process.run()
    let output = Collected(outputPipe)
    let errors = Collected(errorPipe)
    try? inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? inputPipe.fileHandleForWriting.close()
    let outcome = (output.text(), errors.text())
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Outcome(status: status, output: outcome.0, errors: outcome.1)
  }
}

/// Reads a pipe on a thread of its own, so that the program never waits for its reader.
private final class Collected: @unchecked Sendable {
  // Written by the reading thread only, before the semaphore is signalled; read only after it.
  private var data = Data()
  private let isDone = DispatchSemaphore(value: 0)

  init(_ pipe: Pipe) {
    Thread.detachNewThread { [self] in
      data = pipe.fileHandleForReading.readDataToEndOfFile()
      isDone.signal()
    }
  }

  func text() -> String {
    isDone.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
