/// How QGIS draws a layer: rules, labels, map tip, time.
struct LayerStyle {
  struct Rule {
    /// QGIS expression; "ELSE" catches what no other rule does.
    let filter: String
    let label: String
    let symbol: Symbol
  }

  let rules: [Rule]
  var labels: [Labels] = []
  /// HTML with QGIS expressions.
  var mapTip: String?
  var isTimed = false
  /// A column by which features are drawn, the largest first, so that none hides another.
  var largestFirst: String?

  /// The elements that a project's layer and a style file have in common.
  var elements: [XML] {
    var result: [XML] = []
    if isTimed {
      // Limit mode 1 includes the end: an event of one day is shown on that day.
      result.append(
        XML(
          "temporal",
          [
            ("enabled", "1"), ("mode", "2"), ("startField", "time_start"), ("endField", "time_end"),
            ("limitMode", "1"),
          ]))
    }
    result.append(
      XML(
        "renderer-v2",
        [("type", "RuleRenderer"), ("symbollevels", "0")]
          + (largestFirst == nil ? [] : [("enableorderby", "1")]),
        [
          XML(
            "rules", [("key", "{root}")],
            rules.enumerated().map { index, rule in
              XML(
                "rule",
                [
                  ("key", "{r\(index)}"), ("symbol", String(index)), ("filter", rule.filter),
                  ("label", rule.label),
                ])
            }),
          XML("symbols", rules.enumerated().map { $1.symbol.xml(name: String($0)) }),
        ]
          + (largestFirst.map { column in
            [
              XML(
                "orderby",
                [XML("orderByClause", [("asc", "0"), ("nullsFirst", "0")], text: "\"\(column)\"")])
            ]
          } ?? [])))
    if !labels.isEmpty { result.append(Labels.xml(labels)) }
    if let mapTip { result.append(XML("mapTip", text: Self.escaping(mapTip))) }
    return result
  }

  /// QGIS shows a tip as a web page: words of documents must not become its elements, which could fetch
  /// from afar or run. There is no escaping function in 3.22; `map` replaces in the order of its keys.
  private static func escaping(_ tip: String) -> String {
    tip.split(separator: "[%", omittingEmptySubsequences: false).enumerated().map { number, part in
      guard number > 0, let end = part.firstRange(of: "%]") else { return String(part) }
      return "[% replace(\(part[..<end.lowerBound]), map('&', '&amp;', '<', '&lt;')) %]"
        + part[end.upperBound...]
    }.joined()
  }

  /// A style file that QGIS applies when it stands beside the layer's file under the same name.
  func file(family: Layer.Family) -> String {
    let number = [Layer.Family.point: "0", .line: "1", .polygon: "2"][family] ?? "0"
    var text = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    XML(
      "qgis",
      [
        ("version", "3.22.0"), ("styleCategories", "Symbology|Labeling|Temporal|MapTips"),
        ("labelsEnabled", labels.isEmpty ? "0" : "1"),
      ],
      elements + [XML("layerGeometryType", text: number)]
    ).write(to: &text)
    return text
  }
}
