extension BoundingBox {
  /// Reads `W,S,E,N` in degrees; west may be greater than east, the box then crosses ±180°.
  public init(parsing text: some StringProtocol) throws(NotationError) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { plainDecimal(trimmed($0)) }
    func refused(_ reason: String) -> NotationError {
      NotationError(expected: "a box", text: String(text), reason: reason)
    }
    guard numbers.count == 4, text.split(separator: ",", omittingEmptySubsequences: false).count == 4 else {
      throw refused("write west,south,east,north in degrees, as in 22.1,44.4,40.2,52.4")
    }
    guard Coordinate(longitude: numbers[0], latitude: numbers[1]) != nil,
      Coordinate(longitude: numbers[2], latitude: numbers[3]) != nil
    else { throw refused("longitudes must be in -180 ... 180 and latitudes in -90 ... 90") }
    guard numbers[1] <= numbers[3] else { throw refused("its south is north of its north") }
    self.init(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
  }
}
