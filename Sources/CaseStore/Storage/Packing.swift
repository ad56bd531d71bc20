internal import CZLIB
internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Unpacks what accounts say in a case of format 2: the length as four bytes, the least one first, then JSON by zlib
/// (RFC 1950) with a dictionary.
enum Packing {
  /// 8 kB.
  static let windowBits: Int32 = 13
  /// What is longer was not packed here.
  private static let limit = 1 << 28

  /// - Throws: `DatabaseError` when the bytes are not what was packed.
  static func unpack(_ packed: Data) throws(DatabaseError) -> [UInt8] {
    let bytes = [UInt8](packed)
    guard bytes.count > 4 else { throw damaged }
    let count = bytes[..<4].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard count <= limit else { throw damaged }
    var stream = z_stream()
    guard
      inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw damaged }
    defer { inflateEnd(&stream) }
    let unpacked = [UInt8](unsafeUninitializedCapacity: count) { output, size in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + 4) }
        stream.avail_in = uInt(input.count - 4)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(count)
        var status = inflate(&stream, Z_FINISH)
        if status == Z_NEED_DICT,
          inflateSetDictionary(&stream, dictionary, uInt(dictionary.count)) == Z_OK
        {
          status = inflate(&stream, Z_FINISH)
        }
        size = status == Z_STREAM_END ? Int(stream.total_out) : 0
      }
    }
    guard unpacked.count == count else { throw damaged }
    return unpacked
  }

  private static var damaged: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "what an account says cannot be unpacked")
  }

  /// What accounts have in common, the most frequent last. It must stay as it is: what was packed with it needs it.
  static let dictionary = Array(
    #"""
    ,"claims":[{"claimant":"","stance":"blames","about":null,"weapon":"missile","scope":"incident","evidence":{\#
    "stance":"states","about":"Russia","scope":"series"}],"open":"","month":1,"day":1,"unexploded_ordnance"\#
    "effects":[{"kind":"damage","evidence":{"document":""kind":"fire","kind":"crater"\#
    "bombing","shelling","explosion","armed_attack","arson","mob_violence","abduction","aircraft_crash","other"\#
    "drone_attack","air_strike","missile_strike"the position is of 2022, in it may have stood elsewhere in \#
    enlarged by 100 m, the nearness table's value for 'next to' 'near' (site)(settlement)\#
    "relation":"near","anchor":"Embassy of ","relation":"in_region"disc from its population\#
    "stated_distance":{"text":","best_m":","low_m":","high_m":"date_reason":"goes on from the day told before: \#
    "rules":["kind from words and weapons: ","event words “”, “","placed by “"],"killed","attack","strike"\#
    {"document":"","kind":"explosion","date":{"from":"2023-01-01","to":"2023-01-01","date_prec":1},\#
    "date_reason":"","weapon":null,"site_id":null,"site":"Embassy of the in ","place":"","country":"",\#
    "killed":null,"injured":null,"killed":{"count":,"evidence":{"document":"","start":,"end":,"quote":"\#
    "}},"injured":{"count":,"evidence":{"document":"","count":1,"sentences":[{"document":"","start":1,"end":2,\#
    "quote":""}],"effects":[],"rules":[""],"footprint":{"relation":"at","anchor":"","anchor_site":null,"lat":,\#
    "lon":,"radius_m":,"where_prec":1,"geo_precision":1,"stated_distance":null,"reason":"'': disc of the site's \#
    accuracy (150 m)","shape":,"ring":null},"claims":[]}
    """#.utf8)
}
