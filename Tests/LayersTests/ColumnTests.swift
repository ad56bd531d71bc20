import GeoModel
import Layers
import Proximity
import Testing

@Suite struct ColumnTests {
  private func features(_ layer: Layer) throws -> [JSONObject] {
    let features = try JSONValue(parsing: layer.geoJSON).object?["features"]?.array
    return try #require(features).map { try #require($0.object) }
  }

  @Test func everyFeatureHasTheSameColumnsInTheSameOrder() throws {
    for layer in try Sample.content.layers() {
      let expected = ["id"] + layer.columns.map(\.name)
      #expect(layer.rows.count > 0, "\(layer.name) has nothing to test")
      for feature in try features(layer) {
        #expect(feature.members.map(\.name) == ["type", "id", "geometry", "properties"])
        let properties = try #require(feature["properties"]?.object)
        #expect(properties.members.map(\.name) == expected, "\(layer.name)")
        #expect(properties["id"] == feature["id"])
      }
    }
  }

  @Test func everyColumnHasOneTypeAndNoEmptyText() throws {
    for layer in try Sample.content.layers() {
      for feature in try features(layer) {
        let properties = try #require(feature["properties"]?.object)
        for column in layer.columns {
          let value = try #require(properties[column.name])
          let fits =
            switch (column.kind, value) {
            case (_, .null), (.integer, .int), (.real, .double), (.boolean, .bool): true
            case (.json, .array), (.json, .object): true
            case (.text, .string(let text)): !text.isEmpty
            case (.date, .string(let text)): text.utf8.count == 10
            case (.dateTime, .string(let text)): text.utf8.count == 20 && text.hasSuffix("Z")
            default: false
            }
          #expect(fits, "\(layer.name).\(column.name) is \(value)")
        }
      }
    }
  }

  @Test func namesAreWhatEveryFormatTakes() throws {
    let reserved: Set<String> = ["id", "fid", "ogc_fid", "geom", "geometry"]
    for layer in try Sample.content.layers() {
      let names = layer.columns.map(\.name)
      #expect(Set(names.map { $0.lowercased() }).count == names.count)
      for name in names {
        #expect(
          name.utf8.allSatisfy { ("a"..."z").contains(String(UnicodeScalar($0))) || $0 == 95 || $0 < 58 })
        #expect(!reserved.contains(name))
      }
      // Programs take the first columns of that type for the time line.
      let times = layer.columns.filter { $0.kind == .dateTime || $0.kind == .date }.map(\.name)
      if times.contains("time_start") { #expect(times.prefix(2) == ["time_start", "time_end"]) }
      if let json = names.firstIndex(where: { name in
        layer.columns.contains { $0.name == name && $0.kind == .json }
      }) {
        #expect(layer.columns[json...].allSatisfy { $0.kind == .json }, "\(layer.name): lists come last")
      }
    }
  }

  @Test func idsDiffer() throws {
    for layer in try Sample.content.layers() {
      #expect(Set(layer.rows.map(\.id)).count == layer.rows.count)
    }
  }

  /// A column whose every text starts like a time would become a time and lose the rest of its words.
  @Test(arguments: [
    "12:30 shots were heard", "2024-03-01 10:00 a blast", "2024/03/01 fire", "9:05", " 12:30pm", "2024-03-01",
  ])
  func textThatLooksLikeATimeIsQuotedWhenItIsAlone(text: String) throws {
    var content = Sample.content
    content.mentions[0].text = text
    let alone = try #require(try content.layers().first { $0.name == "mentions" })
    #expect(try features(alone)[0]["properties"]?.object?["text"]?.string == "«\(text)»")

    var other = content.mentions[0]
    other.start = 900
    other.text = "Baghdad"
    content.mentions.append(other)
    let mixed = try #require(try content.layers().first { $0.name == "mentions" })
    #expect(try features(mixed)[0]["properties"]?.object?["text"]?.string == text)
  }

  @Test(arguments: ["2024-03-01-baghdad-arson", "2024-03", "2024-03-01.txt", "1000:1", "3-4", "12 shots"])
  func otherTextIsLeftAlone(text: String) throws {
    var content = Sample.content
    content.mentions[0].text = text
    let layer = try #require(try content.layers().first { $0.name == "mentions" })
    #expect(try features(layer)[0]["properties"]?.object?["text"]?.string == text)
  }

  @Test func anEmptyCaseStillHasTypedLayers() throws {
    for layer in try Case(incidents: []).layers() {
      #expect(layer.rows.isEmpty)
      #expect(!layer.columns.isEmpty)
      #expect(try features(layer).isEmpty)
    }
  }
}
