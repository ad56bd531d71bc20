import GeoModel
import Geocoding
import Reading

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Gives incidents their readable ids.
enum IncidentNaming {
  /// `date-place-site-kind`, each in lower-case ASCII; a second incident of the same id gets `-2`,
  /// counted from the most southern, so that the order of the input does not matter.
  static func name(_ incidents: inout [Incident]) {
    for index in incidents.indices { incidents[index].id = id(of: incidents[index]) }
    let groups = Dictionary(grouping: incidents.indices) { incidents[$0].id }
    for (id, members) in groups where members.count > 1 {
      let ordered = members.sorted { a, b in
        let (first, second) = (incidents[a], incidents[b])
        return (first.footprint.best.latitude, first.footprint.best.longitude, first.documents.joined())
          < (second.footprint.best.latitude, second.footprint.best.longitude, second.documents.joined())
      }
      for (rank, index) in ordered.enumerated().dropFirst() { incidents[index].id = "\(id)-\(rank + 1)" }
    }
  }

  private static func id(of incident: Incident) -> String {
    var site = incident.siteName ?? ""
    if let open = site.firstIndex(of: "(") { site = String(site[..<open]) }
    if let place = incident.placeName {
      for ending in [" in \(place)", ", \(place)"] {
        if site.trimmingSuffixSpaces.hasSuffix(ending) {
          site = String(site.trimmingSuffixSpaces.dropLast(ending.count))
        }
      }
    }
    return [
      date(incident.date), incident.placeName ?? incident.footprint.anchorName, site, incident.kind.label,
    ]
    .map(slug).filter { !$0.isEmpty }.joined(separator: "-")
  }

  private static func date(_ span: DaySpan) -> String {
    let isMonth =
      span.from.day == 1 && span.from.month == span.to.month
      && span.to.day == CalendarDate.days(inMonth: span.to.month, year: span.to.year)
    return isMonth ? String(span.from.description.prefix(7)) : span.from.description
  }

  /// Letters and digits of ASCII in lower case, everything else a single hyphen.
  static func slug(_ text: String) -> String {
    let hyphen = UInt8(ascii: "-")
    var result: [UInt8] = []
    for byte in Folding.fold(text).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(byte)
      case ..<0x80 where !result.isEmpty && result.last != hyphen: result.append(hyphen)
      default: break
      }
    }
    if result.last == hyphen { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmingSuffixSpaces: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
