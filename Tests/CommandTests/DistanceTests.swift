import Foundation
import Testing

struct DistanceTests {
  /// Distances and azimuths by PROJ 9.1 `geod -I +ellps=WGS84 -F %.6f -f %.6f`; half a millimetre, a millionth of a degree.
  @Test(arguments: [
    ("geo:50,30", "geo:51,31", 131_935.962781, 32.145394, 212.917056),
    ("geo:0,0", "geo:0,1", 111_319.490793, 90.0, 270.0),
    ("geo:-33.86,151.21", "geo:51.51,-0.13", 16_988_587.621878, 319.310743, 60.340750),
  ])
  func agreesWithGeod(a: String, b: String, meters: Double, bearing: Double, back: Double) throws {
    let run = try Program.run(["distance", a, b, "--format", "json"])
    #expect(run.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let found = try #require(object)
    #expect(abs(try #require(found["distance_m"] as? Double) - meters) < 0.0005)
    #expect(abs(try #require(found["bearing_deg"] as? Double) - bearing) < 1e-6)
    #expect(abs(try #require(found["bearing_back_deg"] as? Double) - back) < 1e-6)
  }

  @Test func tableSaysWhereAndHowFar() throws {
    let run = try Program.run(["distance", "geo:50,30;u=35", "geo:50,30.01"])
    #expect(
      run.output == """
        from      geo:50,30, within 35 m
        to        geo:50,30.01
        distance  716.958 m
        possible  682 m to 752 m
        bearing   90.0° there, 270.0° back

        """)
    #expect(run.errors.isEmpty)
  }

  @Test func aBarePairIsRefusedWithTheWayOut() throws {
    for pair in ["50.46,30.49", "50.46 30.49", "50.46N, 30.49E"] {
      let run = try Program.run(["distance", pair, "geo:1,1"])
      #expect(run.status == 64)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains("geo:50.46,30.49"))
    }
  }
}

/// Distances between names.
struct NamedDistanceTests {
  /// The sites' coordinates through PROJ 9.1 `geod -I +ellps=WGS84 -F %.3f`: 469.131 m.
  @Test func betweenSitesAgreesWithGeodToAMillimetre() throws {
    let run = try Program.run(["distance", "Embassy of Azerbaijan in Kyiv", "Artem plant"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("distance  469.131 m\n"))
    #expect(run.output.contains("possible"))
  }

  @Test func aPlaceIsNamedInFullAndTheRunnerUpTold() throws {
    let run = try Program.run(["distance", "Georgia", "geo:42,43"])
    #expect(run.output.hasPrefix("from      Georgia ("))
    #expect(run.errors.contains("Georgia, United States"))
    let state = try Program.run(["distance", "Georgia, US", "geo:42,43"])
    #expect(state.output.hasPrefix("from      Georgia, United States ("))
    #expect(state.errors.isEmpty)
  }

  @Test func positionsAloneNeedNoData() throws {
    let run = try Program.run(
      ["distance", "geo:50,30", "geo:51,31"], environment: ["CORDON_DATA": "/nonexistent/data"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func aMissingDataFolderIsToldInOneSentence() throws {
    let run = try Program.run(
      ["distance", "Odesa", "geo:51,31"], environment: ["CORDON_DATA": "/nonexistent/data"])
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("/nonexistent/data"))
  }
}
