import GeoModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// J5: reads every property of every Feature of a file, and counts them.
func readFeatures(_ path: String, runs: Int) throws {
  let counts = try measured("read_features", runs: runs) {
    guard let file = fopen(path, "rb") else { throw Problem("\(path): cannot read it") }
    defer { fclose(file) }
    var blocks = FeatureBlocks { fread($0.baseAddress, 1, $0.count, file) }
    var (features, properties, sum) = (0, 0, 0.0)
    while let block = try blocks.next() {
      try block.bytes.withUnsafeBufferPointer { bytes in
        for range in block.features {
          let view = try FeatureView(bytes, range)
          features += 1
          sum += (view.point?.latitude ?? 0) + (view.point?.longitude ?? 0)
          view.forEachProperty(bytes) { name, value in properties += name.count > 0 && !value.isEmpty ? 1 : 0
          }
        }
      }
    }
    return (features, properties, sum)
  }
  print("{\"job\":\"read_features\",\"features\":\(counts.0),\"properties\":\(counts.1),\"sum\":\(counts.2)}")
}

/// J5: the generator's table of incidents as GeoJSON, whole job, numbers with all their digits.
func writeFeatures(_ path: String, _ output: String, runs: Int) throws {
  try measured("write_features", runs: runs) {
    guard let input = fopen(path, "rb") else { throw Problem("\(path): cannot read it") }
    guard let file = fopen(output, "wb") else { throw Problem("\(output): cannot write it") }
    defer {
      fclose(input)
      fclose(file)
    }
    var writer = FeatureCollectionWriter(name: "incidents", description: nil, coordinateDecimals: nil)
    var carried: [UInt8] = []
    var isHeader = true
    var fields: [Range<Int>] = []
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, input)
      }
      if part.isEmpty { break }
      carried += part
      // The generator writes no line ends into fields.
      let end = (carried.lastIndex(of: 0x0A) ?? -1) + 1
      try carried.withUnsafeBufferPointer { bytes in
        var at = 0
        while at < end {
          splitLine(bytes, &at, &fields)
          defer { isHeader = false }
          if isHeader { continue }
          func text(_ i: Int) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[fields[i]])
          }
          guard fields.count == 10, let longitude = DecimalNumber.parse(text(1)),
            let latitude = DecimalNumber.parse(text(2))
          else { throw Problem("a row is not the generator's") }
          writer.append(geometry: .point(Coordinate(reducing: longitude, latitude: latitude))) { members in
            members.add("id", raw: text(0))
            members.add("date", string: text(3))
            members.add("kind", string: text(4))
            members.add("actor", unquoting: text(5))
            members.add("country", string: text(6))
            members.add("city", unquoting: text(7))
            members.add("fatalities", raw: text(8))
            members.add("title", unquoting: text(9))
          }
        }
      }
      carried.removeFirst(end)
      if writer.pendingBytes > 1 << 20 {
        let text = writer.take()
        fwrite(text, 1, text.count, file)
      }
    }
    let text = writer.finish()
    fwrite(text, 1, text.count, file)
  }
}

/// The fields of the line at `at`, without their quotes.
private func splitLine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ fields: inout [Range<Int>]) {
  fields.removeAll(keepingCapacity: true)
  while true {
    let isQuoted = bytes[at] == UInt8(ascii: "\"")
    let start = isQuoted ? at + 1 : at
    if isQuoted {
      at += 1
      while bytes[at] != UInt8(ascii: "\"") || bytes[at + 1] == UInt8(ascii: "\"") {
        at += bytes[at] == UInt8(ascii: "\"") ? 2 : 1
      }
      fields.append(start..<at)
      at += 1
    } else {
      while bytes[at] != UInt8(ascii: ","), bytes[at] != 0x0A { at += 1 }
      fields.append(start..<at)
    }
    at += 1
    if bytes[at - 1] == 0x0A { return }
  }
}

extension MemberWriter {
  fileprivate mutating func add(_ name: StaticString, unquoting text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(UInt8(ascii: "\"")) else { return add(name, string: text) }
    var single: [UInt8] = []
    // Doubled quotes come in pairs: one of each pair stays.
    var isSecond = false
    for byte in text {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { single.append(byte) }
    }
    single.withUnsafeBufferPointer { add(name, string: $0) }
  }
}
