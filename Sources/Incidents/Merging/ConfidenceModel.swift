#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much each thing known of an incident speaks for it: `data/confidence.tsv`.
///
/// The weights are log-odds, fitted by `scripts/fit_confidence.py` on annotated reports; the share they give says
/// how likely an incident like it happened as told: then, of that kind and at that site.
public struct ConfidenceModel: Sendable {
  struct Row: Sendable {
    let weight: Double
    let reason: String
  }

  private let rows: [String: Row]

  /// Knows nothing: every incident is as likely as not.
  public init() { rows = [:] }

  /// - Parameter file: named in errors.
  /// - Throws: `ConfidenceError` naming the line that is no row of name, number and reason.
  public init(tsv: String, file: String) throws(ConfidenceError) {
    var rows: [String: Row] = [:]
    for (index, line) in tsv.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where index > 0 && !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let weight = Double(fields[1]), abs(weight) <= 20,
        rows[String(fields[0])] == nil
      else {
        throw ConfidenceError(
          description:
            "\(file), line \(index + 1): not a new name, a weight within ±20 and a reason parted by "
            + "tabs; correct the line or reinstall the data folder")
      }
      rows[String(fields[0])] = Row(weight: weight, reason: String(fields[2]))
    }
    self.rows = rows
  }

  /// - Parameter dataFolder: the folder with `confidence.tsv`.
  /// - Throws: `ConfidenceError` when the file cannot be read or is none.
  public init(dataFolder: String) throws(ConfidenceError) {
    let path = dataFolder + "/confidence.tsv"
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw ConfidenceError(description: "\(path): cannot be read; reinstall the data folder")
    }
    try self.init(tsv: String(decoding: data, as: UTF8.self), file: path)
  }

  /// The share and what it was made of, for the features that hold.
  func rating(_ features: [String]) -> (confidence: Double, reasons: [String]) {
    var score = rows["start"]?.weight ?? 0
    var reasons: [String] = []
    for feature in features {
      guard let row = rows[feature] else { continue }
      score += row.weight
      let hundredths = Int((abs(row.weight) * 100).rounded())
      let tail = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
      reasons.append("\(row.weight < 0 ? "−" : "+")\(hundredths / 100).\(tail) \(row.reason)")
    }
    let share = 1 / (1 + exp(-score))
    return (min(0.99, max(0.01, (share * 100).rounded() / 100)), reasons)
  }
}

/// A table of weights that cannot be used; the description is one sentence.
public struct ConfidenceError: Error, CustomStringConvertible {
  public let description: String
}
