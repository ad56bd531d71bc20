public import CaseStore
internal import Gazetteer
internal import GeoKernel
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

extension Pipeline {
  /// Takes the events of data sets into a case, each an incident of its own with its own precision.
  ///
  /// An event is known by its data set and id: the same row again changes nothing, a revised one takes the
  /// place of the former.
  ///
  /// - Parameters:
  ///   - files: ACLED's or UCDP GED's CSV, told by their columns, or GeoJSON points with a date.
  /// - Returns: what changed; `nil` when there was not a single event, and the case is as it was.
  /// - Throws: as ``add(_:to:replacing:signals:)``.
  public func importEvents(
    _ files: [String], to file: CaseFile, signals: Signals = Signals()
  ) throws -> CaseAddition.Changes? {
    let gazetteer = try workspace.gazetteer()
    let sites = try workspace.sites().sites
    let addition = try CaseAddition(file)
    defer { addition.close() }
    var seen: Set<String> = []
    var countries: [String: String] = [:]
    var progress = RunProgress()
    for path in files {
      let events: [Result<EventRow, ReadingError>]
      do throws(ReadingError) {
        events = try EventFile(path: path).events()
      } catch {
        signals.leftOut(error)
        continue
      }
      for event in events {
        if signals.isStopped() { break }
        progress.documents += 1
        signals.progress(progress)
        do {
          var event = try event.get()
          guard seen.insert("\(event.dataSet):\(event.id)").inserted else {
            throw ReadingError(
              .badData, file: path, line: event.line, "the event '\(event.id)' stands in the inputs twice")
          }
          if let name = event.country {
            event.country = countries[name] ?? gazetteer.country(named: name)
            countries[name] = event.country
          }
          try addition.add(try event.document())
        } catch let error as ReadingError {
          signals.leftOut(error)
        }
      }
    }
    guard addition.hasRead else { return nil }
    let merger = IncidentMerger(
      sites: sites, confidence: try ConfidenceModel(dataFolder: gazetteer.dataFolder))
    return try addition.commit(
      CaseAddition.Rules(merger: merger, sites: sites), waiting: signals.waiting)
  }
}

extension Gazetteer {
  /// ISO 3166 alpha-2 of a country by one of its names.
  fileprivate func country(named name: String) -> String? {
    candidates(named: name).lazy.map { self.place($0.place) }
      .first { $0.featureClass == .country }?.country
  }
}

extension EventRow {
  /// The same wherever in a file it stands.
  private var withoutLine: EventRow {
    var event = self
    event.line = 0
    return event
  }

  /// The event as a document that tells one thing.
  fileprivate func document() throws -> NewDocument {
    let id = "\(dataSet):\(self.id)"
    let words = String(text.unicodeScalars.prefix(4000).map(Character.init))
    let evidence = Evidence(document: id, start: 0, end: words.unicodeScalars.count, quote: words)
    var account = Account(document: id, kind: kind)
    account.sentences = [evidence]
    account.date = .span(date)
    account.dateReason = dateReason
    account.placeName = place
    account.countryCode = country
    account.weapon = weapon
    account.killed = killed.map { Toll(count: $0, evidence: evidence) }
    account.injured = injured.map { Toll(count: $0, evidence: evidence) }
    account.rules = rules
    account.footprint = Footprint(
      geometry: try GeodesicDisc(center: position, radius: radius).outline(), best: position, radius: radius,
      relation: wherePrecision >= 4 ? .inRegion : .inSettlement, anchorName: place ?? title ?? dataSet,
      wherePrecision: wherePrecision, geoPrecision: geoPrecision, reason: "\(radiusReason).")
    return NewDocument(
      record: DocumentRecord(id: id, title: title, language: "und", source: source, url: url),
      content: ContentHash(Array("\(withoutLine)".utf8)),
      findings: DocumentFindings(document: id, accounts: [account]), standsAlone: true)
  }
}
