import CZLIB
import Foundation

@testable import CaseStore

extension Packing {
  /// Packs as the version did that wrote format 2.
  static func pack(_ bytes: [UInt8]) -> Data {
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, 4, Z_DEFLATED, windowBits, 6, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib refuses only when there is no memory")
    defer { deflateEnd(&stream) }
    deflateSetDictionary(&stream, dictionary, uInt(dictionary.count))
    var packed = withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { Data($0) }
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bound) { output in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(bound)
        let status = deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "zlib packs into what it says to be enough")
      }
      packed.append(contentsOf: output[..<(bound - Int(stream.avail_out))])
    }
    return packed
  }
}
