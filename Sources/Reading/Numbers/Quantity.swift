/// A number in the text, in digits or words.
public struct Quantity: Hashable, Sendable {
  /// The tokens of the number with its qualifier ("at least 30").
  public let tokens: Range<Int>
  /// The best reading; `nil` for "several". Of a range, its middle.
  public let value: Double?
  /// Least and greatest whole number the words allow; `nil` where they set no bound or name no number.
  public let low: Int?
  public let high: Int?
  /// "about", "nearly", a range or a bound.
  public let isApproximate: Bool
  /// The number as written, without its qualifier: "1,200", "forty".
  public let number: Range<Int>

  public init(
    tokens: Range<Int>, number: Range<Int>, value: Double?, low: Int?, high: Int?, isApproximate: Bool
  ) {
    self.tokens = tokens
    self.number = number
    self.value = value
    self.low = low
    self.high = high
    self.isApproximate = isApproximate
  }
}
