package import GeoKernel
internal import GeoModel

/// All that a join is asked to do, besides the files.
package struct JoinPlan: Sendable {
  package var rule: JoinRule
  package var format: JoinFormat
  /// Of distances in metres, 0 ... 6.
  package var decimals: Int
  /// The first file holds areas and lines, too.
  package var isFromAreas: Bool
  /// How the corners of these are connected.
  package var edges = Edges.geodesic
  /// More pairs than this are refused.
  package var greatestCount: Int

  package init(
    rule: JoinRule, format: JoinFormat, decimals: Int, isFromAreas: Bool, greatestCount: Int
  ) {
    self.rule = rule
    self.format = format
    self.decimals = decimals
    self.isFromAreas = isFromAreas
    self.greatestCount = greatestCount
  }

  var form: RowForm {
    switch format {
    case .pairs: .none
    case .csv: .csv
    case .links: .json
    }
  }

  /// The step that distances are rounded to.
  var rounding: Meters { Meters(1 / [1, 10, 100, 1000, 1e4, 1e5, 1e6][decimals]) }

  package var measures: [String] { isFromAreas ? ["nearest_m", "farthest_m"] : ["distance_m"] }

  /// What the columns of two files are called, so that none is called like another.
  package func names(_ first: [String], _ second: [String]) -> (first: [String], second: [String]) {
    let a = ColumnNames.distinct(first, from: measures)
    return (a, ColumnNames.distinct(second, from: measures + a))
  }

  /// A file's rows, all of them.
  package func rows(_ block: PointSource.Block, _ parser: PointSource.Parser, names: [String]) -> PointRows {
    parser.rows(block, form: form, names: names)
  }
}
