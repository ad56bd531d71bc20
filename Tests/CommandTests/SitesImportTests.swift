import Foundation
import Testing

struct SitesImportTests {
  /// In the form of the Database of Embassies; the rows are our own.
  private static let table = """
    operator;operatorQID;country;city;address;latitude;longitude;type;QID
    Sweden;Q34;Kenya;Nairobi;"Lion Place; 3rd floor";-1.2601;36.8042;embassy;Q1
    Sweden;Q34;Kenya;Nairobi;;-1.2602;36.8043;embassy;Q2
    Atlantis;Q0;Kenya;Nairobi;;-1.26;36.8;embassy;Q3
    Sweden;Q34;Kenya;Mombasa;;-95;39.67;consulate;Q4
    Sweden;Q34;Kenya;Mombasa;;-9.5;50.1;consulate;Q5
    """

  @Test func aTableOfOthersBecomesOneOfOurs() throws {
    let folder = try FreshFolder()
    try folder.write(Self.table, to: "embassies.csv")
    let run = try Program.run(["sites", "import", "embassies.csv"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("embassies.csv:4: 'Atlantis' is no country"))
    #expect(run.errors.contains("embassies.csv:5: 'latitude', 'longitude' are '-95'"))
    #expect(
      run.output.contains("Q1,Embassy of Sweden in Nairobi,embassy,SE,KE,Nairobi,Lion Place; 3rd floor"))
    try folder.write(run.output, to: "own.csv")
    let check = try Program.run(["sites", "check", "own.csv"], in: folder.url)
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.errors.contains("Q2: it may be the same as Q1"))
    #expect(check.errors.contains("Q5: the nearest town is"))
    #expect(check.errors.contains("Q5: it is"))
    #expect(!check.errors.contains("Q1: "))
  }

  @Test func pointsOfAMapBecomeSites() throws {
    let folder = try FreshFolder()
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":"depot","geometry":{"type":"Point",\
      "coordinates":[36.82,-1.29]},"properties":{"name":"Our depot","city":"Nairobi","country":"KE","accuracy_m":40}}]}
      """, to: "offices.geojson")
    let run = try Program.run(["sites", "import", "offices.geojson"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("depot,Our depot,site,,KE,Nairobi,,-1.29,36.82,40"))
  }
}
