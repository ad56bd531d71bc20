extension Array {
  /// The same as `Array(repeating:count:)`, compiled for the type it is used with.
  ///
  /// The library's own asks the runtime for the type's metadata each time, which takes longer than filling the short
  /// arrays that every document needs.
  @inlinable
  package init(filledWith element: Element, count: Int) {
    self.init()
    reserveCapacity(count)
    append(contentsOf: repeatElement(element, count: count))
  }
}
