public import Gazetteer

extension Site {
  /// Whether it is a mission, a consulate, a residence or a part of one.
  ///
  /// By the words of its kind, since registers write "embassy", "honorary consulate", "consular section",
  /// "embassy building" or "residence"; underscores count as blanks.
  public var isDiplomatic: Bool {
    let words = kind.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }
    return words.contains { word in
      Self.diplomaticStems.contains { word.hasPrefix($0) }
    }
  }

  private static let diplomaticStems = [
    "embass", "consul", "residence", "mission", "chancery", "chanceries", "legation", "nunciature",
    "delegation", "representa", "commission", "diplomatic",
  ]
}
