public import GeoModel

/// An indexed position as seen from somewhere.
public struct Neighbor: Hashable, Sendable {
  /// Its place in the array the index was made of.
  public var index: Int
  /// Ellipsoidal metres.
  public var distance: Meters

  public init(index: Int, distance: Meters) {
    self.index = index
    self.distance = distance
  }
}

/// The neighbours of many positions, one list after the other.
public struct NeighborLists: Sendable {
  public internal(set) var neighbors: [Neighbor] = []
  /// Where the list of each position ends in ``neighbors``.
  public internal(set) var ends: [Int] = []

  public init() {}

  /// How many lists there are.
  public var count: Int { ends.count }

  /// The neighbours of one position, the nearest first; of equally near ones that with the lower index.
  public subscript(position: Int) -> ArraySlice<Neighbor> {
    neighbors[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
  }

  /// So many positions more have no neighbours but those in the list.
  @inline(__always)
  mutating func end(_ count: Int) {
    for _ in 0..<count { ends.append(neighbors.count) }
  }

  mutating func removeAll() {
    neighbors.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
