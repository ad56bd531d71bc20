import GeoKernel
import GeoModel
import Testing

@Suite struct ConcurrencyTests {
  /// Every piece of work has its own engine context, so what one task does never shows in another.
  @Test func manyTasksAgreeWithOne() async throws {
    func work(_ i: Int) throws -> Geometry? {
      let center = Coordinate(reducing: Double(i % 8) * 45, latitude: Double(i % 8) * 12 - 40)
      let a = try GeodesicDisc(center: center, radius: Meters(900_000)).outline()
      let b = try Geometry.point(Coordinate(reducing: center.longitude + 5, latitude: center.latitude))
        .buffered(by: Meters(700_000))
      return try a.subtracting(b)
    }
    let expected = try (0..<8).map(work)
    try await withThrowingTaskGroup(of: (Int, Geometry?).self) { group in
      for i in 0..<128 { group.addTask { (i, try work(i)) } }
      for try await (i, result) in group { #expect(result == expected[i % 8]) }
    }
  }

  /// An engine's refusal is told in its own words, and not in those of an earlier one.
  @Test func errorsAreOfTheirOwnCall() throws {
    let bow = Geometry.polygon(
      Polygon(exterior: [
        try position(0, 0), try position(1, 1), try position(1, 0), try position(0, 1), try position(0, 0),
      ]))
    let error = #expect(throws: GeometryError.self) {
      try bow.union(.polygon(Polygon(exterior: [try position(0, 0), try position(1, 1)])))
    }
    #expect(error?.code == .invalidGeometry)
    #expect(error?.description.hasPrefix("union: a ring of 2 positions is not closed") == true)
  }
}
