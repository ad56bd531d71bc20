import Foundation
import Testing

struct ReportTests {
  /// A folder with a case of its own.
  private func makeCase() throws -> FreshFolder {
    let folder = try FreshFolder()
    try folder.write(
      "Nairobi, 11 March 2025. On 10 March 2025 a rocket hit the Embassy of Sweden in Nairobi. Two guards were"
        + " injured. <script>alert(1)</script>", to: "one.txt")
    let run = try Program.run(["map", "one.txt", "--out", "case"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test func everyFormatComesFromACase() throws {
    let folder = try makeCase()
    for (format, start) in [
      ("html", "<!DOCTYPE html>"), ("md", "# "), ("csv", "lon,lat,incident,"), ("json", "{"),
    ] {
      let run = try Program.run(["report", "case", "--format", format], in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.drop { $0 == "\n" }.hasPrefix(start), "\(format): \(run.output.prefix(80))")
      #expect(run.output.contains("2025-03-10"))
      #expect(!run.output.contains("<script"))
    }
    // What 'map' wrote and what 'report' writes is the same page.
    let written = try String(contentsOf: folder.url.appending(path: "case/report.html"), encoding: .utf8)
    #expect(try Program.run(["report", "case"], in: folder.url).output == written)
  }

  @Test func aFileGetsItsFormatFromItsNameAndTheTableItsTypes() throws {
    let folder = try makeCase()
    let run = try Program.run(["report", "case", "--out", "r.csv", "--bom"], in: folder.url)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    let table = try Data(contentsOf: folder.url.appending(path: "r.csv"))
    #expect(table.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    let types = try String(contentsOf: folder.url.appending(path: "r.csvt"), encoding: .utf8)
    #expect(types.hasPrefix("\"CoordX\",\"CoordY\","))
    let columns = String(decoding: table, as: UTF8.self).prefix { $0 != "\r\n" }.split(separator: ",").count
    #expect(types.split(separator: ",").count == columns)
    let projection = try String(contentsOf: folder.url.appending(path: "r.prj"), encoding: .utf8)
    #expect(projection.hasPrefix("GEOGCS["))
  }

  @Test func filtersAndLanguagesAreObeyed() throws {
    let folder = try makeCase()
    let late = try Program.run(["report", "case", "--since", "2025-03-11", "--lang", "ru"], in: folder.url)
    #expect(late.status == 0)
    #expect(late.output.contains("Инцидентов не найдено."))
    #expect(late.errors.contains("no incident of the case agrees"))
    for bad in [
      ["--lang", "xx"], ["--kind", "picnic"], ["--operator", "Sweden"], ["--within", "near"], ["--bom"],
      ["--since", "2025-02-01", "--until", "2025-01-01"],
    ] {
      let run = try Program.run(["report", "case"] + bad, in: folder.url)
      #expect(run.status == 64, "\(bad): \(run.errors)")
    }
    let unknown = try Program.run(["report", "case", "--site", "no such site"], in: folder.url)
    #expect(unknown.status == 66, "\(unknown.errors)")
    #expect(try Program.run(["report", "nowhere"], in: folder.url).status == 66)
  }

  /// A report on named sites reads only what happened there: from the file as from the folder's other files.
  @Test func aSiteIsReportedOnFromTheFileAndFromTheFolder() throws {
    let folder = try makeCase()
    let arguments = [
      "--site", "Embassy of Sweden in Nairobi", "--kind", "missile_strike,shelling,explosion,other",
    ]
    let fromFile = try Program.run(["report", "case/case.gpkg"] + arguments, in: folder.url)
    #expect(fromFile.status == 0, "\(fromFile.errors)")
    for words in [
      "Embassy of Sweden in Nairobi", "2025-03-10", "2 injured", "Two guards were injured", "one.txt",
    ] {
      #expect(fromFile.output.contains(words), "\(words)")
    }
    try FileManager.default.removeItem(at: folder.url.appending(path: "case/case.gpkg"))
    let fromFolder = try Program.run(["report", "case"] + arguments, in: folder.url)
    #expect(fromFolder.status == 0, "\(fromFolder.errors)")
    #expect(fromFolder.output == fromFile.output)
  }
}
