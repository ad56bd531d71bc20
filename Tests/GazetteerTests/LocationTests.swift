import Gazetteer
import Testing

@Suite struct LocationTests {
  private func surroundings(
    _ variables: [String: String] = [:], executable: String? = nil, current: String = "/nowhere/at/all"
  ) -> Surroundings {
    Surroundings(variables: variables, executable: executable, currentFolder: current)
  }

  @Test func cacheFolders() {
    #expect(CacheFolder.path(surroundings: surroundings(["CORDON_CACHE": "/c", "HOME": "/h"])) == "/c")
    #expect(
      CacheFolder.path(surroundings: surroundings(["XDG_CACHE_HOME": "/x", "HOME": "/h"])) == "/x/cordon")
    let home = CacheFolder.path(surroundings: surroundings(["XDG_CACHE_HOME": "relative", "HOME": "/h"]))
    #if os(macOS)
      #expect(home == "/h/Library/Caches/cordon")
    #else
      #expect(home == "/h/.cache/cordon")
    #endif
    #expect(CacheFolder.path(surroundings: surroundings()) == "/nowhere/at/all/.cordon-cache")
  }

  @Test func dataFolders() throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    try folder.write("", to: "share/cordon/data/settlements/UA.tsv")
    try folder.write("", to: "project/data/settlements/UA.tsv")
    try folder.write("", to: "project/deep/er/file")
    try folder.write("", to: "project/deep/data/other")
    let installed = surroundings(executable: root + "/bin/cordon")
    #expect(try DataFolder.find(surroundings: installed) == root + "/share/cordon/data")
    let built = surroundings(executable: root + "/project/.build/debug/cordon")
    #expect(try DataFolder.find(surroundings: built) == root + "/project/data")
    let inside = surroundings(current: root + "/project/deep/er")
    #expect(
      try DataFolder.find(surroundings: inside) == root + "/project/data", "data without tables is passed")
    let variable = surroundings(
      ["CORDON_DATA": root + "/project/deep/data"], executable: root + "/bin/cordon")
    #expect(try DataFolder.find(surroundings: variable) == root + "/project/deep/data")
    #expect(
      try DataFolder.find(explicit: root + "/project/data", surroundings: variable) == root + "/project/data")
  }

  @Test func saysWhereItLooked() throws {
    #expect(throws: GazetteerError.dataFolderMissing(lookedIn: ["/not/there"])) {
      try DataFolder.find(explicit: "/not/there", surroundings: surroundings())
    }
    do {
      _ = try DataFolder.find(surroundings: surroundings(executable: "/nowhere/bin/cordon"))
      Issue.record("no error")
    } catch {
      #expect(
        "\(error)" == "no data folder found; looked in /nowhere/share/cordon/data, /nowhere/bin/data, "
          + "/nowhere/data, /data, /nowhere/at/all/data, /nowhere/at/data; "
          + "give one with --data or set CORDON_DATA")
    }
  }
}
