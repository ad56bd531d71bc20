/// A language that reports can be written in.
public enum ReportLanguage: String, Sendable, CaseIterable {
  case en, ro, ru, uk, az

  /// The form of a counted noun, after the plural rules of CLDR for whole numbers.
  func form(of count: Int) -> String {
    let (tens, ones) = (count % 100, count % 10)
    switch self {
    case .en: return count == 1 ? "one" : "other"
    case .az: return "other"
    case .ro:
      if count == 1 { return "one" }
      return count == 0 || (2...19).contains(tens) ? "few" : "other"
    case .ru, .uk:
      if ones == 1, tens != 11 { return "one" }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? "few" : "many"
    }
  }
}
