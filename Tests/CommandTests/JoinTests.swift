import Foundation
import Testing

struct JoinTests {
  private let folder: FreshFolder

  init() throws {
    folder = try FreshFolder()
    try folder.write(
      """
      id,lat,lon,title
      a,50.45,30.5,"Strike, ""second"" wave
      on Kyiv"
      b,0,180,Dateline
      c,91,0,Beyond
      d,,30,Nowhere
      e,50.45,30.5
      f,50.4500,x,Odd
      g,-89.99,10,Pole

      """, to: "a.csv")
    try folder.write(
      """
      LATITUDE;LONGITUDE;name\r
      50.4501;30.5;Embassy, Kyiv\r
      0;-179.9999;East\r
      -90;77;South\r

      """, to: "b.csv")
  }

  private func join(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(["join"] + arguments, in: folder.url, input: input)
  }

  @Test func pairsWithinAndWhatIsLeftOut() throws {
    let run = try join("a.csv", "b.csv", "--within", "2km")
    #expect(run.status == 1)
    #expect(run.outputLines == ["a,b,distance_m", "a,2,11.124", "b,3,11.132", "g,4,1116.940"])
    #expect(run.errorLines.count == 4)
    #expect(run.errors.contains("a.csv: line 5 is left out: the latitude 91.0 is not in -90 ... 90"))
    #expect(run.errors.contains("a.csv: line 6 is left out: it has no position"))
    #expect(run.errors.contains("a.csv: line 7 is left out: it has 3 fields, and the first line 4"))
    #expect(run.errors.contains("a.csv: line 8 is left out: the longitude \"x\" is not a number"))
  }

  /// The larger file is streamed, which changes neither the pairs nor whose columns come first.
  @Test func whichFileIsLargerDoesNotShow() throws {
    let run = try join("b.csv", "a.csv", "--within", "2km")
    #expect(Set(run.outputLines) == ["a,b,distance_m", "2,a,11.124", "3,b,11.132", "4,g,1116.940"])
  }

