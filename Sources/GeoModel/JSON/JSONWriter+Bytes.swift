extension JSONWriter {
  /// Text that is JSON, or whatever else is being written, already.
  @inline(__always)
  public mutating func append(raw text: UnsafeBufferPointer<UInt8>) { append(contentsOf: text) }

  /// A JSON string of bytes that are UTF-8; only what must be escaped is.
  public mutating func append(string utf8: UnsafeBufferPointer<UInt8>) {
    append(byte: UInt8(ascii: "\""))
    append(escaping: utf8)
    append(byte: UInt8(ascii: "\""))
  }

  /// A number with so many decimals (0 ... 9), rounded half upwards, without an exponent.
  ///
  /// - Precondition: it is finite and below 1e9 in size.
  public mutating func append(fixed value: Double, decimals: Int) {
    let scale = powersOfTen[decimals]
    let scaled = UInt(abs(value) * scale + 0.5)
    if value < 0, scaled > 0 { append(byte: UInt8(ascii: "-")) }
    let whole = UInt(scale)
    append(digits: scaled / whole)
    guard decimals > 0 else { return }
    append(byte: UInt8(ascii: "."))
    append(digits: scaled % whole, width: decimals)
  }

  /// The fewest digits that read back as the same double; whole numbers without a point.
  public mutating func append(shortest value: Double) {
    if abs(value) < 1e9 {
      // With fifteen digits or fewer nothing shorter reads back the same.
      let scaled = (abs(value) * 1e6 + 0.5).rounded(.down)
      if scaled / 1e6 == abs(value) {
        let number = UInt(scaled)
        if value < 0, number > 0 { append(byte: UInt8(ascii: "-")) }
        append(digits: number / 1_000_000)
        var fraction = number % 1_000_000
        if fraction == 0 { return }
        append(byte: UInt8(ascii: "."))
        var width = 6
        while fraction % 10 == 0 {
          fraction /= 10
          width -= 1
        }
        return append(digits: fraction, width: width)
      }
    }
    append(value)
  }
}
