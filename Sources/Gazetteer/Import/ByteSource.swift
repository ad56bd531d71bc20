/// Bytes that come one after the other.
protocol ByteSource: AnyObject {
  /// Fills the buffer from the front; less than its size only at the end.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int
  /// How many bytes of the file on disk have been taken.
  var consumed: Int { get }
}

/// A file as it is.
final class PlainBytes: ByteSource {
  private let file: InputFile
  private(set) var consumed = 0

  init(_ file: InputFile) { self.file = file }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
    let got = try file.read(buffer, at: consumed)
    consumed += got
    return got
  }
}
