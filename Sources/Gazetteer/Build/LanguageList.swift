/// Gives each language of the tables a bit, in the order of first appearance after the eight main ones.
struct LanguageList {
  static let limit = 32
  private(set) var codes: [String]

  /// - Parameter codes: the languages that have their bits already.
  init(codes: [String] = ["en", "ro", "ru", "uk", "az", "tr", "de", "fr"]) { self.codes = codes }

  /// The bit of a language, by the part of its tag before the first hyphen.
  ///
  /// 0 for an empty tag, and for languages that come after 32 others: their names then count as of no known
  /// language.
  mutating func bit(_ tag: some Collection<UInt8>) -> UInt32 {
    let code = String(decoding: tag.prefix { $0 != 0x2D && $0 != 0x5F }, as: UTF8.self).lowercased()
    if code.isEmpty { return 0 }
    if let index = codes.firstIndex(of: code) { return 1 << UInt32(index) }
    guard codes.count < Self.limit else { return 0 }
    codes.append(code)
    return 1 << UInt32(codes.count - 1)
  }
}
