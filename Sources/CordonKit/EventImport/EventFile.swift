internal import Gazetteer
internal import GeoModel
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A file of events: ACLED's or GED's CSV, told by their columns, or GeoJSON points.
struct EventFile {
  let path: String

  /// Each event, or what is wrong with its row, in the order of the file.
  ///
  /// - Throws: `ReadingError` when the file cannot be read or is of no known form.
  func events() throws(ReadingError) -> [Result<EventRow, ReadingError>] {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw ReadingError(.noInput, file: path, "the file cannot be read; check its name and permissions")
    }
    let start = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    return start == UInt8(ascii: "{") ? try points(bytes) : try rows(bytes)
  }

  private func rows(_ bytes: [UInt8]) throws(ReadingError) -> [Result<EventRow, ReadingError>] {
    let header = bytes.prefix { $0 != 0x0A }
    let isSemicolons = header.count { $0 == UInt8(ascii: ";") } > header.count { $0 == UInt8(ascii: ",") }
    var reader = CSVReader(bytes, separator: UInt8(ascii: isSemicolons ? ";" : ","))
    guard case .success(let titles)? = reader.next()?.fields else {
      throw ReadingError(.badData, file: path, "the first line should name the columns")
    }
    let columns = titles.map { $0.trimmedBlanks.lowercased() }
    let read: (NamedFields) throws(EventRowError) -> EventRow
    if ACLEDRow.marks.allSatisfy(columns.contains) {
      read = ACLEDRow.event
    } else if GEDRow.marks.allSatisfy(columns.contains) {
      read = GEDRow.event
    } else {
      throw ReadingError(
        .badData, file: path,
        "the columns are neither ACLED's (event_id_cnty, sub_event_type …) nor UCDP GED's (where_prec, date_prec "
          + "…); give points with a date as GeoJSON")
    }
    var events: [Result<EventRow, ReadingError>] = []
    while let row = reader.next() {
      switch row.fields {
      case .failure(let error): events.append(.failure(problem(row.line, error.problem)))
      case .success(let values):
        guard values.count <= columns.count else {
          events.append(
            .failure(problem(row.line, "\(values.count) fields where the header has \(columns.count)")))
          continue
        }
        let fields = NamedFields(
          values: Dictionary(zip(columns, values), uniquingKeysWith: { first, _ in first }), line: row.line)
        do throws(EventRowError) {
          events.append(.success(try read(fields)))
        } catch {
          events.append(.failure(problem(row.line, error.reason)))
        }
      }
    }
    return events
  }

  private func points(_ bytes: [UInt8]) throws(ReadingError) -> [Result<EventRow, ReadingError>] {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw ReadingError(.badData, file: path, "is not JSON: \(error)")
    }
    guard let features = value.object?["features"]?.array else {
      throw ReadingError(.badData, file: path, "should be a GeoJSON FeatureCollection")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let dataSet = name.split(separator: ".").first.map(String.init) ?? name
    return features.enumerated().map { index, member in
      do {
        let feature = try Feature(geoJSON: member, fallbackID: "\(index + 1)")
        return .success(try GeoJSONEvent.event(feature, number: index + 1, dataSet: dataSet))
      } catch let error as EventRowError {
        return .failure(ReadingError(.badData, file: path, "feature \(index + 1): \(error.reason)"))
      } catch {
        return .failure(ReadingError(.badData, file: path, "feature \(index + 1): \(error)"))
      }
    }
  }

  private func problem(_ line: Int, _ reason: String) -> ReadingError {
    ReadingError(.badData, file: path, line: line, reason)
  }
}
