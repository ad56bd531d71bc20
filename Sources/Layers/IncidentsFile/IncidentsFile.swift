public import GeoModel
public import Incidents
public import Proximity

/// `incidents.json`: the merged incidents with everything they rest on, for programs and for later runs.
///
/// A JSON array, one incident a line. Each names its format, so that an incident taken out of the array
/// still says what it is. Positions have seven decimals (1.1 cm); all other numbers are exact.
public enum IncidentsFile {
  public static let name = "incidents.json"
  /// The format this version writes and the only one it reads.
  public static let format = "cordon-incident/1"

  public struct Contents: Sendable {
    public var incidents: [Incident]
    /// In the order of the incidents.
    public var exposures: [Exposure]

    public init(incidents: [Incident], exposures: [Exposure] = []) {
      self.incidents = incidents
      self.exposures = exposures
    }
  }

  /// The bytes of the file; the same contents always give the same.
  public static func encode(_ contents: Contents) -> [UInt8] {
    let exposures = Dictionary(grouping: contents.exposures, by: \.incident)
    var writer = JSONWriter()
    var lines = IncidentLines()
    writer.append(raw: "[")
    for (index, incident) in contents.incidents.enumerated() {
      writer.append(raw: index == 0 ? "\n" : ",\n")
      lines.append(incident, exposures: (exposures[incident.id] ?? [])[...], place: 0, to: &writer)
    }
    writer.append(raw: "\n]\n")
    return writer.take()
  }

  /// One incident as the file has it, for other files that hold incidents.
  public static func value(of incident: Incident, exposures: [Exposure]) -> JSONValue {
    incident.fileValue(exposures: exposures)
  }

  /// Writes the file whole or not at all.
  ///
  /// - Throws: ``FileWriteError``.
  public static func write(_ contents: Contents, to path: String) throws(FileWriteError) {
    try AtomicFile.write(encode(contents), to: path)
  }

  /// Reads what ``encode(_:)`` wrote.
  ///
  /// Members it does not know are passed over, so that other programs may add theirs.
  ///
  /// - Parameter path: for messages only.
  /// - Throws: ``CaseFileError`` with the incident and the member when something is missing, of the wrong
  ///   kind or out of range, or when the format is another one.
  public static func decode(_ bytes: [UInt8], path: String = name) throws(CaseFileError) -> Contents {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw CaseFileError(path: path, place: "", reason: "it is not JSON any more: \(error)")
    }
    do throws(FieldError) {
      return try contents(of: value)
    } catch {
      throw CaseFileError(path: path, place: error.place, reason: error.reason)
    }
  }

  /// Reads the file of a case.
  ///
  /// - Throws: ``CaseFileError``, also when there is no such file.
  public static func read(from path: String) throws(CaseFileError) -> Contents {
    try decode(try CaseFileError.bytes(of: path), path: path)
  }

  private static func contents(of value: JSONValue) throws(FieldError) -> Contents {
    guard let list = value.array else {
      throw FieldError(place: "", reason: "it should be a list of incidents, not \(value.kindName)")
    }
    var contents = Contents(incidents: [])
    var ids: Set<String> = []
    for (index, element) in list.enumerated() {
      let fields = try Fields(element, at: "incident \(index + 1)")
      let format = try fields.string("format")
      guard format == Self.format else {
        throw fields.error(
          "format", "is \"\(format)\", and this version reads \"\(Self.format)\" only; run the map again")
      }
      let incident = try Incident(fields)
      guard ids.insert(incident.id).inserted else {
        throw fields.error("id", "\"\(incident.id)\" occurs twice")
      }
      contents.incidents.append(incident)
      for exposure in try fields.objects("exposures") {
        contents.exposures.append(try Exposure(exposure, incident: incident.id))
      }
    }
    return contents
  }
}
