/// The sites somebody protects or reports name, by id, by name and by what they are.
public struct SiteRegistry: Sendable {
  /// In the order of the files, a replaced site in the place of the one it replaced.
  public let sites: [Site]
  /// Rows that could not be used.
  public let problems: [SiteProblem]
  private let folding: NameFolding
  private let byID: [String: Int]
  private let names: SiteNames

  /// - Parameter sites: of two with one id the later one counts.
  public init(_ sites: [Site], folding: NameFolding, problems: [SiteProblem] = []) {
    var kept: [Site] = []
    var byID: [String: Int] = [:]
    kept.reserveCapacity(sites.count)
    byID.reserveCapacity(sites.count)
    for site in sites {
      if let index = byID[site.id] {
        kept[index] = site
      } else {
        byID[site.id] = kept.count
        kept.append(site)
      }
    }
    self.sites = kept
    self.problems = problems
    self.folding = folding
    self.byID = byID
    names = SiteNames(kept, folding)
  }

  /// Reads registers in order; a later file's site replaces an earlier one's with the same id.
  ///
  /// A row that is wrong is put into `problems`, and the others are loaded.
  ///
  /// - Throws: `GazetteerError` for a file that cannot be read or whose header lacks a column.
  public static func load(files: [String], folding: NameFolding) throws(GazetteerError) -> SiteRegistry {
    var sites: [Site] = []
    var problems: [SiteProblem] = []
    for file in files {
      let table = try SiteTable.read(file)
      sites = sites.isEmpty ? table.sites : sites + table.sites
      problems += table.problems
    }
    return SiteRegistry(sites, folding: folding, problems: problems)
  }

  public func site(id: String) -> Site? { byID[id].map { sites[$0] } }

  /// The sites whose name or alias is this one, whatever its case, accents, apostrophes and hyphens.
  public func sites(named name: String) -> [Site] { names.sites(named: name).map { sites[$0] } }

  /// The sites that agree with everything that is given.
  ///
  /// - Parameters:
  ///   - kind: a kind word or lexicon tag; sites of the same `SiteKind.family` agree, those of the very kind
  ///     come first.
  ///   - operatorCountry: ISO 3166 alpha-2 of who runs it.
  ///   - hostCountry: ISO 3166 alpha-2 of where it is.
  ///   - city: compared as names are.
  public func sites(
    kind: String? = nil, operatorCountry: String? = nil, hostCountry: String? = nil, city: String? = nil
  ) -> [Site] {
    let family = kind.map(SiteKind.family)
    let tag = kind.map(SiteKind.tag)
    let foldedCity = city.map(folding.fold)
    let agreeing = sites.filter { site in
      (family == nil || SiteKind.family(site.kind) == family)
        && (operatorCountry == nil || site.operatorCountry == operatorCountry)
        && (hostCountry == nil || site.hostCountry == hostCountry)
        && (foldedCity == nil || folding.fold(site.city) == foldedCity)
    }
    return agreeing.filter { SiteKind.tag($0.kind) == tag } + agreeing.filter { SiteKind.tag($0.kind) != tag }
  }

  /// Ids and names near to one that was not found, the nearest first: for "did you mean".
  public func suggestions(for text: String, limit: Int = 3) -> [String] {
    let asked = Array(folding.fold(text).unicodeScalars)
    guard !asked.isEmpty else { return [] }
    var best: [String: (distance: Int, order: Int)] = [:]
    for (order, site) in sites.enumerated() {
      for shown in [site.id, site.name] + site.aliases {
        let allowed = max(2, asked.count / 4)
        let folded = Array(folding.fold(shown).unicodeScalars)
        guard let distance = EditDistance.between(asked, folded, atMost: allowed) else { continue }
        let label = shown == site.id ? site.id : site.name
        if let known = best[label], known.distance <= distance { continue }
        best[label] = (distance, order)
      }
    }
    let sorted = best.sorted { a, b in
      (a.value.distance, a.value.order, a.key) < (b.value.distance, b.value.order, b.key)
    }
    return sorted.prefix(limit).map(\.key)
  }
}
