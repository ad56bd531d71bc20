internal import CaseStore
internal import CordonKit
internal import Gazetteer
internal import GeoKernel
internal import GeoModel
internal import Geocoding
internal import Layers
internal import Proximity
internal import Reading
internal import Reports

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
    case let error as GazetteerError: self.init(error.status, error.description)
    case let error as CaseStoreError: self.init(error.status, error.description)
    case let error as CaseFileError: self.init(.badData, error.description)
    case let error as CaseFolderError:
      self.init(error.status, error.description)
    case let error as JoinInputError:
      self.init(error.kind == .missing ? .noInput : .badData, error.description)
    case let error as PointJoinError:
      self.init(.usage, error.description)
    case let error as FileWriteError: self.init(.cannotWrite, error.description)
    case let error as LexiconError: self.init(.badData, error.description)
    case let error as PlaceModelError: self.init(.badData, error.description)
    case let error as PlaceOverridesError: self.init(.badData, error.description)
    case let error as ReportResourceError: self.init(.badData, error.description)
    case let error as TableError: self.init(.badData, error.description)
    default: return nil
    }
  }
}

extension GazetteerError {
  fileprivate var status: ExitStatus {
    switch self {
    case .dataFolderMissing, .tableMissing, .unreadable, .importMissing: .noInput
    case .malformed, .tooManyPlaces, .importUnusable: .badData
    case .cacheNotWritable, .importExists: .cannotWrite
    case .badImportName: .usage
    }
  }
}

extension CaseStoreError {
  fileprivate var status: ExitStatus {
    switch problem {
    case .missing, .notReadable: .noInput
    case .notACase, .newer, .older, .damaged: .badData
    case .held, .notWritable: .cannotWrite
    }
  }
}

extension CaseFolderError {
  fileprivate var status: ExitStatus {
    switch problem {
    case .noName: .usage
    case .noCase: .noInput
    case .isFile, .readOnly, .holdsOther: .cannotWrite
    }
  }
}
