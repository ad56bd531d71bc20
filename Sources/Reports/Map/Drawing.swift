/// A drawing in SVG: shapes with the style sheet's classes, texts made harmless.
struct Drawing {
  private(set) var body = ""

  mutating func circle(_ center: Pixel, radius: Double, _ style: String) {
    body += "<circle class=\"\(style)\" cx=\"\(center.x.px)\" cy=\"\(center.y.px)\" r=\"\(radius.px)\"/>"
  }

  mutating func line(_ a: Pixel, _ b: Pixel, _ style: String) {
    body += "<path class=\"\(style)\" d=\"M\(a.x.px) \(a.y.px)L\(b.x.px) \(b.y.px)\"/>"
  }

  mutating func path(_ data: String, _ style: String) {
    body += "<path class=\"\(style)\" d=\"\(data)\"/>"
  }

  mutating func rectangle(_ corner: Pixel, width: Double, height: Double, _ style: String) {
    body += "<rect class=\"\(style)\" x=\"\(corner.x.px)\" y=\"\(corner.y.px)\""
    body += " width=\"\(width.px)\" height=\"\(height.px)\"/>"
  }

  /// With a rim of the ground's colour behind it, so that lines do not run through the letters.
  ///
  /// - Parameter anchor: `start`, `middle` or `end`.
  mutating func text(_ words: String, _ at: Pixel, _ style: String = "plain", anchor: String = "start") {
    let place = "x=\"\(at.x.px)\" y=\"\(at.y.px)\" text-anchor=\"\(anchor)\""
    for rim in [" rim", ""] {
      body += "<text class=\"\(style)\(rim)\" \(place)>\(PageText.escaped(words))</text>"
    }
  }

  /// Draws what `content` draws, cut at a rectangle around the origin.
  mutating func clipped(to id: String, width: Double, height: Double, _ content: (inout Drawing) -> Void) {
    body += "<clipPath id=\"\(id)\"><rect x=\"\((-width / 2).px)\" y=\"\((-height / 2).px)\""
    body += " width=\"\(width.px)\" height=\"\(height.px)\"/></clipPath><g clip-path=\"url(#\(id))\">"
    content(&self)
    body += "</g>"
  }

  /// The whole picture with its name and its description for those who do not see it.
  ///
  /// - Parameter id: harmless in an attribute; the picture's own.
  func svg(
    id: String, box: (x: Double, y: Double, width: Double, height: Double), title: String, desc: String
  )
    -> String
  {
    "<svg viewBox=\"\(box.x.px) \(box.y.px) \(box.width.px) \(box.height.px)\" role=\"img\""
      + " aria-labelledby=\"\(id)-title \(id)-desc\"><title id=\"\(id)-title\">\(PageText.escaped(title))</title>"
      + "<desc id=\"\(id)-desc\">\(PageText.escaped(desc))</desc>\(body)</svg>"
  }

  /// A small picture beside the words that say the same.
  func icon() -> String { "<svg viewBox=\"-12 -12 24 24\" aria-hidden=\"true\">\(body)</svg>" }
}

/// A position in a drawing: right and down.
struct Pixel: Hashable {
  var x: Double
  var y: Double

  func distance(to other: Pixel) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

extension Double {
  /// With one decimal at most.
  var px: String {
    let tenths = Int((min(max(self, -1e5), 1e5) * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
  }
}
