internal import GeoModel

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

  /// The objects of a file that is a list, or has one as a member.
  ///
  /// - Parameters:
  ///   - member: where the list is; `nil`: the file itself is the list.
  ///   - noun: what an object is, for messages.
  static func list<T>(
    in path: String, member: String? = nil, of noun: String, _ read: (Fields) throws(FieldError) -> T
  ) throws(CaseFileError) -> [T] {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: try bytes(of: path))
    } catch let error as CaseFileError {
      throw error
    } catch {
      throw CaseFileError(path: path, place: "", reason: "it is not JSON any more: \(error)")
    }
    do throws(FieldError) {
      let list = member.map { value.object?[$0]?.array } ?? value.array
      guard let list else {
        throw FieldError(place: "", reason: "it should be a list of \(noun)s, not \(value.kindName)")
      }
      var result: [T] = []
      for (index, element) in list.enumerated() {
        result.append(try read(try Fields(element, at: "\(noun) \(index + 1)")))
      }
      return result
    } catch {
      throw CaseFileError(path: path, place: error.place, reason: error.reason)
    }
  }
}
