import Testing

@testable import Incidents

@Suite struct ConfidenceTests {
  static let table =
    "feature\tweight\treason\nstart\t1.00\t\nday\t0.50\tthe day is known\nwide_area\t-2.25\twide\n"

  @Test func whatSpeaksForItRaisesAndWhatSpeaksAgainstItLowers() throws {
    let model = try ConfidenceModel(tsv: Self.table, file: "confidence.tsv")
    // Logistic of 1.00, 1.50 and −0.75, to two digits.
    #expect(model.rating([]) == (0.73, []))
    #expect(model.rating(["day"]) == (0.82, ["+0.50 the day is known"]))
    #expect(
      model.rating(["day", "wide_area", "unheard"]) == (0.32, ["+0.50 the day is known", "−2.25 wide"]))
    #expect(ConfidenceModel().rating(["day"]) == (0.5, []))
  }

  @Test(arguments: ["start\t1.00", "start\tmuch\t", "start\t99\t", "day\t1.0\ta\nday\t1.0\ta"])
  func brokenTableIsToldInOneSentence(rows: String) {
    let error = #expect(throws: ConfidenceError.self) {
      try ConfidenceModel(tsv: "feature\tweight\treason\n" + rows, file: "confidence.tsv")
    }
    #expect(error?.description.hasPrefix("confidence.tsv, line ") == true)
  }
}
