import Foundation
import Testing

/// Events of other data sets in a case; the rows are our own, in the columns of the data sets.
struct ImportTests {
  private static let acled = """
    event_id_cnty,event_date,time_precision,event_type,sub_event_type,country,location,latitude,longitude,geo_precision,source,notes,fatalities
    KEN1,2025-03-10,1,Violence against civilians,Attack,Kenya,Nairobi,-1.2864,36.8172,1,"A paper, B","Guards, they say, were ""hurt"".",2
    KEN2,03 May 2024,3,Battles,Armed clash,Kenya,Nairobi,-1.29,36.82,2,B,Shots,0
    KEN3,2025-02-30,1,Battles,Armed clash,Kenya,Nairobi,-1.29,36.82,2,B,Shots,0
    """
  private static let ged = """
    id,date_start,date_end,date_prec,where_prec,latitude,longitude,country,where_coordinates,best,low,high,source_article
    7,2025-03-09 00:00:00.000,2025-03-11 00:00:00.000,2,2,-1.3,36.8,Kenya,Nairobi town,3,1,5,An agency
    """
  private static let points = """
    {"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point",\
    "coordinates":[36.8172,-1.2864]},"properties":{"date":"2025-03-10","title":"Smoke","accuracy_m":30}},\
    {"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[36.8,-1.3]},"properties":{}}]}
    """

  private func folder() throws -> FreshFolder {
    let folder = try FreshFolder()
    try folder.write(Self.acled, to: "acled.csv")
    try folder.write(Self.ged, to: "ged.csv")
    try folder.write(Self.points, to: "seen.geojson")
    return folder
  }

  private func near(_ folder: FreshFolder) throws -> [String] {
    let run = try Program.run(
      ["near", "geo:-1.2864,36.8172", "--within", "30km", "--case", "a.gpkg", "--format", "csv"],
      in: folder.url)
    // Lines of CSV end in CR LF, which is one character to Swift.
    return run.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init).sorted()
  }

  @Test func eachEventIsAnIncidentWithItsOwnPrecision() throws {
    let folder = try folder()
    let run = try Program.run(
      ["import", "acled.csv", "ged.csv", "seen.geojson", "--case", "a.gpkg"], in: folder.url)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("acled.csv:4: 'event_date' is '2025-02-30'"))
    #expect(run.errors.contains("seen.geojson: feature 2: it has no date"))
    #expect(run.errors.contains("4 incidents, 4 new"))
    let rows = try near(folder)
    // One day, one place, three data sets: their makers have told the events apart.
    #expect(rows.count == 4)
    #expect(rows.contains { $0.contains("2025-03-10,2025-03-10,armed_attack") && $0.contains(",5000.0,") })
    #expect(rows.contains { $0.contains("2024-05-01,2024-05-31,armed_attack") && $0.contains(",25000.0,") })
    #expect(
      rows.contains { $0.contains("2025-03-09,2025-03-11,armed_attack") && $0.contains("where_prec 2") })
    #expect(rows.contains { $0.contains("2025-03-10,2025-03-10,other") && $0.contains(",30.0,") })
  }

  @Test func aRevisedEventTakesThePlaceOfTheFormer() throws {
    let folder = try folder()
    _ = try Program.run(["import", "acled.csv", "--case", "a.gpkg"], in: folder.url)
    let file = folder.url.appending(path: "a.gpkg")
    let first = try Data(contentsOf: file)
    let rows = try near(folder)
    _ = try Program.run(["import", "acled.csv", "--case", "a.gpkg"], in: folder.url)
    #expect(try Data(contentsOf: file) == first)
    try folder.write(
      Self.acled.replacingOccurrences(of: "\"\"hurt\"\".\",2", with: "\"\"hurt\"\".\",9"), to: "acled.csv")
    let run = try Program.run(["import", "acled.csv", "--case", "a.gpkg"], in: folder.url)
    #expect(run.errors.contains("2 incidents, 0 new"), "\(run.errors)")
    let now = try near(folder)
    #expect(now.count == 2)
    #expect(now.map { $0.prefix { $0 != "," } } == rows.map { $0.prefix { $0 != "," } })
    #expect(now.contains { $0.contains(",9,,") })
  }

  @Test func columnsOfNothingKnownAreTold() throws {
    let folder = try folder()
    try folder.write("a,b\n1,2\n", to: "other.csv")
    let run = try Program.run(["import", "other.csv", "--case", "a.gpkg"], in: folder.url)
    #expect(run.status == 65)
    #expect(run.errors.contains("neither ACLED's"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "a.gpkg").path))
  }
}
