import Gazetteer

/// Tables and cache of the small world in a folder of their own.
struct Fixture {
  let folder: TemporaryFolder
  var data: String { folder.path + "/data" }
  var cache: String { folder.path + "/cache" }

  init() throws {
    folder = try TemporaryFolder()
    for (name, content) in FixtureData.files { try folder.write(content + "\n", to: "data/" + name) }
  }

  func open() throws -> Gazetteer { try Gazetteer.open(data: data, cache: cache) }

  /// One gazetteer for all tests that only read.
  static let shared: Gazetteer = {
    do { return try keeper.open() } catch { fatalError("the fixture does not load: \(error)") }
  }()

  private static let keeper: Fixture = {
    do { return try Fixture() } catch { fatalError("the fixture cannot be written: \(error)") }
  }()
}
