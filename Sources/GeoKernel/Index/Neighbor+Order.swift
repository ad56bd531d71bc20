public import GeoModel

extension Array where Element == Neighbor {
  /// Puts neighbours in the order of `geod_inverse`, equally far ones in that of their indexes.
  ///
  /// Their distances are those an index gave, so that nearly always nothing has to be measured again.
  ///
  /// - Parameter positions: what their indexes mean.
  public mutating func sortExactly(from origin: Coordinate, among positions: [Coordinate]) {
    guard count > 1 else { return }
    withUnsafeMutableBufferPointer { list in
      positions.withUnsafeBufferPointer {
        if let positions = $0.baseAddress { GeoKernel.sortExactly(list, from: origin, among: positions) }
      }
    }
  }
}
