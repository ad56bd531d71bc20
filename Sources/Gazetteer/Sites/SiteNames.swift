internal import Synchronization

/// Sites by name, put in order when the first is asked for: most runs ask for none.
final class SiteNames: Sendable {
  private let sites: [Site]
  private let folding: NameFolding
  private let byName = Mutex<[String: [Int]]?>(nil)

  init(_ sites: [Site], _ folding: NameFolding) {
    self.sites = sites
    self.folding = folding
  }

  /// Indices of the sites that have a name or alias, whatever its case, accents, apostrophes and hyphens.
  func sites(named name: String) -> [Int] {
    byName.withLock { byName in
      let known = byName ?? ordered()
      byName = known
      return known[folding.fold(name)] ?? []
    }
  }

  private func ordered() -> [String: [Int]] {
    var byName: [String: [Int]] = [:]
    for (index, site) in sites.enumerated() {
      for name in Set(([site.name] + site.aliases).map(folding.fold)) where !name.isEmpty {
        byName[name, default: []].append(index)
      }
    }
    return byName
  }
}
