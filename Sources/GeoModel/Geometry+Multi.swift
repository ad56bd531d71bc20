extension Geometry {
  /// The same positions as the Multi type of the family; a Multi geometry is itself.
  ///
  /// For layers in which some areas are cut at ±180°: one type throughout suits every reader.
  public var asMulti: Geometry {
    switch self {
    case .point(let position): .multiPoint([position])
    case .lineString(let line): .multiLineString([line])
    case .polygon(let polygon): .multiPolygon([polygon])
    case .multiPoint, .multiLineString, .multiPolygon: self
    }
  }
}
