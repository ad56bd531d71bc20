import Foundation
import Layers
import Proximity
import Testing

@Suite struct QGISTests {
  /// The written files by name.
  private func files(_ content: Case) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cordon-qgis-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path(percentEncoded: false)
    var texts: [String: String] = [:]
    for name in try CaseWriter(folder: path).write(content).files {
      texts[name] = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return texts
  }

  /// A style that names a column the layer lacks draws nothing and says nothing.
  @Test func stylesNameOnlyColumnsOfTheirLayer() throws {
    let files = try files(Sample.content)
    for layer in try Sample.content.layers() {
      let style = try #require(files["\(layer.name).qml"])
      let named = style.matches(of: /&quot;([a-z_]+)&quot;/).map { String($0.1) }
      #expect(!named.isEmpty || layer.name == "mentions")
      let columns = Set(layer.columns.map(\.name) + ["id"])
      for name in named { #expect(columns.contains(name), "\(layer.name).qml names \(name)") }
      if layer.columns.contains(where: { $0.name == "time_start" }) {
        #expect(style.contains("startField=\"time_start\" endField=\"time_end\""))
      }
    }
  }

  /// A tip is a web page: `<img src=…>` in a report would fetch from afar when the mouse rests on a point.
  @Test func tipsEscapeTheWordsOfDocuments() throws {
    for (name, style) in try files(Sample.content) where name.hasSuffix(".qml") {
      let tip = try #require(style.firstMatch(of: /<mapTip>(.*?)<\/mapTip>/.dotMatchesNewlines())).1
      let inserted = tip.matches(of: /\[%(.*?)%\]/).map { String($0.1) }
      #expect(!inserted.isEmpty)
      #expect(inserted.allSatisfy { $0.hasPrefix(" replace(") && $0.contains("&amp;lt;") }, "\(name)")
    }
  }

  @Test func theProjectOpensAnywhere() throws {
    let project = try #require(try files(Sample.content)["cordon.qgs"])
    let ids = project.matches(of: /<id>([^<]*)<\/id>/).map { String($0.1) }
    #expect(ids.count == 6)
    // Shorter ids are replaced on loading, and the layer drops out of the tree.
    #expect(ids.allSatisfy { $0.count > 10 })
    let sources = project.matches(of: /<datasource>([^<]*)<\/datasource>/).map { String($0.1) }
    #expect(sources.count == 6 && sources.allSatisfy { $0.hasPrefix("./") })
    #expect(!project.contains("saveUser") && !project.contains("saveDateTime"))
    #expect(project.contains("<start>2023-07-20T00:00:00Z</start>"))
    #expect(project.contains("<end>2024-02-29T23:59:59Z</end>"))
  }

  @Test func aCaseWithoutIncidentsHasAProjectWithoutTime() throws {
    let project = try #require(try files(Case(incidents: []))["cordon.qgs"])
    #expect(!project.contains("ProjectTimeSettings"))
    // An empty file would open as a table, without its style.
    #expect(!project.contains("<maplayer") && !project.contains("<layer-tree-layer"))
    #expect(project.contains("</qgis>"))
  }

  /// What has a stated distance shows it as a line, and no two labels stand at one point.
  @Test func theBestEstimateIsDrawnAndLabelsShareTheirPoint() throws {
    let files = try files(Sample.content)
    let style = try #require(files["incidents.qml"])
    #expect(style.contains("GeometryGenerator") && style.contains("stated_distance_m"))
    #expect(style.contains("array_first(array_agg(&quot;id&quot;"))
    #expect(style.contains("concatenator:='&#10;'"))
    #expect(style.contains("&quot;uncertainty_m&quot; &lt;= 2000"))
    let links = try #require(files["links.qml"])
    #expect(links.contains("labelsEnabled=\"1\"") && links.contains("fieldName=\"&quot;label&quot;\""))
  }

  /// The first view and the bookmarks are those of the watched sites.
  @Test func theProjectShowsTheSitesConcerned() throws {
    let project = try #require(try files(Sample.content)["cordon.qgs"])
    let index = CaseIndex(Sample.content)
    let bookmarks = project.matches(of: /<Bookmark id="([^"]*)"[^>]*extent="Polygon \(\(([^)]*)\)\)"/)
    #expect(bookmarks.map { String($0.1) } == index.watched.map(\.id))
    #expect(!bookmarks.isEmpty)
    for bookmark in bookmarks { #expect(bookmark.2.split(separator: ",").count == 5) }
    #expect(project.contains("<DefaultViewExtent"))
  }
}
