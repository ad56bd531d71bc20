/// The parts of a map that are written on.
struct LabelPlaces {
  private var taken: [(left: Double, top: Double, right: Double, bottom: Double)] = []

  mutating func take(_ corner: Pixel, width: Double, height: Double) {
    taken.append((corner.x, corner.y, corner.x + width, corner.y + height))
  }

  /// The start of a label's base line to the right, to the left, above or below a point; `nil` where it would
  /// cover something or leave the map.
  mutating func place(beside at: Pixel, width: Double) -> Pixel? {
    let starts = [
      Pixel(x: at.x + 7, y: at.y + 4), Pixel(x: at.x - 7 - width, y: at.y + 4),
      Pixel(x: at.x - width / 2, y: at.y - 8), Pixel(x: at.x - width / 2, y: at.y + 17),
    ]
    let limit = MapPlane.half - 4
    for start in starts {
      let box = (left: start.x, top: start.y - 12, right: start.x + width, bottom: start.y + 3)
      guard box.left > -limit, box.right < limit, box.top > -limit, box.bottom < limit - 22 else { continue }
      let isFree = taken.allSatisfy {
        $0.right < box.left || $0.left > box.right || $0.bottom < box.top || $0.top > box.bottom
      }
      guard isFree else { continue }
      taken.append(box)
      return start
    }
    return nil
  }
}
