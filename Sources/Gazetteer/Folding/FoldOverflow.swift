/// One scalar of the overflow table: folded forms too long for the flat table, or scalars beyond it.
///
/// Sixteen bytes: the scalar, then length and flags in one byte, then up to eleven bytes of UTF-8.
struct FoldOverflow: Equatable {
  static let capacity = 11
  static let stride = 16

  let scalar: UInt32
  let bytes: [UInt8]
  let flags: UInt64

  func write(to output: inout [UInt8]) {
    withUnsafeBytes(of: scalar.littleEndian) { output.append(contentsOf: $0) }
    output.append(UInt8(flags))
    output.append(contentsOf: bytes)
    output.append(contentsOf: repeatElement(0, count: Self.capacity - bytes.count))
  }
}
