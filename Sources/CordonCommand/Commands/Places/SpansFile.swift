internal import GeoModel
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The spans to resolve, by document: JSON Lines `{"id", "toponyms": [{"start", "end"}]}` in Unicode scalars.
struct SpansFile: Sendable {
  private let spans: [String: [Range<Int>]]
  private let file: String

  init(file: String) throws(Failure) {
    self.file = file
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
      throw Failure(.noInput, "cannot read \(file); check that it exists and that you may read it")
    }
    var spans: [String: [Range<Int>]] = [:]
    for (number, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let place = "\(file):\(number + 1)"
      guard let value = try? JSONValue(parsing: Array(line)), let object = value.object else {
        throw Failure(.badData, "\(place): is no JSON object; give one document to a line")
      }
      guard let id = object["id"]?.string ?? object["id"]?.int.map(String.init) else {
        throw Failure(.badData, "\(place): has no \"id\"; give the document's")
      }
      guard let toponyms = object["toponyms"]?.array else {
        throw Failure(.badData, "\(place): has no array \"toponyms\"; give the spans there")
      }
      guard spans[id] == nil else {
        throw Failure(.badData, "\(place): the id \(id) stands in the file twice")
      }
      spans[id] = try Self.ranges(toponyms, place)
    }
    self.spans = spans
  }

  private static func ranges(_ toponyms: [JSONValue], _ place: String) throws(Failure) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for toponym in toponyms {
      guard let start = toponym.object?["start"]?.int, let end = toponym.object?["end"]?.int, 0 <= start,
        start < end
      else {
        throw Failure(
          .badData, "\(place): a span must have \"start\" and \"end\", whole numbers, start below end")
      }
      ranges.append(start..<end)
    }
    return ranges
  }

  /// The spans of a document as bytes of its text; those that reach beyond it are left out.
  func ranges(in document: Document) -> [Range<Int>] {
    guard let spans = spans[document.id], !spans.isEmpty else { return [] }
    var bounds = Set<Int>()
    for span in spans { bounds.formUnion([span.lowerBound, span.upperBound]) }
    var bytes: [Int: Int] = [:]
    var scalars = 0
    for (offset, byte) in document.text.utf8.enumerated() where byte & 0xC0 != 0x80 {
      if bounds.contains(scalars) { bytes[scalars] = offset }
      scalars += 1
    }
    bytes[scalars] = document.text.utf8.count
    return spans.compactMap { span in
      guard let start = bytes[span.lowerBound], let end = bytes[span.upperBound] else { return nil }
      return start..<end
    }
  }
}
