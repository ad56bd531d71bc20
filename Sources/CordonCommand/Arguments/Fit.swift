internal import ArgumentParser
internal import GeoKernel

/// How a drawn ring lies to the true circle.
enum Fit: String, ExpressibleByArgument, CaseIterable {
  case vertices, inscribed, circumscribed

  var outline: OutlineFit {
    switch self {
    case .vertices: .vertices
    case .inscribed: .inscribed
    case .circumscribed: .circumscribed
    }
  }
}
