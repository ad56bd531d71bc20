public import GeoModel
internal import Geocoding
public import Incidents

extension Incident {
  /// "Missile strike: Embassy of Azerbaijan in Kyiv"; starts with a word, never with a number.
  public var title: String {
    let what = kind.label.prefix(1).uppercased() + kind.label.dropFirst()
    guard let place = siteName ?? placeName ?? Optional(footprint.anchorName), !place.isEmpty else {
      return what
    }
    return "\(what): \(place)"
  }
}

extension Meters {
  /// For people: "500 m", "5 km", "1.5 km"; below 1 km in metres.
  public var distanceLabel: String {
    func shortest(_ number: Double) -> String {
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
    return value < 1000 ? "\(shortest(value)) m" : "\(shortest(value / 1000)) km"
  }

  /// For people, about as exact as it is meant: whole metres below a kilometre, tenths of kilometres below a
  /// hundred, else whole kilometres.
  public var roundedLabel: String {
    if value.rounded() < 1000 { return Meters(value.rounded()).distanceLabel }
    let places = value < 100_000 ? 10.0 : 1.0
    return Meters(((value / 1000 * places).rounded() / places) * 1000).distanceLabel
  }
}

extension Exposure {
  /// "27 m (21 to 105 m)"; kilometres from 1,000 m on.
  public var label: String {
    "about \(best.roundedLabel) (\(nearest.roundedLabel) to \(farthest.roundedLabel))"
  }
}
