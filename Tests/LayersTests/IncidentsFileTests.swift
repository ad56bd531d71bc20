import GeoModel
import Layers
import Proximity
import Testing

@Suite struct IncidentsFileTests {
  private var contents: IncidentsFile.Contents {
    IncidentsFile.Contents(incidents: Sample.content.incidents, exposures: Sample.content.exposures)
  }

  private var text: String { String(decoding: IncidentsFile.encode(contents), as: UTF8.self) }

  @Test func whatIsWrittenIsReadBackWhole() throws {
    let bytes = IncidentsFile.encode(contents)
    let back = try IncidentsFile.decode(bytes)
    #expect(IncidentsFile.encode(back) == bytes)
    #expect(back.exposures == contents.exposures)
    let incident = try #require(back.incidents.first)
    #expect(incident.footprint == Sample.arson.footprint)
    #expect(incident.claims == Sample.arson.claims)
    #expect(incident.disagreements == Sample.arson.disagreements)
    #expect(incident.choices == Sample.arson.choices)
    #expect(incident.accounts.map(\.date) == Sample.arson.accounts.map(\.date))
    #expect(incident.accounts[0].footprint == incident.footprint)
    #expect(incident.accounts[1].footprint == nil)
    #expect(incident.accounts.map(\.injured) == Sample.arson.accounts.map(\.injured))
  }

  @Test func programsFindWhatTheyAreTold() throws {
    let list = try #require(try JSONValue(parsing: text).array)
    #expect(list.count == 2)
    let first = try #require(list[0].object)
    #expect(first["date_from"] == "2023-07-20")
    #expect(first["date_to"] == "2023-07-20")
    #expect(first["kind"] == "arson")
    #expect(first["lat"] == 33.3)
    #expect(first["lon"] == 44.4)
    #expect(first["radius_m"] == 145.0)
    #expect(first["site"] == "Embassy of Sweden in Baghdad")
    #expect(first["killed"] == 0)
    #expect(first["injured"] == .null)
    #expect(first["documents"] == ["a.txt", "b.txt"])
  }

  @Test func noIncidentsAreAnEmptyList() throws {
    let bytes = IncidentsFile.encode(IncidentsFile.Contents(incidents: []))
    #expect(try JSONValue(parsing: bytes).array == [])
    #expect(try IncidentsFile.decode(bytes).incidents.isEmpty)
  }

  /// Damage, what it does, and the place the message must name.
  static let damages: [(from: String, to: String, place: String, reason: String)] = [
    (
      "\"date_to\":\"2023-07-20\"", "\"date_to\":\"2023-02-30\"", "incident 1, member \"date_to\"",
      "not a day"
    ),
    ("\"date_to\":\"2023-07-20\"", "\"date_to\":\"2023-07-19\"", "member \"date_to\"", "before"),
    ("\"kind\":\"arson\"", "\"kind\":\"arsony\"", "incident 1, member \"kind\"", "arsony"),
    ("\"relation\":\"at\",", "", "incident 1, footprint, member \"relation\"", "missing"),
    (
      "\"start\":70", "\"start\":\"70\"", "incident 1, accounts 1, killed, evidence, member \"start\"",
      "a string"
    ),
    ("cordon-incident/1", "cordon-incident/9", "incident 1, member \"format\"", "run the map again"),
    ("[46.5,30.0]", "[146.5,130.0]", "incident 2, footprint, member \"geometry\"", "range"),
    ("2024-02-basra-governorate-explosion", "2023-07-20-baghdad-embassy-of-sweden-arson", "id", "twice"),
  ]

  @Test(arguments: damages.indices)
  func damageIsNamed(index: Int) throws {
    let damage = Self.damages[index]
    let damaged = text.replacing(damage.from, with: damage.to)
    #expect(damaged != text)
    let error = try #require(throws: CaseFileError.self) {
      try IncidentsFile.decode(Array(damaged.utf8), path: "out/incidents.json")
    }
    #expect(error.place.contains(damage.place), "\(error)")
    #expect(error.reason.contains(damage.reason), "\(error)")
    #expect(error.description.hasPrefix("out/incidents.json: "))
  }

  @Test func aCutFileIsNamed() throws {
    let half = Array(text.utf8.prefix(text.utf8.count / 2))
    let error = try #require(throws: CaseFileError.self) { try IncidentsFile.decode(half) }
    #expect(error.reason.contains("line "))
    #expect(throws: CaseFileError.self) { try IncidentsFile.decode(Array("{}".utf8)) }
    #expect(throws: CaseFileError.self) { try IncidentsFile.decode([]) }
  }
}
