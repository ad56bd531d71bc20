/// GeoJSON text sequences: one Feature a line.
public enum GeoJSONSequence {
  /// How the records of a sequence are told apart.
  public enum Framing: Hashable, Sendable {
    /// A line feed behind each record, which most programs expect.
    case lines
    /// A record separator (U+001E) before and a line feed behind each (RFC 8142).
    case recordSeparators
  }

  /// One record.
  public static func record(_ feature: Feature, framing: Framing = .lines) -> [UInt8] {
    var writer = JSONWriter()
    if framing == .recordSeparators { writer.append(byte: 0x1E) }
    writer.append(feature)
    writer.append(byte: 0x0A)
    return writer.finish()
  }

  /// Reads a sequence in either framing; blank lines are passed over.
  ///
  /// With record separators a record may span lines, without them every line is one.
  public static func features(parsing bytes: some Collection<UInt8>) throws(GeoJSONError) -> [Feature] {
    let bytes = Array(bytes)
    let hasSeparators = bytes.first { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 } == 0x1E
    var features: [Feature] = []
    var line = 1
    for record in bytes.split(separator: hasSeparators ? 0x1E : 0x0A, omittingEmptySubsequences: false) {
      defer { line += hasSeparators ? record.count { $0 == 0x0A } : 1 }
      if record.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { continue }
      let value: JSONValue
      do throws(JSONParseError) {
        value = try JSONValue(parsing: record)
      } catch {
        throw GeoJSONError(error.reason, at: "line \(line + error.line - 1), column \(error.column)")
      }
      do throws(GeoJSONError) {
        features.append(try Feature(geoJSON: value, fallbackID: String(features.count + 1)))
      } catch {
        throw GeoJSONError(error.reason, at: "line \(line)")
      }
    }
    return features
  }
}
