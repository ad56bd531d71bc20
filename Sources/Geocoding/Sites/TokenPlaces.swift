/// Things by a token each, found by it; of those at one token the first.
struct TokenPlaces {
  private let sorted: [(token: Int, place: Int)]

  /// - Parameter places: each token with the place of what is there; in any order.
  init(_ places: [(token: Int, place: Int)]) {
    let isSorted = zip(places, places.dropFirst()).allSatisfy {
      ($0.token, $0.place) <= ($1.token, $1.place)
    }
    sorted = isSorted ? places : places.sorted { ($0.token, $0.place) < ($1.token, $1.place) }
  }

  subscript(token: Int) -> Int? {
    let next = sorted.firstSorted { $0.token >= token }
    return next < sorted.count && sorted[next].token == token ? sorted[next].place : nil
  }
}
