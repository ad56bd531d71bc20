/// Row of a place in the compiled index.
///
/// Valid for the index it came from; to keep a place for longer, keep its `Place.key`.
public struct PlaceID: Hashable, Comparable, Sendable {
  public let row: UInt32
  public init(row: UInt32) { self.row = row }
  public static func < (a: PlaceID, b: PlaceID) -> Bool { a.row < b.row }
}
