public import GeoModel

/// The sixteen winds, with the sector each stands for.
///
/// Georeferencing Best Practices (Chapman & Wieczorek 2020): a wind stands for everything nearer to it than to
/// its neighbours of the same fineness: N, E, S, W ±45°, NE ... NW ±22.5°, NNE ... NNW ±11.25°.
public enum CompassDirection: String, Hashable, Sendable, CaseIterable {
  case north
  case northNortheast = "north_northeast"
  case northeast
  case eastNortheast = "east_northeast"
  case east
  case eastSoutheast = "east_southeast"
  case southeast
  case southSoutheast = "south_southeast"
  case south
  case southSouthwest = "south_southwest"
  case southwest
  case westSouthwest = "west_southwest"
  case west
  case westNorthwest = "west_northwest"
  case northwest
  case northNorthwest = "north_northwest"

  private var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Clockwise from north.
  public var azimuth: Degrees { Degrees(Double(index) * 22.5) }

  /// Half the width of the sector.
  public var halfWidth: Degrees {
    if index % 4 == 0 { return Degrees(45) }
    return Degrees(index % 2 == 0 ? 22.5 : 11.25)
  }

  /// "north-east", "south-south-west".
  public var name: String {
    var words: [Substring] = []
    for part in rawValue.split(separator: "_") {
      for head in ["north", "south"] where part.hasPrefix(head) && part.count > head.count {
        words += [part.prefix(head.count), part.dropFirst(head.count)]
      }
      if words.isEmpty || !part.hasSuffix(words[words.count - 1]) { words.append(part) }
    }
    return words.joined(separator: "-")
  }
}
