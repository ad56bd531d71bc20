internal import GeoModel

/// Looks for the nearest or farthest position on edges, without measuring those that cannot hold it.
///
/// On an edge of length L between positions at distances a and b, every distance is between (a + b - L) / 2
/// and (a + b + L) / 2. What is left is halved until it is short against the distance, where the distance has
/// a single extreme, which golden-section search finds.
struct EdgeSearch {
  let origin: Coordinate
  let edges: Edges
  private let earth: Geodesic
  private let originInSpace: Cartesian
  /// 1 for nearest, -1 for farthest: the search is for the least signed distance.
  private let sign: Double
  private var best: (position: Coordinate, value: Double)?
  /// Whoever has a longer chord is farther than the best so far.
  private var chordLimit = Double.infinity

  init(from origin: Coordinate, wantsFarthest: Bool, edges: Edges, on earth: Geodesic) {
    self.earth = earth
    self.origin = origin
    self.edges = edges
    originInSpace = Cartesian(origin)
    sign = wantsFarthest ? -1 : 1
  }

  mutating func run(_ geometry: Geometry) -> MeasuredPosition? {
    let planar = Planar(geometry)
    for point in planar.points { consider(onMap(point)) }
    for line in planar.lines { search(line) }
    for polygon in planar.polygons {
      search(polygon.exterior)
      for hole in polygon.holes { search(hole) }
    }
    return best.map { MeasuredPosition(position: $0.position, distance: Meters(abs($0.value))) }
  }

  /// Signed distance of a position, which is kept when it is the best so far.
  @discardableResult
  private mutating func consider(_ position: Coordinate) -> Double {
    let value = sign * earth.distance(origin, position).value
    if best.map({ value < $0.value }) ?? true {
      best = (position, value)
      chordLimit = value > 0 ? ChordBounds.longestChord(distance: value) : .infinity
    }
    return value
  }

  private mutating func search(_ line: [XY]) {
    // Chords are quicker to have than distances.
    let corners = line.map { Cartesian(onMap($0)) }
    let chords = corners.map { $0.chord(originInSpace) }
    if sign < 0 { return searchFarthest(line, chords) }
    if let nearest = chords.indices.min(by: { chords[$0] < chords[$1] }) { consider(onMap(line[nearest])) }
    for i in line.indices.dropFirst() {
      let length = edgeLength(line[i - 1], line[i])
      let least = (chords[i - 1] + chords[i] - length) / 2
      if least > chordLimit { continue }
      if isBeyond(chordLimit, line[i - 1], line[i], corners[i - 1], corners[i], length) { continue }
      measure(line[i - 1], line[i])
    }
  }

  private mutating func searchFarthest(_ line: [XY], _ chords: [Double]) {
    if let farthest = chords.indices.max(by: { chords[$0] < chords[$1] }) { consider(onMap(line[farthest])) }
    let ways = chords.map { ChordBounds.longestWay(chord: $0) }
    for i in line.indices.dropFirst() {
      let length = edgeLength(line[i - 1], line[i])
      let most = (ways[i - 1] + ways[i] + length) / 2
      // A micrometre better would not show.
      guard let best, most > -best.value + 1e-6 else { continue }
      // Nor is anything between the ends farther than they are, but for the bend.
      let end = max(ways[i - 1], ways[i])
      if edges == .straight, end <= -best.value,
        let bend = Edge.bend(line[i - 1], line[i], length: length, distance: end),
        end + bend < -best.value + 1e-6
      {
        continue
      }
      measure(line[i - 1], line[i])
    }
  }

  /// Whether all of a straight edge has longer chords than `limit`.
  ///
  /// A shortest way of length L with curvature κ at most strays by κL² / 8 from its chord, and the edge from the
  /// shortest way by its bend.
  private func isBeyond(
    _ limit: Double, _ start: XY, _ end: XY, _ a: Cartesian, _ b: Cartesian, _ length: Double
  ) -> Bool {
    guard edges == .straight, let bend = Edge.bend(start, end, length: length, distance: 0) else {
      return false
    }
    let stray = ChordBounds.greatestCurvature * length * length / 7 + bend + ChordBounds.guardBand
    return Cartesian.distance(from: originInSpace, toSegment: a, b) - stray > limit
  }

  private mutating func measure(_ start: XY, _ end: XY) {
    let a = consider(onMap(start))
    let b = consider(onMap(end))
    narrow(Edge(start, end, edges), 0, a, 1, b)
  }

  private mutating func narrow(
    _ edge: Edge, _ low: Double, _ a: Double, _ high: Double, _ b: Double, depth: Int = 0
  ) {
    let length = edge.length(low, high)
    // A micrometre better would not show.
    guard let best, (a + b - length) / 2 < best.value - 1e-6 else { return }
    if sign < 0, let bend = edge.bend(low, high, length: length, distance: -min(a, b)) {
      // Along a geodesic the distance is convex and so greatest at an end.
      if min(a, b) - bend > best.value - 1e-6 { return }
      if depth < 40 { return halve(edge, low, a, high, b, depth) }
    }
    let isShort = length <= max(0.01, abs(best.value) * 0.02) && edge.width(low, high) <= 30
    if isShort || depth >= 40 { return golden(edge, low, high) }
    halve(edge, low, a, high, b, depth)
  }

  private mutating func halve(
    _ edge: Edge, _ low: Double, _ a: Double, _ high: Double, _ b: Double, _ depth: Int
  ) {
    let middle = (low + high) / 2
    let value = consider(edge.position(middle))
    narrow(edge, low, a, middle, value, depth: depth + 1)
    narrow(edge, middle, value, high, b, depth: depth + 1)
  }

  private mutating func golden(_ edge: Edge, _ start: Double, _ end: Double) {
    let ratio = 0.618_033_988_749_894_9
    let length = edge.length(start, end)
    var (low, high) = (0.0, 1.0)
    func position(_ share: Double) -> Coordinate { edge.position(start + (end - start) * share) }
    var (left, right) = (1 - ratio, ratio)
    var (atLeft, atRight) = (consider(position(left)), consider(position(right)))
    for _ in 0..<60 {
      let rest = (high - low) * length
      guard let best, min(atLeft, atRight) - rest < best.value - 1e-6 else { return }
      // Next to the extreme the distance changes with the square of the way: this leaves a tenth of a micrometre.
      if rest < max(1e-6, (1e-7 * min(1000, abs(best.value))).squareRoot()) { return }
      if atLeft < atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - (high - low) * ratio
        atLeft = consider(position(left))
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + (high - low) * ratio
        atRight = consider(position(right))
      }
    }
  }
}
