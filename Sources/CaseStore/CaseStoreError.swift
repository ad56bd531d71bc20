internal import GRDB

/// Why a case cannot be read or written, in one sentence with the way out.
public struct CaseStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// A file, but no GeoPackage that Cordon wrote.
    case notACase
    /// Written by a later Cordon; its format number.
    case newer(Int)
    /// Written by an earlier Cordon and not added to since; its format number.
    case older(Int)
    /// Somebody else holds it; who, as far as the system tells.
    case held(String)
    case notReadable(String)
    case notWritable(String)
    /// What the database or a value in it says.
    case damaged(String)
  }

  public let path: String
  public let problem: Problem

  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  public var description: String {
    switch problem {
    case .missing: "\(path): there is no such case; 'cordon map' writes one with --case"
    case .notACase:
      "\(path): this file is not a case that Cordon wrote; give another name, and it is made"
    case .newer(let format):
      "\(path): a later version of Cordon wrote this case (format \(format), this one knows "
        + "\(CaseSchema.format)); update Cordon to use it"
    case .older(let format):
      "\(path): an earlier version of Cordon wrote this case (format \(format), this one reads "
        + "\(CaseSchema.earliestFormat) and later); add to it with 'cordon map … --case', even what it holds already, and it is brought up to date"
    case .held(let holder): "\(path): \(holder) is writing to the case; try again when it has finished"
    case .notReadable(let reason): "\(path): the case cannot be read: \(reason); check its permissions"
    case .notWritable(let reason):
      "\(path): the case cannot be written: \(reason); make room, or get the right to write there"
    case .damaged(let reason): "\(path): the case is damaged: \(reason); restore it from a copy"
    }
  }

  /// What a failure of the database means for people.
  init(_ error: any Error, path: String) {
    if let known = error as? CaseStoreError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(path: path, problem: .damaged("\(error)"))
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(path: path, problem: .held("another program"))
    case .SQLITE_NOTADB: self.init(path: path, problem: .notACase)
    case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR: self.init(path: path, problem: .notWritable(reason))
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self.init(path: path, problem: .notReadable(reason))
    default: self.init(path: path, problem: .damaged(reason))
    }
  }
}
