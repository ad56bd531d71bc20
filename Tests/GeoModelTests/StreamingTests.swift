import CordonTestSupport
import GeoModel
import Testing

private func blocks(_ text: String, size: Int) throws -> [FeatureBlocks.Block] {
  var rest = Array(text.utf8)[...]
  var reader = FeatureBlocks(size: size) { buffer in
    let count = min(buffer.count, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
  var blocks: [FeatureBlocks.Block] = []
  while let block = try reader.next() { blocks.append(block) }
  return blocks
}

private func features(_ text: String, size: Int) throws -> [String] {
  try blocks(text, size: size).flatMap { block in
    block.features.map { String(decoding: block.bytes[$0], as: UTF8.self) }
  }
}

@Suite struct StreamingTests {
  /// Wherever the pieces of a stream end, the Features are the same.
  @Test(arguments: [1, 2, 3, 7, 64, 4096]) func cutsAnywhere(_ size: Int) throws {
    let some = [#"{"type":"Feature","a":"}{][\\\"","b":[{}]}"#, "{}", #"{"é":"\u00e9"}"#]
    let collection =
      #" {"type" : "FeatureCollection","name":"f]","features" : [ "# + some.joined(separator: " ,\n")
      + " ] , \"z\":[1] }\n"
    #expect(try features(collection, size: size) == some)
    #expect(try features(some.joined(separator: "\n"), size: size) == some)
    #expect(
      try features(some.joined(separator: "\r\n\n") + "\n", size: size).map {
        $0.filter { $0 != "\r\n" && $0 != "\r" }
      } == some)
    #expect(try features(some.map { "\u{1E}\($0)" }.joined(), size: size) == some)
    #expect(try features(#"{"features":[]}"#, size: size) == [])
    #expect(try features("", size: size) == [])
    let numbers = try blocks(collection, size: size).flatMap { block in
      block.features.indices.map { block.firstNumber + $0 }
    }
    #expect(numbers == [1, 2, 3])
  }

  @Test(arguments: [
    #"{"features":[{}"#, #"{"features":[1]}"#, #"{"features":[{}"#, #"{"crs":"EPSG:25832","features":[]}"#,
  ])
  func refusesWhatBreaksOff(_ text: String) {
    for size in [1, 5, 100] {
      #expect(throws: GeoJSONError.self, "\(size)") { try features(text, size: size) }
    }
  }

  @Test(arguments: propertySeeds) func viewsAgreeWithValues(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let position = Coordinate(reducing: random.double(-180...180), latitude: random.double(-90...90))
      var writer = JSONWriter()
      writer.append(raw: #"{"properties":{"id":"p\n1","n":[1,{"a":null}]},"geometry":{"coordinates":["#)
      writer.append(shortest: position.longitude)
      writer.append(raw: " , ")
      writer.append(shortest: position.latitude)
      writer.append(raw: #"],"type":"Point"},"type":"Feature"}"#)
      try writer.finish().withUnsafeBufferPointer { bytes in
        let view = try FeatureView(bytes, 0..<bytes.count)
        #expect(view.point == position)
        #expect(view.id.map { String(decoding: bytes[$0], as: UTF8.self) } == #"p\n1"#)
        var names: [String] = []
        view.forEachProperty(bytes) { name, _ in names.append(String(decoding: bytes[name], as: UTF8.self)) }
        #expect(names == ["id", "n"])
      }
    }
  }

  /// Whatever the strict parser refuses the cursor refuses, and the other way round.
  @Test(arguments: [
    "1", "-0.5e+7", "01", "1.", ".5", "-", "1e", "+1", "tru", "true", "nul", "\"\\q\"", "\"\\u12g4\"",
    "\"\t\"",
    "\"open", "[1,]", "[1 2]", "[]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "{}", "", "[[[[]]]]",
    "\"\\ud83d\\ude00\"",
    String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
  ]) func isAsStrictAsTheParser(_ text: String) {
    let bytes = Array(text.utf8)
    let isValue = (try? JSONValue(parsing: bytes)) != nil
    bytes.withUnsafeBufferPointer {
      var cursor = JSONCursor($0, from: 0, to: $0.count)
      let isPassed = (try? cursor.value()) != nil && cursor.at == bytes.count
      #expect(isPassed == isValue, "\(text)")
    }
  }

  @Test(arguments: propertySeeds) func numbersRoundTrip(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for i in 0..<20_000 {
      let decimals = random.int(0..<8)
      let scale = [1.0, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7][decimals]
      let value =
        i % 3 == 0
        ? Double(bitPattern: random.next())
        : (random.double(-180...180) * scale).rounded() / (i % 3 == 1 ? scale : 1)
      guard value.isFinite else { continue }
      var writer = JSONWriter()
      writer.append(shortest: value)
      let text = String(decoding: writer.finish(), as: UTF8.self)
      #expect(writer.finish().withUnsafeBufferPointer { DecimalNumber.parse($0) } == value, "\(text)")
      for around in ["", "9,", "99999999,"] { #expect(parsed(text, between: around) == value, "\(text)") }
      #expect(text.utf8.count <= value.description.utf8.count)
    }
  }

  /// As a part of a text, where the bytes before it are read as well.
  private func parsed(_ text: String, between around: String) -> Double? {
    Array((around + text + ",9").utf8).withUnsafeBufferPointer {
      guard let base = $0.baseAddress else { return nil }
      return DecimalNumber.parse(base, from: around.utf8.count, to: around.utf8.count + text.utf8.count)
    }
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1.2.3", "1.2x", "1.:", "1./", "-1.5e3", "+7.25", "1 .5", "12:.5", "0.1/2",
  ])
  func partsAreReadLikeTheWhole(_ text: String) {
    let whole = Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.parse($0) }
    for around in ["", "9,", "99999999,"] { #expect(parsed(text, between: around) == whole, "\(text)") }
  }

  @Test(arguments: [
    (1.0005, 3, "1.001"), (0.0004999, 3, "0.000"), (-0.0001, 3, "0.000"), (-2.5, 0, "-3"),
    (12345.678, 1, "12345.7"),
    (0.05, 2, "0.05"), (999.9999, 3, "1000.000"), (7, 6, "7.000000"),
  ]) func fixedDecimals(_ value: Double, _ decimals: Int, _ text: String) {
    var writer = JSONWriter()
    writer.append(fixed: value, decimals: decimals)
    #expect(String(decoding: writer.finish(), as: UTF8.self) == text)
  }
}
