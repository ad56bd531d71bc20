extension Range<Int> {
  /// What lies between it and a later range; empty where they overlap, as words that belong to two readings do.
  package func gap(before later: Range<Int>) -> Range<Int> {
    upperBound..<Swift.max(upperBound, later.lowerBound)
  }
}
