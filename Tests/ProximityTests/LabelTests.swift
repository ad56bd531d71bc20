import GeoModel
import Proximity
import Testing

@Suite struct LabelTests {
  /// Best, nearest, farthest in metres, and what people read.
  @Test(arguments: [
    (337.0, 127.0, 546.0, "about 350 m (120 m to 550 m)"), (25, 0, 205, "about 20 m (0 m to 210 m)"),
    (50, 45, 130, "about 50 m (45 m to 130 m)"), (0, 0, 150.002, "about 0 m (0 m to 150 m)"),
    (0, 0, 150.2, "about 0 m (0 m to 160 m)"), (28_300, 100, 56_449, "about 30 km (100 m to 57 km)"),
    (812, 811.95, 812.04, "about 812 m (810 m to 820 m)"),
  ])
  func distancesAreAsExactAsTheyAreKnown(best: Double, nearest: Double, farthest: Double, label: String) {
    let exposure = Exposure(
      incident: "i", site: "s", best: Meters(best), nearest: Meters(nearest), farthest: Meters(farthest),
      bearing: Degrees(0), within: [])
    #expect(exposure.label == label)
    let known = exposure.asKnown
    #expect(known.nearest <= known.best && known.best <= known.farthest)
    // What is said holds what is known, to a decimetre.
    #expect(known.nearest.value <= nearest + 0.1 && known.farthest.value >= farthest - 0.1)
  }
}
