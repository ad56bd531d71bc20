internal import GeoModel

/// The arrays of rows, unwrapped, for loops that cannot afford to count references.
struct RowView {
  let positions: UnsafePointer<Coordinate>
  private let bytes: UnsafePointer<UInt8>
  private let records, ids: UnsafePointer<Range<Int>>
  private let numbers: UnsafePointer<Int>

  /// Calls `body` with a view that must not leave it; not at all when there are no rows.
  static func with(_ rows: borrowing PointRows, _ body: (RowView) -> Void) {
    rows.positions.withUnsafeBufferPointer { positions in
      rows.bytes.withUnsafeBufferPointer { bytes in
        rows.records.withUnsafeBufferPointer { records in
          rows.ids.withUnsafeBufferPointer { ids in
            rows.numbers.withUnsafeBufferPointer { numbers in
              guard let positions = positions.baseAddress, let bytes = bytes.baseAddress,
                let records = records.baseAddress, let ids = ids.baseAddress,
                let numbers = numbers.baseAddress
              else { return }
              body(
                RowView(
                  positions: positions, bytes: bytes, records: records, ids: ids, numbers: numbers))
            }
          }
        }
      }
    }
  }

  @inline(__always)
  func record(_ i: Int) -> UnsafeBufferPointer<UInt8> { text(records[i]) }

  /// The row's id; its number goes to `digits` when it has none.
  @inline(__always)
  func id(_ i: Int, _ digits: UnsafeMutableBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let id = ids[i]
    if !id.isEmpty { return text(id) }
    var at = digits.count
    var number = numbers[i]
    repeat {
      at -= 1
      digits[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
      number /= 10
    } while number > 0
    return UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[at...])
  }

  @inline(__always)
  func appendID(_ i: Int, _ text: inout JSONWriter) {
    let id = ids[i]
    if id.isEmpty { text.append(numbers[i]) } else { text.append(raw: self.text(id)) }
  }

  @inline(__always)
  private func text(_ span: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + span.lowerBound, count: span.count)
  }
}
