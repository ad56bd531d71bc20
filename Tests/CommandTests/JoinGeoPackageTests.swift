import Foundation
import Testing

struct JoinGeoPackageTests {
  /// The layers of a case as points and areas, against the same layers as GeoJSON.
  @Test func layersOfAGeoPackageAreReadLikeGeoJSON() throws {
    let folder = try FreshFolder()
    try folder.write(
      "A rocket struck the Embassy of Sweden in Nairobi on 10 March 2025, wounding two guards.", to: "one.txt"
    )
    let map = try Program.run(["map", "one.txt", "--case", "c.gpkg", "--out", "out"], in: folder.url)
    #expect(map.status == 0, "\(map.errors)")
    try folder.write("id,lat,lon\nn,-1.29,36.82\n", to: "n.csv")
    func join(_ arguments: String) throws -> Program.Outcome {
      try Program.run(["join"] + arguments.split(separator: " ").map(String.init), in: folder.url)
    }
    let points = try join("c.gpkg:incidents n.csv --within 100km")
    #expect(points.status == 0, "\(points.errors)")
    #expect(points.outputLines.count == 2)
    #expect(points.output == (try join("out/incidents.geojson n.csv --within 100km")).output)
    let areas = try join("c.gpkg:footprints n.csv --from-footprints --nearest 1 --decimals 1")
    #expect(areas.status == 0, "\(areas.errors)")
    #expect(
      areas.output
        == (try join("out/footprints.geojson n.csv --from-footprints --nearest 1 --decimals 1")).output)
    let several = try join("c.gpkg n.csv --within 1km")
    #expect(several.status == 65)
    #expect(several.errors.contains("c.gpkg:"))
    #expect(try join("c.gpkg:none n.csv --within 1km").status == 66)
    #expect(try join("none.gpkg n.csv --within 1km").status == 66)
    try folder.write("no database at all, and long enough to be taken for one", to: "bad.gpkg")
    #expect(try join("bad.gpkg n.csv --within 1km").status == 65)
  }
}