  @Test func tablesKeepAllColumns() throws {
    let run = try join("a.csv", "b.csv", "--nearest", "1", "--format", "csv")
    #expect(
      run.output == """
        id,lat,lon,title,distance_m,LATITUDE,LONGITUDE,name
        a,50.45,30.5,"Strike, ""second"" wave
        on Kyiv",11.124,50.4501,30.5,"Embassy, Kyiv"
        b,0,180,Dateline,11.132,0,-179.9999,East
        g,-89.99,10,Pole,1116.940,-90,77,South

        """)
  }

  @Test func linksAreCutAtTheAntimeridian() throws {
    let run = try join("a.csv", "b.csv", "--within", "20m", "--format", "geojsonl")
    #expect(
      run.outputLines[1]
        == #"{"type":"Feature","geometry":{"type":"MultiLineString","coordinates":"#
        + #"[[[180,0],[180,0]],[[-180,0],[-179.9999,0]]]},"properties":{"id":"b","lat":0,"lon":180,"#
        + #""title":"Dateline","LATITUDE":0,"LONGITUDE":-179.9999,"name":"East","distance_m":11.132}}"#)
  }

  @Test func geoJSONInEveryForm() throws {
    let features = [
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[30.5,50.45]},"properties":{"id":"x","n":1}}"#,
      #"{"type":"Feature","id":7,"properties":{"n":"a \"b\", c"},"geometry":{"coordinates":[180,0,5],"type":"Point"}}"#,
      #"{"type":"Feature","geometry":null,"properties":null}"#,
    ]
    try folder.write(
      #"{"type":"FeatureCollection","crs":null,"features":["# + features.joined(separator: ",\n")
        + #"],"x":{"features":[]}}"#, to: "c.geojson")
    try folder.write(features.joined(separator: "\n"), to: "c.geojsonl")
    try folder.write(features.map { "\u{1E}" + $0 + "\n" }.joined(), to: "c.geojsons")
    for file in ["c.geojson", "c.geojsonl", "c.geojsons"] {
      let run = try join(file, "b.csv", "--within", "20m", "--format", "csv")
      #expect(run.status == 1)
      #expect(
        run.outputLines == [
          "id,n,distance_m,LATITUDE,LONGITUDE,name", #"x,1,11.124,50.4501,30.5,"Embassy, Kyiv""#,
          #","a ""b"", c",11.132,0,-179.9999,East"#,
        ], "\(file)")
      #expect(run.errors.contains("feature 3 is left out: it has no position"))
      let pairs = try join(file, "b.csv", "--within", "20m")
      #expect(pairs.outputLines == ["a,b,distance_m", "x,2,11.124", "7,3,11.132"], "\(file)")
    }
  }

  @Test func aBrokenLineOfASequenceIsLeftOut() throws {
    let point = #"{"type":"Feature","geometry":{"type":"Point","coordinates":[30.5,50.45]},"properties":{}}"#
    let run = try join(
      "-", "b.csv", "--within", "1km",
      input: point + "\n" + #"{"type":"Feature","geometry":{"type":"Po"# + "\n" + point + "\n")
    #expect(run.status == 1)
    #expect(run.outputLines == ["a,b,distance_m", "1,2,11.124", "3,2,11.124"])
    #expect(run.errorLines.count == 1)
  }

  @Test func itselfGivesEachPairOnce() throws {
    try folder.write("id,x,y\np,1,1\nq,1,1\nr,1.00001,1\ns,9,9\n", to: "s.csv")
    let within = try join("s.csv", "--self", "--within", "5m")
    #expect(within.outputLines == ["a,b,distance_m", "p,q,0.000", "p,r,1.113", "q,r,1.113"])
    let nearest = try join("s.csv", "--self", "--nearest", "1")
    #expect(nearest.outputLines.dropFirst() == ["p,q,0.000", "q,p,0.000", "r,p,1.113", "s,r,1252375.526"])
    let links = try join("s.csv", "--self", "--within", "1m", "--format", "geojsonl")
    #expect(
      links.output.contains(
        #""properties":{"id":"p","x":1,"y":1,"id_b":"q","x_b":1,"y_b":1,"distance_m":0.000}"#))
  }

  @Test func footprintsByNearestAndFarthest() throws {
    try folder.write(
      #"{"type":"Feature","id":"f","properties":{},"geometry":{"type":"Polygon","coordinates":"#
        + "[[[30.5,50.449],[30.501,50.449],[30.501,50.4505],[30.5,50.4505],[30.5,50.449]]]}}", to: "f.geojson"
    )
    let run = try join("f.geojson", "b.csv", "--from-footprints", "--within", "1km")
    #expect(run.outputLines == ["a,b,nearest_m,farthest_m", "f,2,0.000,141.481"])
    let nearest = try join("f.geojson", "b.csv", "--from-footprints", "--nearest", "1")
    #expect(nearest.outputLines == run.outputLines)
    #expect(try join("a.csv", "b.csv", "--from-footprints", "--within", "1km").status == 64)
  }

  /// Half-way between its ends a shortest way along 50° N is 445 km to the north of the line on a map.
  @Test func edgesAreShortestWaysUnlessStraight() throws {
    try folder.write(
      #"{"type":"Feature","id":"f","properties":{},"geometry":{"type":"LineString","coordinates":"#
        + "[[0,50],[60,50]]}}", to: "e.geojson")
    try folder.write("id,lat,lon\ns,50,30\n", to: "s.csv")
    let run = try join("e.geojson", "s.csv", "--from-footprints", "--within", "500km")
    #expect(run.outputLines.last == "f,s,445623.182,2136319.552")
    let straight = try join(
      "e.geojson", "s.csv", "--from-footprints", "--within", "500km", "--straight-edges")
    #expect(straight.outputLines.last == "f,s,0.000,2136319.552")
    #expect(try join("a.csv", "b.csv", "--within", "1km", "--straight-edges").status == 64)
  }

  @Test func tooManyPairsAreRefused() throws {
    let run = try join("a.csv", "b.csv", "--within", "30000km", "--max-pairs", "8")
    #expect(run.status == 64)
    #expect(run.errors.contains("more than 8 pairs"))
    #expect(run.errors.contains("--max-pairs"))
    #expect(try join("a.csv", "b.csv", "--within", "30000km", "--max-pairs", "9").outputLines.count == 10)
  }

  @Test(arguments: [
    ("a.csv b.csv", 64), ("a.csv --within 1km", 64), ("a.csv b.csv --nearest 0", 64),
    ("a.csv none.csv --within 1km", 66), ("a.csv . --within 1km", 66), ("a.csv empty.csv --within 1km", 65),
    ("a.csv wrong.csv --within 1km", 65), ("a.csv crs.geojson --within 1km", 65),
    ("a.csv cut.geojson --within 1km", 65),
  ])
  func problemsHaveTheirStatus(_ arguments: String, _ status: Int32) throws {
    try folder.write("", to: "empty.csv")
    try folder.write("name,city\nx,y\n", to: "wrong.csv")
    try folder.write(
      #"{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:3857"}},"features":[]}"#,
      to: "crs.geojson")
    try folder.write(#"{"type":"FeatureCollection","features":["#, to: "cut.geojson")
    let run = try Program.run(["join"] + arguments.split(separator: " ").map(String.init), in: folder.url)
    #expect(run.status == status, "\(run.errors)")
    #expect(!run.errors.isEmpty)
  }
}
