internal import CordonKit
internal import GeoKernel
internal import GeoModel

/// Why a command ends early: one sentence for people and the status for scripts.
struct Failure: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }

  /// `nil` for an error that is the argument parser's to tell.
  init?(telling error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as LocationError: self.init(error.code == .unknown ? .noInput : .usage, error.description)
    case let error as NotationError: self.init(.usage, error.description)
    case let error as GeometryError:
      self.init(error.code == .valueOutOfRange ? .usage : .engine, error.description)
    default: return nil
    }
  }
}
