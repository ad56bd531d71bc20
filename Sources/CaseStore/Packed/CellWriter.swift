internal import GRDB
internal import GeoModel
internal import Layers

/// Cells of rows one after the other, ready to be bound to a statement as they lie: a document's rows are made
/// ready by whoever works on the document, so that the one who writes to the case only hands them on.
///
/// A cell is a ``CellKind``, then 8 bytes of a number or 4 bytes of a length and so many bytes, in the machine's
/// order: they never leave the run that made them.
struct CellWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: String?) {
    guard var text else { return appendNull() }
    text.withUTF8 { append(.text, UnsafeRawBufferPointer($0)) }
  }

  mutating func append(_ number: Int?) {
    guard let number else { return appendNull() }
    bytes.append(CellKind.integer.rawValue)
    withUnsafeBytes(of: Int64(number)) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: Double?) {
    guard let number else { return appendNull() }
    bytes.append(CellKind.real.rawValue)
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ flag: Bool) { append(flag ? 1 : 0) }

  mutating func append(blob: [UInt8]) { blob.withUnsafeBytes { append(.blob, $0) } }

  /// As a GeoPackage holds it.
  mutating func append(_ value: Value) {
    switch value {
    case .null: appendNull()
    case .text(let text): append(text)
    case .integer(let number): append(number)
    case .real(let number): append(number)
    case .boolean(let flag): append(flag)
    case .date, .startOfDay, .endOfDay: append(value.stored as? String)
    case .json(let json): json.utf8.withUnsafeBytes { append(.text, $0) }
    }
  }

  private mutating func appendNull() { bytes.append(CellKind.null.rawValue) }

  private mutating func append(_ kind: CellKind, _ content: UnsafeRawBufferPointer) {
    bytes.append(kind.rawValue)
    withUnsafeBytes(of: UInt32(content.count)) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: content)
  }
}

enum CellKind: UInt8 {
  case null, integer, real, text, blob
}
