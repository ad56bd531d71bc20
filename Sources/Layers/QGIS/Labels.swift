/// Text beside features.
struct Labels {
  enum Place {
    /// Free, to the left of a point where possible.
    case left
    /// To the right of a point.
    case right
    /// Along a line, above it.
    case along
    /// Along the border of an area.
    case border
  }

  /// QGIS expression; empty for all features.
  var filter = ""
  /// QGIS expression.
  let expression: String
  /// Points.
  let size: Double
  var isBold = false
  let place: Place
  /// Drawn only where 1 cm is at most this many hundredths of a metre, i.e. from 1 : this on.
  var largestDenominator: Int?

  /// Several sets of labels are rules; one is plain.
  static func xml(_ sets: [Labels]) -> XML {
    if sets.count == 1, let only = sets.first, only.filter.isEmpty {
      return XML("labeling", [("type", "simple")], [only.settings])
    }
    return XML(
      "labeling", [("type", "rule-based")],
      [
        XML(
          "rules", [("key", "{labels}")],
          sets.enumerated().map { index, set in
            var attributes = [("key", "{label\(index)}"), ("filter", set.filter)]
            if let denominator = set.largestDenominator {
              attributes += [("scalemindenom", "0"), ("scalemaxdenom", String(denominator))]
            }
            return XML("rule", attributes, [set.settings])
          })
      ])
  }

  private var settings: XML {
    var rendering = [("drawLabels", "1"), ("displayAll", "0"), ("obstacle", "1")]
    if let largestDenominator {
      rendering += [("scaleVisibility", "1"), ("scaleMin", "0"), ("scaleMax", String(largestDenominator))]
    }
    return XML(
      "settings",
      [
        XML(
          "text-style",
          [
            ("fieldName", expression), ("isExpression", "1"), ("fontSize", String(size)),
            ("fontSizeUnit", "Point"), ("textColor", "40,40,40,255"), ("fontFamily", "Sans Serif"),
            ("fontWeight", isBold ? "75" : "50"),
          ],
          [
            XML(
              "text-buffer",
              [
                ("bufferDraw", "1"), ("bufferSize", "0.8"), ("bufferSizeUnits", "MM"),
                ("bufferColor", "255,255,255,255"), ("bufferOpacity", "1"),
              ])
          ]),
        XML("placement", placement), XML("rendering", rendering),
      ])
  }

  private var placement: [(String, String)] {
    switch place {
    case .left:
      [
        ("placement", "6"), ("predefinedPositionOrder", "L,TL,BL,TSL,BSL,T,B"), ("dist", "1.5"),
        ("offsetType", "1"), ("priority", isBold ? "8" : "4"),
      ]
    case .right:
      [("placement", "1"), ("quadOffset", "5"), ("xOffset", "4"), ("offsetUnits", "MM"), ("priority", "10")]
    case .along: [("placement", "2"), ("placementFlags", "10"), ("dist", "0.5"), ("priority", "6")]
    case .border: [("placement", "7"), ("placementFlags", "10"), ("dist", "0.5"), ("priority", "2")]
    }
  }
}
