import Foundation
import Testing

struct SitesTests {
  private let table = """
    id,name,kind,operator_country,host_country,city,address,lat,lon,accuracy_m,source,aliases
    depot-east,East depot,oil depot,NO,SE,Kiruna,,67.85,20.22,40,own survey,the depot|östra depån
    broken-row,Somewhere,embassy,NO,SE,Kiruna,,97.85,20.22,40,own survey,
    depot-west,"Depot, west side",oil depot,NO,SE,Kiruna,,67.86,20.10,40,own survey,
    """

  @Test func ownSitesAreFoundByIdNameAndAlias() throws {
    let folder = try FreshFolder()
    try folder.write(table, to: "own sites.csv")
    for name in ["depot-east", "EAST DEPOT", "Ostra depan"] {
      let run = try Program.run(["sites", "show", name, "--sites", "own sites.csv"], in: folder.url)
      #expect(run.status == 0)
      #expect(run.output.contains("geo:67.85,20.22"), "\(name): \(run.errors)")
    }
    let run = try Program.run(
      ["distance", "depot-east", "Depot, west side", "--sites", "own sites.csv"], in: folder.url)
    #expect(run.status == 0)
    // PROJ 9.1, geod -I +ellps=WGS84.
    #expect(run.output.contains("distance  5171.672 m"))
  }

  @Test func aBrokenRowIsToldAndTheRestListed() throws {
    let folder = try FreshFolder()
    try folder.write(table, to: "own.csv")
    let run = try Program.run(
      ["sites", "list", "--host", "SE", "--kind", "oil depot", "--sites", "own.csv", "--format", "jsonl"],
      in: folder.url)
    #expect(run.status == 1)
    #expect(run.outputLines.count == 2)
    #expect(run.errors.contains("own.csv:3"))
    let check = try Program.run(["sites", "check", "own.csv"], in: folder.url)
    #expect(check.status == 65)
    #expect(check.output.isEmpty)
    #expect(check.errors.contains("own.csv:3"))
  }

  @Test func theSitesThatShipAreWithoutProblems() throws {
    let run = try Program.run(["sites", "check"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func aListCanBeReadBack() throws {
    let folder = try FreshFolder()
    let list = try Program.run(["sites", "list", "--host", "UA", "--format", "csv"])
    try folder.write(list.output, to: "copy.csv")
    let check = try Program.run(["sites", "check", "copy.csv"], in: folder.url)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func aNameNobodyHasGetsSuggestions() throws {
    let run = try Program.run(["sites", "show", "Embasy of Azerbaijan in Kiyv"])
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("did you mean 'Embassy of Azerbaijan in Kyiv'"))
  }
}
