#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A file of a case that cannot be read back: which, where in it, and why.
public struct CaseFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// "incident 3, account 1, member \"date\"", or empty for the whole file.
  public let place: String
  public let reason: String

  public var description: String {
    place.isEmpty
      ? "\(path): \(reason)" : "\(path): \(place): \(reason); run 'cordon map' again to write it anew"
  }

  /// The bytes of a file, or why they cannot be had.
  static func bytes(of path: String) throws(CaseFileError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw CaseFileError(
        path: path, place: "",
        reason: exists
          ? "it cannot be read; check its permissions"
          : "there is no such file; a case is a folder that `cordon map` wrote")
    }
  }
}
