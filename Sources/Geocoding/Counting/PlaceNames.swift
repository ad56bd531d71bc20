internal import Gazetteer

/// The full names of the places spelled out last: "Odesa, Odesa, Ukraine".
///
/// A place that falls on the slot of another replaces it.
final class PlaceNames {
  private var slots: [(row: UInt32, name: String)] = []
  private static let count = 1 << 11

  func name(of place: PlaceID, _ gazetteer: Gazetteer) -> String {
    if slots.isEmpty { slots = Array(repeating: (PlaceTraits.none, ""), count: Self.count) }
    let slot = Int(place.row) & (Self.count - 1)
    if slots[slot].row != place.row {
      slots[slot] = (place.row, Self.read(gazetteer.place(place), gazetteer))
    }
    return slots[slot].name
  }

  private static func read(_ place: Place, _ gazetteer: Gazetteer) -> String {
    let outer = [place.parentRegion, place.parentCountry].compactMap(\.self).map { gazetteer.place($0).name }
    return ([place.name] + outer).joined(separator: ", ")
  }
}
