public import GeoModel

/// A table of features with one geometry family and typed columns.
///
/// Every format writes from this: GeoJSON, which has no types of its own, stays consistent because the
/// table is.
public struct Layer: Sendable {
  public enum Family: String, Sendable {
    case point = "Point"
    case line = "MultiLineString"
    case polygon = "MultiPolygon"
  }

  public struct Row: Sendable, Identifiable {
    /// Different from that of every other row.
    public let id: String
    /// Of the layer's family, or `nil` for something that cannot be drawn.
    public let geometry: Geometry?
    /// As many as the layer has columns, each of its column's kind or `null`.
    public let values: [Value]

    public init(id: String, geometry: Geometry?, values: [Value]) {
      self.id = id
      self.geometry = geometry
      self.values = values
    }
  }

  /// Also the file's name without its extension.
  public let name: String
  /// One sentence on what a row is.
  public let description: String
  public let family: Family
  /// Without `id`, which every layer has as its first column.
  public let columns: [Column]
  public private(set) var rows: [Row]

  public init(name: String, description: String, family: Family, columns: [Column], rows: [Row] = []) {
    self.name = name
    self.description = description
    self.family = family
    self.columns = columns
    self.rows = []
    for row in rows { append(row) }
  }

  /// Adds a row; its geometry is brought to the layer's family (single becomes multi).
  ///
  /// Traps when the number or the kind of the values or the geometry's family is not the layer's: that is a
  /// mistake of the caller.
  public mutating func append(_ row: Row) {
    precondition(row.values.count == columns.count, "\(name): a row must have a value for every column")
    for (value, column) in zip(row.values, columns) {
      precondition(
        value.kind == nil || value.kind == column.kind,
        "\(name): column \(column.name) takes \(column.kind.rawValue) only")
    }
    rows.append(Row(id: row.id, geometry: row.geometry.map(conformed), values: row.values))
  }

  private func conformed(_ geometry: Geometry) -> Geometry {
    switch (family, geometry) {
    case (.point, .point), (.line, .multiLineString), (.polygon, .multiPolygon): return geometry
    case (.line, .lineString(let line)): return .multiLineString([line])
    case (.polygon, .polygon(let polygon)): return .multiPolygon([polygon])
    default: preconditionFailure("\(name): only geometries of the family \(family.rawValue) belong here")
    }
  }
}
