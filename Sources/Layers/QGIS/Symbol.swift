/// A colour with its opacity, 0 ... 255 each, as QGIS writes it.
struct Color {
  let red, green, blue, alpha: Int

  init(_ red: Int, _ green: Int, _ blue: Int, _ alpha: Int = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  func with(alpha: Int) -> Color { Color(red, green, blue, alpha) }

  var text: String { "\(red),\(green),\(blue),\(alpha)" }
}

/// How features are drawn; lengths in millimetres on the map.
enum Symbol {
  case marker(shape: String, fill: Color, outline: Color, outlineWidth: Double, size: Double)
  /// A marker with a dotted line beside it, where the expression `ring` gives one.
  case ringedMarker(
    shape: String, fill: Color, outline: Color, outlineWidth: Double, size: Double, ring: String)
  case line(color: Color, width: Double, style: String)
  case area(fill: Color, outline: Color, outlineWidth: Double, outlineStyle: String)

  func xml(name: String) -> XML {
    let (type, layer, options) = parts
    return XML(
      "symbol", [("type", type), ("name", name), ("alpha", "1")],
      [ring(of: name), Self.layer(layer, options)].compactMap(\.self))
  }

  private static func layer(_ kind: String, _ options: [(String, String)], _ children: [XML] = []) -> XML {
    XML(
      "layer", [("class", kind), ("enabled", "1"), ("pass", "0")],
      [
        XML(
          "Option", [("type", "Map")],
          options.map { XML("Option", [("type", "QString"), ("name", $0.0), ("value", $0.1)]) })
      ] + children)
  }

  private func ring(of name: String) -> XML? {
    guard case .ringedMarker(_, let fill, let outline, _, _, let expression) = self else { return nil }
    let color = fill.alpha == 0 ? outline : fill
    let line = XML(
      "symbol", [("type", "line"), ("name", "@\(name)@0"), ("alpha", "1")],
      [
        Self.layer(
          "SimpleLine",
          [
            ("line_color", color.text), ("line_width", "0.4"), ("line_width_unit", "MM"),
            ("line_style", "dot"),
          ])
      ])
    return Self.layer(
      "GeometryGenerator",
      [("SymbolType", "Line"), ("geometryModifier", expression), ("units", "MapUnit")], [line])
  }

  private var parts: (type: String, layer: String, options: [(String, String)]) {
    switch self {
    case .marker(let shape, let fill, let outline, let outlineWidth, let size),
      .ringedMarker(let shape, let fill, let outline, let outlineWidth, let size, _):
      (
        "marker", "SimpleMarker",
        [
          ("name", shape), ("color", fill.text), ("outline_color", outline.text),
          ("outline_width", String(outlineWidth)), ("outline_width_unit", "MM"), ("size", String(size)),
          ("size_unit", "MM"),
        ]
      )
    case .line(let color, let width, let style):
      (
        "line", "SimpleLine",
        [
          ("line_color", color.text), ("line_width", String(width)), ("line_width_unit", "MM"),
          ("line_style", style),
        ]
      )
    case .area(let fill, let outline, let outlineWidth, let outlineStyle):
      (
        "fill", "SimpleFill",
        [
          ("color", fill.text), ("style", fill.alpha == 0 ? "no" : "solid"), ("outline_color", outline.text),
          ("outline_style", outlineStyle), ("outline_width", String(outlineWidth)),
          ("outline_width_unit", "MM"),
        ]
      )
    }
  }
}
